package qbattery.paper.arjmandi2022;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the statements of a paper are weighed on: chains of one reading, from a number of
 * realisations that is fixed for each number of cells.
 */
final class SampledChains {

  /**
   * Degrees of disorder at which chains are computed for a calibration; between them half-lives are
   * taken from straight lines, which are off by a third of a per cent at most for a curve like the
   * printed ones.
   */
  static final List<Double> DISORDERS = List.of(0.0, 1.0, 2.0, 3.0, 5.0, 7.0, 10.0);

  private final Chains chains;
  private final Reading reading;
  private final Map<Integer, Integer> realisations;
  private final Map<Chain, Ratios> known = new HashMap<>();
  private final Map<List<Integer>, SampledHalfLives> lives = new HashMap<>();

  SampledChains(Chains chains, Reading reading, Map<Integer, Integer> realisations) {
    this.chains = chains;
    this.reading = reading;
    this.realisations = Map.copyOf(realisations);
  }

  Reading reading() {
    return reading;
  }

  /** Ergotropies of the coherent battery. */
  Ratios coherent(int cells, double disorder) {
    return of(Chain.coherent(reading, cells, disorder));
  }

  /**
   * The curve without disorder, from any start. Of equal cells only the coupling counts: one field
   * serves all, and they are computed once for each coupling.
   */
  double[] ordered(int cells, Start start, Chain.Ratio ratio) {
    Reading any = new Reading(reading.factor(), Reading.PRINTED.field());
    return of(new Chain(any, cells, 0, start, ratio)).mean();
  }

  private Ratios of(Chain chain) {
    return known.computeIfAbsent(chain, c -> chains.of(c, realisations.getOrDefault(c.cells(), 1)));
  }

  /** The coherent battery's half-lives beside a paper's of so many realisations. */
  SampledHalfLives halfLives(int cells, int theirs) {
    return lives.computeIfAbsent(
        List.of(cells, theirs),
        asked ->
            SampledHalfLives.of(
                DISORDERS.stream().map(delta -> coherent(cells, delta)).toList(),
                DISORDERS,
                theirs,
                "calibration, %d cells, %s".formatted(cells, reading)));
  }
}
