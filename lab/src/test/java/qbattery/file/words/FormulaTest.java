package qbattery.file.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.file.formula.Evaluator;
import qbattery.file.formula.Expression;
import qbattery.file.formula.FormulaException;
import qbattery.file.formula.PartKind;
import qbattery.file.formula.PartTable;
import qbattery.file.tree.Node;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

class FormulaTest {

  private static final Map<String, Node> PARAMETERS =
      Map.of(
          "a", Node.text("3"),
          "b", Node.text("a/2"),
          "w", Node.list(List.of(Node.text("a"), Node.text("b"))));

  private static final Space SPACE = new Space(List.of(2, 2, 3));

  private static final PartTable PARTS =
      new PartTable(
          List.of(
              new PartTable.Row("cell", PartKind.CELLS, 0, 2),
              new PartTable.Row("big", PartKind.SPIN, 2, 1)),
          SPACE);

  private static Evaluator evaluator() {
    return new Evaluator(
        new Parameters(PARAMETERS, Map.of(), () -> 0.5), Optional.of(PARTS), Map.of());
  }

  /** Values that Java's own arithmetic gives, so equal to the last bit. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.1 + 0.2 | 0.30000000000000004",
        "-2^2 | -4",
        "2^-1 | 0.5",
        "2^3^2 | 512",
        "-a*b | -4.5",
        "1 - 2 - 3 | -4",
        "8/4/2 | 1",
        "2*(1 + 3) | 8",
        "010 | 10",
        "1.e2 | 100",
        ".5 | 0.5",
        "min(a, b)*max(1, 2) | 3",
        "abs(-a) | 3",
        "sqrt(a + 1) | 2",
        "w[2] + w[a - 2] | 4.5",
        "+a | 3",
        "- -a | 3",
        "(-i)*i | 1",
        "log(exp(0)) | 0",
        "tanh(0) | 0",
      })
  void formulasHaveTheValuesOfArithmetic(String text, double value) {
    assertThat(evaluator().real(Expression.of(text))).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1 + | 2 | ends too early",
        "1 + * 2 | 4 | '* 2' cannot stand here",
        "a b | 2 | and a product has a '*'",
        "1_000 | 1 | A number has no '_' between its digits",
        "(1 + 2 | 0 | '(' is never closed",
        "1) | 1 | cannot stand here",
        "2**3 | 1 | '^', not '**'",
        "3i | 1 | as in 3*i",
        "1e999 | 0 | too large",
        "f() | 2 | a number, a name",
        "a[1 | 1 | '[' is never closed",
        "'x' | 0 | a number, a name",
        "1f | 1 | as in 1*f",
        "a + h.c. + b | 9 | stands at the end",
        "(a + h.c.) | 3 | not within parentheses",
      })
  void whatIsNoFormulaIsRefusedWhereItGoesWrong(String text, int at, String said) {
    assertThatThrownBy(() -> Expression.of(text))
        .isInstanceOfSatisfying(
            FormulaException.class,
            e -> {
              assertThat(e.getMessage()).contains(said);
              assertThat(e.at()).isEqualTo(at);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sqrt(0-1) | no real number",
        "1/0 | no finite value",
        "log(0) | no finite value",
        "w | list of 2 numbers",
        "a[1] | not a list",
        "w[3] | 1 to 2",
        "i | a real number is expected",
        "sin(i) | real numbers only",
        "2^i | exponent must be a real number",
      })
  void whatHasNoValueIsRefused(String text, String said) {
    assertThatThrownBy(() -> evaluator().real(Expression.of(text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(said);
  }

  @Test
  void aLongFormulaIsRefusedBeforeItFillsTheStack() {
    assertThatThrownBy(() -> Expression.of("1" + "+1".repeat(5000)))
        .hasMessageContaining("at most 1000 signs");
    assertThatThrownBy(() -> Expression.of("(".repeat(9000) + "1" + ")".repeat(9000)))
        .hasMessageContaining("nested too deep");
    assertThatThrownBy(() -> Expression.of("-".repeat(15000) + "1"))
        .hasMessageContaining("nested too deep");
    assertThat(evaluator().real(Expression.of("1" + "+1".repeat(1000)))).isEqualTo(1001);
  }

  @Test
  void anOperatorOnAPartIsTheSumOverItsSites() {
    Operator sum = evaluator().operator(Expression.of("a*number(cell)"));

    assertThat(sum)
        .isEqualTo(
            Operator.on(SPACE, 0, LocalOperator.EXCITED)
                .plus(Operator.on(SPACE, 1, LocalOperator.EXCITED))
                .times(3));
  }

  @Test
  void theConjugateOfAllBeforeItIsAdded() {
    Operator hop = evaluator().operator(Expression.of("i*lower(cell[1])*raise(cell[2]) + h.c."));

    Operator half =
        Operator.on(SPACE, 0, LocalOperator.LOWER)
            .times(Operator.on(SPACE, 1, LocalOperator.RAISE))
            .times(Complex.I);
    assertThat(hop).isEqualTo(half.plus(half.adjoint()));
  }

  /** [J_x, J_y] = i J_z. */
  @Test
  void theComponentsOfASpinCommuteAsTheyDo() {
    ComplexMatrix commutator =
        evaluator().operator(Expression.of("J_x(big)*J_y(big) - J_y(big)*J_x(big)")).matrix();
    ComplexMatrix right = evaluator().operator(Expression.of("i*J_z(big)")).matrix();

    // Some roundings of numbers near 1.
    assertThat(commutator.minus(right).maxAbs()).isLessThan(1e-15);
  }

  @Test
  void productsDoNotCommute() {
    assertThat(evaluator().operator(Expression.of("sigma_x(cell[1])*sigma_y(cell[1])")).matrix())
        .isEqualTo(evaluator().operator(Expression.of("i*sigma_z(cell[1])")).matrix());
    assertThat(evaluator().operator(Expression.of("number(big)^2")).matrix().re(0, 0)).isEqualTo(4);
  }

  @Test
  void anOperatorOfAnotherKindOfPartIsRefused() {
    assertThatThrownBy(() -> evaluator().operator(Expression.of("sigma_x(big)")))
        .hasMessageContaining("operator of cells; 'big' is of the kind spin");
  }
}
