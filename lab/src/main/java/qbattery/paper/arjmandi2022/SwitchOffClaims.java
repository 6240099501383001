package qbattery.paper.arjmandi2022;

import static qbattery.paper.arjmandi2022.Start.COHERENT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Estimate;
import qbattery.report.Numbers;
import qbattery.statistics.Moments;

/**
 * What it costs to turn the coupling off, which has to be done before ergotropy counted in H0 is
 * extracted: Sec. III.
 *
 * <p>Turned off fast, the state stays, and the battery's energy goes from tr(rho (H0 + Hint)) to
 * tr(rho H0): the work {@code -tr(rho Hint)} has to be put in, or comes out where it is negative.
 * If the coupling was turned on at the start in the same way, {@code tr(rho(0) Hint)} was put in
 * before. As each cell decays by itself, {@code H0 + Hint} falls as exp(-Gamma t), so both together
 * are
 *
 * <pre>
 * U(t) - U(0) + (U(0) + tr(rho(0) Hint)) (1 - exp(-Gamma t)):
 * </pre>
 *
 * <p>what the cells gained in energy and what they lost on the way. The coherent state is pure, so
 * that E(0) = U(0), and E(t) is never larger than U(t): the gain of ergotropy is never larger than
 * both works together, in any realisation whose energy at the start is positive.
 */
final class SwitchOffClaims {

  private static final double STRONG = 5;

  private SwitchOffClaims() {}

  /** Which work is counted. */
  enum Counted {
    /** Turning the coupling on at the start and off at the end. */
    ON_AND_OFF("turned on before and off"),
    /** Turning it off alone. */
    OFF("turned off");

    private final String label;

    Counted(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }

    /** The work over the ergotropy at the start, in a row, at a time with this number. */
    ToDoubleFunction<double[]> of(ChainRun run, int time) {
      int now = run.column(Merit.INTERACTION, time);
      int start = run.column(Merit.INTERACTION, 0);
      return this == OFF ? row -> -row[now] : row -> row[start] - row[now];
    }
  }

  static List<Claim> all() {
    return List.of(
        new Claim(
            "arjmandi2022.switch-off-cost",
            "Sec. III",
            "Turning the coupling off before extraction costs energy, which the paper leaves out of its gain; where it has been counted it is larger. Counted here, it is larger than what was gained.",
            Map.of(),
            "Seven cells, delta = 5, coherent, at the time of the largest mean E/E(0) after Gamma t = 0.01: the mean work, over E(0), must exceed the mean gain E/E(0) - 1 by more than the error of the difference in the same realisations. The work is -tr(rho Hint) for turning the coupling off; with tr(rho(0) Hint), put in where it was turned on at the start, as a reading of its own. Positive is what has to be put in."
                + ReadClaim.ERRORS,
            laboratory -> judge(new ChainStudy(laboratory))));
  }

  private static Judgement judge(ChainStudy study) {
    Map<String, Judgement> all = new LinkedHashMap<>();
    for (Reading reading : Reading.ALL) {
      for (Counted counted : Counted.values()) {
        all.put(
            "%s, coupling %s".formatted(reading.label(), counted.label),
            judge(study, reading, counted));
      }
    }
    return Judgement.across(all);
  }

  private static Judgement judge(ChainStudy study, Reading reading, Counted counted) {
    Curves curves = study.curves(reading.chain(7, STRONG), COHERENT);
    ChainRun run = curves.run();
    int peak = PeakHeight.place(curves);
    ToDoubleFunction<double[]> work = counted.of(run, peak);
    int column = run.column(Merit.ERGOTROPY, peak);
    Estimate cost = percent(curves, work);
    Estimate gain = percent(curves, row -> row[column] - 1);
    Estimate excess = percent(curves, row -> work.applyAsDouble(row) - (row[column] - 1));
    return Judgement.of(
            "At Gamma t = %s mean E/E(0) - 1 is %s %% and the work %s %% of E(0) (%s). With the coupling turned on at the start and off, the work is never less than the gain: it is what the cells gained in energy and what they lost on the way."
                .formatted(
                    Numbers.rounded(curves.times()[peak], 3),
                    Numbers.rounded(gain.value(), 3),
                    Numbers.rounded(cost.value(), 3),
                    study.words(curves)),
            Check.exceeds("work less gain [% of E(0)]", excess, 0))
        .noting("work [% of E(0)]", cost)
        .noting("gain [% of E(0)]", gain);
  }

  private static Estimate percent(Curves curves, ToDoubleFunction<double[]> number) {
    Moments moments = new Moments();
    curves.rows().forEach(row -> moments.add(number.applyAsDouble(row)));
    double rows = 2 * curves.rowError(Merit.INTERACTION) + curves.rowError(Merit.ERGOTROPY);
    return new Estimate(
        100 * moments.mean().value(),
        100 * (Curves.STANDARD_ERRORS * moments.mean().standardError() + rows));
  }
}
