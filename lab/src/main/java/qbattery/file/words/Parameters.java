package qbattery.file.words;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;
import qbattery.file.formula.Evaluator;
import qbattery.file.formula.NamedNumbers;
import qbattery.file.tree.Node;
import qbattery.file.tree.Quoted;

/** The parameters of a file with their values, each found when it is first asked for. */
public final class Parameters implements NamedNumbers {

  /** How far parameters may lead to each other: what follows them goes down so many steps. */
  private static final int DEEPEST = 50;

  private final Map<String, Node> amounts;
  private final DoubleSupplier uniform;
  private final Map<String, double[]> values = new LinkedHashMap<>();
  private final Set<String> lists = new HashSet<>();
  private final Set<String> underWay = new HashSet<>();

  /**
   * Values for all parameters.
   *
   * @param swept what some of them are instead of what the file says
   * @param uniform deviates for those that are drawn; taken by the parameters in the order of the
   *     file, those that a parameter needs before it
   */
  public Parameters(Map<String, Node> amounts, Map<String, Double> swept, DoubleSupplier uniform) {
    this.amounts = amounts;
    this.uniform = uniform;
    swept.forEach((name, value) -> values.put(name, new double[] {value}));
  }

  @Override
  public double number(String name) {
    double[] found = values(name);
    if (lists.contains(name)) {
      throw new IllegalArgumentException(
          "'%s' is a list of %d numbers; say which, as in %s[1]."
              .formatted(name, found.length, name));
    }
    return found[0];
  }

  @Override
  public double item(String name, double index) {
    double[] found = values(name);
    if (!lists.contains(name)) {
      throw new IllegalArgumentException(
          "'%s' is one number, not a list; leave the brackets out.".formatted(name));
    }
    if (index != StrictMath.rint(index) || index < 1 || index > found.length) {
      throw new IllegalArgumentException(
          "There is no number %s in '%s'; its numbers are 1 to %d."
              .formatted(index, name, found.length));
    }
    return found[(int) index - 1];
  }

  private double[] values(String name) {
    double[] known = values.get(name);
    if (known != null) {
      return known;
    }
    if (!amounts.containsKey(name)) {
      throw new IllegalArgumentException(Quoted.unknown("parameter", name, amounts.keySet()));
    }
    if (!underWay.add(name)) {
      throw new IllegalArgumentException(
          "The parameter '%s' needs itself to be known.".formatted(name));
    }
    if (underWay.size() > DEEPEST) {
      underWay.remove(name);
      throw new IllegalArgumentException(
          "The parameter '%s' is needed by another, that by another, and so on for more than %d; give it a number."
              .formatted(name, DEEPEST));
    }
    try {
      double[] found = found(name, amounts.get(name));
      values.put(name, found);
      return found;
    } finally {
      underWay.remove(name);
    }
  }

  private double[] found(String name, Node node) {
    Amount amount = CommonWords.PARAMETER.read(node, Evaluator.ofNumbers(this));
    if (amount instanceof Amount.Single single) {
      return new double[] {single.value()};
    }
    if (amount instanceof Amount.Several several) {
      lists.add(name);
      return several.values().stream().mapToDouble(Double::doubleValue).toArray();
    }
    Amount.Drawn drawn = (Amount.Drawn) amount;
    if (drawn.each().isEmpty()) {
      return new double[] {drawn.from().draw(uniform)};
    }
    lists.add(name);
    double[] found = new double[drawn.each().get()];
    for (int k = 0; k < found.length; k++) {
      found[k] = drawn.from().draw(uniform);
    }
    return found;
  }

  /** The names of all. */
  public List<String> names() {
    return List.copyOf(amounts.keySet());
  }

  /** Finds one; so that its deviates are taken in turn. */
  public void find(String name) {
    values(name);
  }
}
