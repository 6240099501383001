package qbattery.file.words;

import java.util.List;
import java.util.Optional;
import qbattery.measure.Measure;
import qbattery.quantum.Operator;

/**
 * Something measured at each time.
 *
 * @param name the name of its column
 * @param kind what is measured
 * @param of the parts it is measured on, or the name of the contact or links a current flows
 *     through; none stands for what stores
 * @param operator of an expectation value
 * @param number of open work and free energy the temperature, of a population the number of
 *     excitations
 * @param graph of a concurrence: whose links are its pairs of cells; all pairs without it
 */
public record MeasureSection(
    String name,
    Measure kind,
    List<String> of,
    Optional<Operator> operator,
    Optional<Double> number,
    Optional<GraphWords.Links> graph) {

  /** Copies the list. */
  public MeasureSection {
    of = List.copyOf(of);
  }
}
