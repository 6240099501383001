package qbattery.paper.arjmandi2022;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import qbattery.dynamics.Times;
import qbattery.experiment.Ensemble;
import qbattery.experiment.Laboratory;
import qbattery.statistics.Bootstrap;
import qbattery.statistics.MeanCurve;
import qbattery.statistics.PeakOfMean;

/** What claims and figures ask of the chains: mean curves, half-lives and gains. */
final class ChainStudy {

  /** No range survives in the text; by 1/Gamma every battery has lost half of its ergotropy. */
  static final Times TIMES = Times.upTo(1, 101);

  /** Until 6/Gamma the energy falls to a quarter of a per cent. */
  static final Times LATE_TIMES = Times.upTo(6, 61);

  /** Rates are shown while the gain comes about and goes. */
  static final Times EARLY_TIMES = Times.upTo(0.5, 51);

  /** The paper's grid of delta is not stated; it speaks of 0 to 10. */
  static final List<Double> DISORDERS =
      List.of(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0);

  /**
   * How many realisations of two cells a claim is judged on: they cost little, and the paper's
   * hundred would leave much open.
   */
  static final int TWO_CELLS = 1000;

  /**
   * The same of seven cells where fits to half-lives are compared: ours share their deviates along
   * delta, so that the limit of a fit needs more realisations than the paper's 50 to be known
   * better than the paper's. The calibration takes as many.
   */
  static final int SEVEN_CELLS = 176;

  /** Realisations of Fig. 6. */
  private static final int OF_FIG_6 = 50;

  private static final int REPLICATES = 400;
  private static final int INSIDE = 6;

  /** A question to the laboratory. */
  private record Asked(ChainRun run, int published) {}

  private final Laboratory laboratory;

  /** What was asked for before; reading it from a store again would take its time. */
  private final Map<Asked, Curves> known = new HashMap<>();

  /**
   * A study.
   *
   * @param laboratory where realisations are computed and kept
   */
  ChainStudy(Laboratory laboratory) {
    this.laboratory = laboratory;
  }

  static int published(int cells) {
    return PrintedStatements.published(cells);
  }

  /** The usual curves up to 1/Gamma. */
  Curves curves(DisorderedChain chain, Start start) {
    return curves(chain, start, published(chain.cells()));
  }

  /** The usual curves of a number of realisations other than that of the first figures. */
  Curves curves(DisorderedChain chain, Start start, int published) {
    return curves(new ChainRun(chain, start, TIMES, false), published);
  }

  /** Any curves. Without disorder one realisation is all. */
  Curves curves(ChainRun run, int published) {
    Asked asked = new Asked(run, published);
    Curves before = known.get(asked);
    if (before != null) {
      return before;
    }
    Ensemble ensemble =
        run.chain().disorder() == 0
            ? laboratory.exactly(run, 1)
            : laboratory.ensemble(run, published, run.columnsOf(Merit.ERGOTROPY));
    Curves curves = with(run, ensemble);
    known.put(asked, curves);
    return curves;
  }

  /** The ergotropies of these curves, for what is asked of chains. */
  Chains chains() {
    return (chain, published) -> {
      Curves curves =
          curves(chain.reading().chain(chain.cells(), chain.disorder()), chain.start(), published);
      int from = curves.run().column(Merit.ERGOTROPY, 0);
      int to = from + curves.times().length;
      return new Ratios(
          curves.times(),
          curves.rows().stream().map(row -> Arrays.copyOfRange(row, from, to)).toList(),
          curves.rowError(Merit.ERGOTROPY));
    };
  }

  /** Curves of a fixed number of realisations, whatever the extent. */
  Curves exactly(ChainRun run, int realisations) {
    return with(run, laboratory.exactly(run, run.chain().disorder() == 0 ? 1 : realisations));
  }

  private Curves with(ChainRun run, Ensemble ensemble) {
    return new Curves(run, ensemble, Optional.of(RowErrors.of(laboratory, run, ensemble.rows())));
  }

  /** How many realisations a curve is the mean of, for reasons and captions. */
  String words(Curves curves) {
    if (curves.certain()) {
      return "one realisation, all are alike";
    }
    Ensemble ensemble = curves.ensemble();
    int cells = curves.run().chain().cells();
    if (cells == 2 && ensemble.published() == TWO_CELLS) {
      return beside(ensemble, published(2));
    }
    return cells == 7 && ensemble.published() == SEVEN_CELLS
        ? beside(ensemble, OF_FIG_6)
        : ensemble.inWords();
  }

  /** More realisations than the paper's. */
  private static String beside(Ensemble ensemble, int theirs) {
    return new Ensemble(ensemble.experiment(), ensemble.rows(), theirs, ensemble.stop()).inWords();
  }

