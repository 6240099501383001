package qbattery.paper.arjmandi2022;

import static qbattery.paper.arjmandi2022.Start.COHERENT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Estimate;
import qbattery.report.Numbers;
import qbattery.statistics.Moments;

/** Where the energy goes: Eqs. 7 and 8, Fig. 4, and ergotropy counted in H0 + Hint. */
final class FlowClaims {

  private static final double STRONG = 5;

  private FlowClaims() {}

  static List<Claim> all() {
    return List.of(
        ReadClaim.of(
            "energy-derivative-positive",
            "Figs. 4c, 4d",
            "With enough disorder dU/dt is positive for a while and exceeds the derivative of the passive energy there.",
            Map.of(),
            "Seven cells; the three degrees of disorder are not named, here 0, 1 and 5. At delta = 5 the largest mean of dU/dt must exceed zero, and at that time exceed the mean of dU0/dt, by more than the errors."
                + ReadClaim.ERRORS,
            FlowClaims::derivative),
        new Claim(
            "arjmandi2022.total-ergotropy-monotonic",
            "Sec. II B",
            "Ergotropy counted in H0 + Hint instead of H0 falls monotonically.",
            Map.of(),
            "Seven cells at delta = 0 and 5: the largest rise of the mean over its start, from a value to a later one, up to Gamma t = 1, must be zero to 1e-5. The text does not say for which start: the coherent one, which the passage is about, and all three are both judged."
                + ReadClaim.ERRORS,
            laboratory -> total(new ChainStudy(laboratory))));
  }

  private static Judgement derivative(ChainStudy study, Reading reading) {
    Curves curves = early(study, reading, STRONG);
    ChainRun run = curves.run();
    Moments rate = new Moments();
    Moments excess = new Moments();
    int at = peak(curves);
    for (double[] row : curves.rows()) {
      double energy =
          row[run.column(Merit.FROM_INTERACTION, at)] + row[run.column(Merit.FROM_CHANNELS, at)];
      rate.add(energy);
      excess.add(energy - row[run.column(Merit.PASSIVE_RATE, at)]);
    }
    Estimate largest = off(curves, rate);
    Estimate over = off(curves, excess);
    Curves weak = early(study, reading, 1);
    int weakPeak = peak(weak);
    Estimate weakRate =
        weak.at(Merit.FROM_INTERACTION, weakPeak)
            .minus(weak.at(Merit.FROM_CHANNELS, weakPeak).times(-1));
    return Judgement.of(
            "At delta = 5 mean dU/dt reaches %s Gamma U(0) at Gamma t = %s, %s above dU0/dt (%s); at delta = 1 its largest value is %s, at delta = 0 it is -Gamma U(t)."
                .formatted(
                    Numbers.rounded(largest.value(), 3),
                    Numbers.rounded(curves.times()[at], 3),
                    Numbers.rounded(over.value(), 3),
                    study.words(curves),
                    Numbers.rounded(weakRate.value(), 3)),
            Check.exceeds("largest dU/dt at delta = 5 [Gamma U(0)]", largest, 0),
            Check.exceeds("dU/dt - dU0/dt there [Gamma U(0)]", over, 0))
        .noting("largest dU/dt at delta = 1 [Gamma U(0)]", weakRate);
  }

  /** The mean of rates of energy, whose rows are off by what their terms are. */
  private static Estimate off(Curves curves, Moments rates) {
    double rows =
        curves.rowError(Merit.FROM_INTERACTION)
            + curves.rowError(Merit.FROM_CHANNELS)
            + curves.rowError(Merit.PASSIVE_RATE);
    return new Estimate(
        rates.mean().value(), Curves.STANDARD_ERRORS * rates.mean().standardError() + rows);
  }

  private static Judgement total(ChainStudy study) {
    Map<String, Judgement> all = new LinkedHashMap<>();
    for (Reading reading : Reading.ALL) {
      all.put(reading.label() + ", coherent start", rises(study, reading, List.of(COHERENT)));
      all.put(
          reading.label() + ", all three starts", rises(study, reading, List.of(Start.values())));
    }
    return Judgement.across(all);
  }

  private static Judgement rises(ChainStudy study, Reading reading, List<Start> starts) {
    Estimate largest = Estimate.exact(0);
    StringBuilder found = new StringBuilder();
    for (Start start : starts) {
      for (double delta : List.of(0.0, STRONG)) {
        Rise rise = Rise.of(study.curves(reading.chain(7, delta), start), Merit.TOTAL_ERGOTROPY);
        largest = rise.height().value() > largest.value() ? rise.height() : largest;
        found.append(found.isEmpty() ? "" : "; ");
        found.append(
            "%s, delta = %s: %s"
                .formatted(
                    start.label(),
                    Numbers.exact(delta),
                    rise.height().value() > 1e-5
                        ? "rises by %s from Gamma t = %s on"
                            .formatted(
                                Numbers.rounded(rise.height().value(), 2),
                                Numbers.rounded(rise.from(), 3))
                        : "only falls"));
      }
    }
    return Judgement.of(
        "%s. Where J is not small against the frequencies, the empty battery is not the ground state of H0 + Hint, and decay toward it can store work."
            .formatted(found),
        Check.equal("largest rise of E/E(0) in H0 + Hint", largest, 0, 1e-5));
  }

  private static Curves early(ChainStudy study, Reading reading, double delta) {
    return study.curves(
        new ChainRun(reading.chain(7, delta), COHERENT, ChainStudy.EARLY_TIMES, true),
        ChainStudy.published(7));
  }

  /** Where the mean of dU/dt is largest. */
  private static int peak(Curves curves) {
    double[] flow = curves.mean(Merit.FROM_INTERACTION).means();
    double[] loss = curves.mean(Merit.FROM_CHANNELS).means();
    int best = 0;
    for (int k = 1; k < flow.length; k++) {
      best = flow[k] + loss[k] > flow[best] + loss[best] ? k : best;
    }
    return best;
  }
}
