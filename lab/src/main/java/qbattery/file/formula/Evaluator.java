package qbattery.file.formula;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import qbattery.file.tree.Quoted;
import qbattery.linalg.Complex;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;

/** Gives formulas their values: numbers, and where there are parts operators. */
public final class Evaluator {

  /** Most terms that a product of sums may have. */
  private static final int MOST_TERMS = 20_000;

  private static final int LARGEST_POWER = 16;

  private final NamedNumbers parameters;
  private final Optional<PartTable> parts;
  private final Map<String, LocalOperator> own;

  public Evaluator(
      NamedNumbers parameters, Optional<PartTable> parts, Map<String, LocalOperator> own) {
    this.parameters = parameters;
    this.parts = parts;
    this.own = own;
  }

  private static final NamedNumbers NO_NUMBERS =
      new NamedNumbers() {
        @Override
        public double number(String name) {
          throw new IllegalArgumentException(Quoted.unknown("parameter", name, List.of()));
        }

        @Override
        public double item(String name, double index) {
          return number(name);
        }
      };

  /** What knows no names. */
  public static final Evaluator NONE = ofNumbers(NO_NUMBERS);

  /** Numbers only. */
  public static Evaluator ofNumbers(NamedNumbers parameters) {
    return new Evaluator(parameters, Optional.empty(), Map.of());
  }

  /**
   * The parts of the battery.
   *
   * @throws java.util.NoSuchElementException if they are not built yet
   */
  public PartTable parts() {
    return parts.orElseThrow();
  }

  /** What a formula stands for. */
  private sealed interface Value {}

  private record Scalar(Complex number) implements Value {}

  private record OfSpace(Operator operator) implements Value {}

  /**
   * A real number.
   *
   * @throws IllegalArgumentException if it is not one, or not finite
   */
  public double real(Expression expression) {
    Complex value = complex(expression);
    if (value.im() != 0) {
      throw new IllegalArgumentException(
          "%s is %s; a real number is expected.".formatted(expression, value));
    }
    return value.re();
  }

  /**
   * A whole number.
   *
   * @throws IllegalArgumentException if it is not one from least to most
   */
  public int whole(Expression expression, int least, int most) {
    double value = real(expression);
    if (value != StrictMath.rint(value) || value < least || value > most) {
      String found = Long.toString((long) value);
      if (value != (long) value) {
        found = Double.toString(value);
      }
      boolean literal = expression.literal().isPresent();
      throw new IllegalArgumentException(
          "A whole number from %d to %d is expected here, not %s%s."
              .formatted(
                  least,
                  most,
                  found,
                  literal ? "" : ", which is " + Quoted.brief(expression.toString())));
    }
    return (int) value;
  }

  /**
   * A complex number.
   *
   * @throws IllegalArgumentException if it has no value, or it is not finite
   */
  public Complex complex(Expression expression) {
    Value value = value(expression.formula());
    if (!(value instanceof Scalar scalar)) {
      throw new IllegalArgumentException(
          "%s is an operator; a number is expected."
              .formatted(Quoted.brief(expression.toString())));
    }
    return finite(scalar.number(), expression);
  }

  private static Complex finite(Complex value, Expression expression) {
    if (!value.isFinite()) {
      throw new IllegalArgumentException(
          "%s has no finite value.".formatted(Quoted.brief(expression.toString())));
    }
    return value;
  }

  public Operator operator(Expression expression) {
    return operator(value(expression.formula()));
  }

  private Operator operator(Value value) {
    if (value instanceof OfSpace of) {
      return of.operator();
    }
    Complex number = ((Scalar) value).number();
    if (!number.isFinite()) {
      throw new IllegalArgumentException("A coefficient is not a finite number.");
    }
    return number.equals(Complex.ZERO)
        ? Operator.zero(parts().space())
        : multipleOfIdentity(number);
  }

  private Operator multipleOfIdentity(Complex number) {
    return new Operator(parts().space(), List.of(new Operator.Term(number, Map.of())));
  }

