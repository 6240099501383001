package qbattery.file;

import java.util.List;
import java.util.Optional;
import qbattery.measure.Measure;

/**
 * Something measured at each time.
 *
 * @param name the name of its column
 * @param kind what is measured
 * @param of the parts it is measured on, or the name of the contact or links a current flows
 *     through; none stands for what stores
 * @param operator of an expectation value: a sum of formulas
 * @param number of open work and free energy the temperature, of a population the number of
 *     excitations
 * @param graph of a concurrence: whose links are its pairs of cells; all pairs without it
 */
public record MeasureSection(
    String name,
    Measure kind,
    List<String> of,
    List<Expression> operator,
    Optional<Expression> number,
    Optional<Links> graph) {

  /** Copies the lists. */
  public MeasureSection {
    of = List.copyOf(of);
    operator = List.copyOf(operator);
  }

  /**
   * A measure without an operator, a number and a graph.
   *
   * @param name the name of its column
   * @param kind what is measured
   * @param of the parts it is measured on
   */
  public MeasureSection(String name, Measure kind, List<String> of) {
    this(name, kind, of, List.of(), Optional.empty(), Optional.empty());
  }
}