  /**
   * The half-life of a mean curve: the first time at which mean E/E(0) is 1/2. The realisations are
   * looked at again at six times between two around it.
   *
   * <p>Between two times a curve departs from its chord by an eighth of its second difference
   * there. Where a chord before the crossing comes nearer to 1/2 than the largest second difference
   * of the whole curve, eight times that, the realisations are looked at again as well: a crossing
   * between the times is not missed unless the curve bends eight times as sharply as anywhere on
   * its grid.
   *
   * @return the half-life, or nothing if it is not reached
   */
  Optional<HalfLife> halfLife(Curves curves) {
    double[] times = curves.times();
    double[] means = curves.mean(Merit.ERGOTROPY).means();
    int after = firstBelowHalf(means);
    double bend = largestSecondDifference(means);
    for (int k = 1; k <= Math.min(after, times.length - 1); k++) {
      if (k < after && Math.min(means[k - 1], means[k]) - 0.5 > bend) {
        continue;
      }
      ChainRun between = curves.run().at(fine(times[k - 1], times[k]));
      Ensemble looked = laboratory.exactly(between, curves.ensemble().count());
      double[] fine = new Curves(between, looked).mean(Merit.ERGOTROPY).means();
      int below = firstBelowHalf(fine);
      if (below < fine.length) {
        double[] places = between.times().toArray();
        double slope = (fine[below - 1] - fine[below]) / (places[below] - places[below - 1]);
        double off = bendAround(fine, below) / 8 + curves.rowError(Merit.ERGOTROPY);
        return Optional.of(new HalfLife(crossing(places, fine), error(curves), off / slope));
      }
    }
    return Optional.empty();
  }

  private static double largestSecondDifference(double[] values) {
    double largest = 0;
    for (int k = 1; k < values.length - 1; k++) {
      largest = Math.max(largest, Math.abs(values[k - 1] - 2 * values[k] + values[k + 1]));
    }
    return largest;
  }

  /** The larger second difference at the two ends of an interval, as far as there are such. */
  private static double bendAround(double[] values, int end) {
    double largest = 0;
    for (int k = Math.max(2, end - 1); k <= Math.min(end, values.length - 2); k++) {
      largest = Math.max(largest, Math.abs(values[k - 1] - 2 * values[k] + values[k + 1]));
    }
    return largest;
  }

  /** Resamples realisations; a half-life that is not reached counts as the end of the curve. */
  private static double error(Curves curves) {
    if (curves.certain()) {
      return 0;
    }
    double[] times = curves.times();
    return Bootstrap.of(
            curves.ensemble().count(),
            REPLICATES,
            "half-life: " + curves.run().identity(),
            indices -> gridHalfLife(curves, times, indices))
        .standardError();
  }

  /**
   * The half-life of resampled realisations, interpolated on the grid: for errors. Of realisations
   * that these curves lack, as others may have more of them, none is taken.
   */
  static double gridHalfLife(Curves curves, double[] times, int[] indices) {
    if (curves.certain()) {
      return crossing(times, curves.mean(Merit.ERGOTROPY).means());
    }
    return crossing(
        times,
        MeanCurve.meansOf(
            curves.rows(),
            curves.run().column(Merit.ERGOTROPY, 0),
            times.length,
            Arrays.stream(indices).filter(k -> k < curves.ensemble().count()).toArray()));
  }

  /** The gain of Eq. 9. */
  Gain gain(Curves curves) {
    double[] means = curves.mean(Merit.ERGOTROPY).means();
    int peak = highest(means);
    double shift = 0;
    if (peak > 0) {
      double[] times = curves.times();
      ChainRun around =
          curves.run().at(fine(times[peak - 1], times[Math.min(peak + 1, times.length - 1)]));
      Ensemble looked = laboratory.exactly(around, curves.ensemble().count());
      double[] fine = new Curves(around, looked).mean(Merit.ERGOTROPY).means();
      shift = 100 * (fine[highest(fine)] - means[peak]);
    }
    if (curves.ensemble().count() < 4) {
      return Gain.certain(100 * (means[peak] - 1) + shift);
    }
    PeakOfMean found =
        PeakOfMean.of(
            curves.rows(),
            curves.run().column(Merit.ERGOTROPY, 0),
            means.length,
            "gain: " + curves.run().identity());
    return Gain.of(found, shift);
  }

  private static Times fine(double from, double to) {
    double[] times = new double[INSIDE + 2];
    for (int k = 0; k <= INSIDE; k++) {
      times[k + 1] = from + (to - from) * k / INSIDE;
    }
    times[INSIDE + 1] = to;
    return from == 0 ? Times.of(Arrays.copyOfRange(times, 1, times.length)) : Times.of(times);
  }

  private static int firstBelowHalf(double[] means) {
    int k = 1;
    while (k < means.length && means[k] >= 0.5) {
      k++;
    }
    return k;
  }

  /** Where a curve first falls below 1/2, linearly between its points; the end if nowhere. */
  private static double crossing(double[] times, double[] means) {
    int k = firstBelowHalf(means);
    if (k == means.length) {
      return times[means.length - 1];
    }
    double share = (means[k - 1] - 0.5) / (means[k - 1] - means[k]);
    return times[k - 1] + share * (times[k] - times[k - 1]);
  }

  private static int highest(double[] means) {
    int best = 0;
    for (int k = 1; k < means.length; k++) {
      if (means[k] > means[best]) {
        best = k;
      }
    }
    return best;
  }
}