  private Value value(Formula formula) {
    if (formula instanceof Formula.Literal number) {
      return new Scalar(Complex.real(number.value()));
    }
    if (formula instanceof Formula.Name name) {
      return switch (name.name()) {
        case Formula.PI -> new Scalar(Complex.real(StrictMath.PI));
        case Formula.IMAGINARY_UNIT -> new Scalar(Complex.I);
        case Formula.IDENTITY -> new OfSpace(multipleOfIdentity(Complex.ONE));
        default -> new Scalar(Complex.real(parameters.number(name.name())));
      };
    }
    if (formula instanceof Formula.Item item) {
      double index = number(item.index()).re();
      return new Scalar(Complex.real(parameters.item(item.of().name(), index)));
    }
    if (formula instanceof Formula.Negative negative) {
      Value of = value(negative.of());
      return of instanceof Scalar s
          ? new Scalar(new Complex(-s.number().re(), -s.number().im()))
          : new OfSpace(operator(of).times(-1));
    }
    if (formula instanceof Formula.PlusAdjoint plus) {
      Operator of = operator(value(plus.of()));
      return new OfSpace(of.plus(of.adjoint()));
    }
    if (formula instanceof Formula.Call call) {
      return call(call);
    }
    return pair((Formula.Pair) formula);
  }

  private Complex number(Formula formula) {
    if (value(formula) instanceof Scalar scalar) {
      return scalar.number();
    }
    throw new FormulaException(formula.at(), "A number is expected here, not an operator.");
  }

  /** A row of signs, from its left end on: a long sum is no deep tree. */
  private Value pair(Formula.Pair last) {
    Deque<Formula.Pair> row = new ArrayDeque<>();
    Formula first = last;
    while (first instanceof Formula.Pair pair) {
      row.push(pair);
      first = pair.left();
    }
    Value value = value(first);
    while (!row.isEmpty()) {
      Formula.Pair pair = row.pop();
      value = joined(pair, value, value(pair.right()));
    }
    return value;
  }

  private Value joined(Formula.Pair pair, Value left, Value right) {
    if (left instanceof Scalar a && right instanceof Scalar b) {
      return new Scalar(numbers(pair, a.number(), b.number()));
    }
    return new OfSpace(
        switch (pair.sign()) {
          case '+' -> fitting(operator(left).plus(operator(right)));
          case '-' -> fitting(operator(left).plus(operator(right).times(-1)));
          case '*' -> product(left, right);
          case '/' -> quotient(pair, left, right);
          default -> power(pair, left, right);
        });
  }

  private static Complex numbers(Formula.Pair pair, Complex a, Complex b) {
    return switch (pair.sign()) {
      case '+' -> a.plus(b);
      case '-' -> new Complex(a.re() - b.re(), a.im() - b.im());
      case '*' -> a.im() == 0 && b.im() == 0 ? Complex.real(a.re() * b.re()) : a.times(b);
      case '/' -> quotient(a, b);
      default -> power(pair, a, b);
    };
  }

  private static Complex quotient(Complex a, Complex b) {
    if (b.im() == 0) {
      return new Complex(a.re() / b.re(), a.im() == 0 ? 0 : a.im() / b.re());
    }
    double square = b.re() * b.re() + b.im() * b.im();
    Complex product = a.times(b.conjugate());
    return new Complex(product.re() / square, product.im() / square);
  }

  private static Complex power(Formula.Pair pair, Complex a, Complex b) {
    if (b.im() != 0) {
      throw new FormulaException(pair.at(), "An exponent must be a real number.");
    }
    if (a.im() == 0) {
      return Complex.real(StrictMath.pow(a.re(), b.re()));
    }
    int n = exponent(pair, b);
    Complex product = Complex.ONE;
    for (int k = 0; k < n; k++) {
      product = product.times(a);
    }
    return product;
  }

