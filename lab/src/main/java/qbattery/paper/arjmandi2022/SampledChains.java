package qbattery.paper.arjmandi2022;

import static qbattery.paper.arjmandi2022.Start.COHERENT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import qbattery.dynamics.Times;
import qbattery.experiment.Laboratory;
import qbattery.statistics.Moments;

/**
 * What the statements of a paper are weighed on: curves of one reading, from a number of
 * realisations that is fixed for each number of cells.
 */
final class SampledChains {

  /**
   * Degrees of disorder at which chains are computed for a calibration; between them half-lives are
   * taken from straight lines, which are off by a third of a per cent at most for a curve like the
   * printed ones.
   */
  static final List<Double> DISORDERS = List.of(0.0, 1.0, 2.0, 3.0, 5.0, 7.0, 10.0);

  /**
   * Hundredths of 1/Gamma while the gain comes and goes, then coarser, until after the half-lives.
   */
  static final Times TIMES = times();

  private final Laboratory laboratory;
  private final ChainStudy study;
  private final Reading reading;
  private final Map<Integer, Integer> realisations;
  private final Map<ChainRun, Curves> known = new HashMap<>();
  private final Map<List<Integer>, SampledHalfLives> lives = new HashMap<>();

  SampledChains(Laboratory laboratory, Reading reading, Map<Integer, Integer> realisations) {
    this.laboratory = laboratory;
    this.study = new ChainStudy(laboratory);
    this.reading = reading;
    this.realisations = Map.copyOf(realisations);
  }

  Reading reading() {
    return reading;
  }

  /** The coherent battery's curves. */
  Curves curves(int cells, double disorder) {
    ChainRun run = new ChainRun(reading.chain(cells, disorder), COHERENT, TIMES, false);
    return known.computeIfAbsent(
        run,
        r ->
            new Curves(
                r,
                laboratory.exactly(
                    r, disorder == 0 ? 1 : Objects.requireNonNull(realisations.get(cells)))));
  }

  /**
   * Curves without disorder, from any start, at the times of the claims. Of equal cells only the
   * coupling counts: one field serves all, and they are computed once for each coupling.
   */
  Curves ordered(int cells, Start start, Times times) {
    Reading any = new Reading(reading.factor(), Reading.PRINTED.field());
    return study.curves(new ChainRun(any.chain(cells, 0), start, times, false), 1);
  }

  /** The coherent battery's half-lives beside a paper's of so many realisations. */
  SampledHalfLives halfLives(int cells, int theirs) {
    List<Integer> asked = List.of(cells, theirs);
    SampledHalfLives before = lives.get(asked);
    if (before == null) {
      before = SampledHalfLives.of(this, cells, theirs);
      lives.put(asked, before);
    }
    return before;
  }

  /**
   * How high mean E/E(0) stands above its start at its highest later point, in per cent; negative
   * where it stands below, so that a near miss is told from a far one.
   */
  Sampled height(int cells, double disorder) {
    Curves curves = curves(cells, disorder);
    int peak = PeakHeight.place(curves);
    return sampled(curves, row -> 100 * (row[curves.run().column(Merit.ERGOTROPY, peak)] - 1));
  }

  /** By how much mean E/E(0) rises, from its lowest value before to some later one, in per cent. */
  Sampled rise(int cells, double disorder) {
    Curves curves = curves(cells, disorder);
    int[] places = Rise.places(curves, Merit.ERGOTROPY);
    int from = curves.run().column(Merit.ERGOTROPY, places[0]);
    int to = curves.run().column(Merit.ERGOTROPY, places[1]);
    return sampled(curves, row -> 100 * (row[to] - row[from]));
  }

  private static Sampled sampled(Curves curves, RowNumber number) {
    Moments moments = new Moments();
    curves.rows().forEach(row -> moments.add(number.of(row)));
    return new Sampled(
        moments.mean().value(),
        curves.certain() ? 0 : moments.variance(),
        curves.ensemble().count());
  }

  private interface RowNumber {
    double of(double[] row);
  }

  private static Times times() {
    double[] times = new double[48];
    for (int k = 0; k < times.length; k++) {
      times[k] = k <= 30 ? k / 100.0 : (30 + 3 * (k - 30)) / 100.0;
    }
    return Times.of(times);
  }
}