  private static int exponent(Formula.Pair pair, Complex b) {
    if (b.im() != 0 || b.re() != StrictMath.rint(b.re()) || b.re() < 0 || b.re() > LARGEST_POWER) {
      throw new FormulaException(
          pair.at(),
          "The exponent of a complex number or an operator is a whole number from 0 to %d."
              .formatted(LARGEST_POWER));
    }
    return (int) b.re();
  }

  private Operator product(Value left, Value right) {
    if (left instanceof Scalar a) {
      return operator(right).times(a.number());
    }
    if (right instanceof Scalar b) {
      return operator(left).times(b.number());
    }
    Operator a = operator(left);
    Operator b = operator(right);
    if ((long) a.terms().size() * b.terms().size() > MOST_TERMS) {
      throw new IllegalArgumentException(
          "The product has %d terms; at most %d can be handled."
              .formatted((long) a.terms().size() * b.terms().size(), MOST_TERMS));
    }
    return a.times(b);
  }

  private static Operator fitting(Operator sum) {
    if (sum.terms().size() > MOST_TERMS) {
      throw new IllegalArgumentException(
          "The sum has %d terms; at most %d can be handled."
              .formatted(sum.terms().size(), MOST_TERMS));
    }
    return sum;
  }

  private Operator quotient(Formula.Pair pair, Value left, Value right) {
    if (!(right instanceof Scalar divisor)) {
      throw new FormulaException(pair.at(), "Nothing can be divided by an operator.");
    }
    return operator(left).times(quotient(Complex.ONE, divisor.number()));
  }

  private Operator power(Formula.Pair pair, Value left, Value right) {
    if (!(right instanceof Scalar exponent)) {
      throw new FormulaException(pair.at(), "An operator cannot be an exponent.");
    }
    int n = exponent(pair, exponent.number());
    Value product = new Scalar(Complex.ONE);
    for (int k = 0; k < n; k++) {
      product = new OfSpace(product(product, left));
    }
    return operator(product);
  }

  private Value call(Formula.Call call) {
    Optional<RealFunction> function = RealFunction.of(call.function());
    if (function.isEmpty()) {
      return new OfSpace(onPart(call));
    }
    List<Complex> arguments = new ArrayList<>();
    call.arguments().forEach(a -> arguments.add(number(a)));
    if (function.get() == RealFunction.EXP && arguments.get(0).im() != 0) {
      Complex x = arguments.get(0);
      double size = StrictMath.exp(x.re());
      return new Scalar(new Complex(size * StrictMath.cos(x.im()), size * StrictMath.sin(x.im())));
    }
    double[] reals = new double[arguments.size()];
    for (int k = 0; k < reals.length; k++) {
      if (arguments.get(k).im() != 0) {
        throw new FormulaException(
            call.at(), "%s is known for real numbers only.".formatted(call.function()));
      }
      reals[k] = arguments.get(k).re();
    }
    double value = function.get().of(reals);
    if (Double.isNaN(value)) {
      throw new FormulaException(
          call.at(), "%s of %s is no real number.".formatted(call.function(), reals[0]));
    }
    return new Scalar(Complex.real(value));
  }

  /** A local operator on a part; on several sites, the sum over them. */
  private Operator onPart(Formula.Call call) {
    PartTable table = parts();
    Formula on = call.arguments().get(0);
    List<Integer> sites;
    if (on instanceof Formula.Item item) {
      PartTable.Row row = table.row(item.of().name());
      sites = List.of(table.site(row, number(item.index()).re()));
    } else {
      sites = table.sites(List.of(((Formula.Name) on).name()));
    }
    Operator sum = Operator.zero(table.space());
    for (int site : sites) {
      sum = sum.plus(onSite(call, table, site));
    }
    return sum;
  }

  private Operator onSite(Formula.Call call, PartTable table, int site) {
    if (own.containsKey(call.function())) {
      return Operator.on(table.space(), site, own.get(call.function()));
    }
    return LocalWord.of(call.function()).orElseThrow().on(table, site);
  }
}
