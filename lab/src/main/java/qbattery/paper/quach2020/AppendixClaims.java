package qbattery.paper.quach2020;

import static qbattery.paper.quach2020.ClaimParts.AGREED;
import static qbattery.paper.quach2020.ClaimParts.claim;

import java.util.List;
import java.util.stream.Collectors;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Estimate;
import qbattery.linalg.ComplexMatrix;
import qbattery.report.Numbers;

/** Claims of the appendix: Eqs. 18-32. */
final class AppendixClaims {

  private static final double[] TEMPERATURES = {0.2, 0.5, 1, 2, 5};

  /** Coefficients are small whole numbers, rounded to a millionth. */
  private static final double WHOLE = 1e-6;

  private AppendixClaims() {}

  static List<Claim> of(DarkModel model) {
    return List.of(motion(model), steadyElements(model), steadyMatrix(model));
  }

  private static Claim motion(DarkModel model) {
    return claim(
        "appendix-eom",
        "Eqs. 18-27",
        "The printed equations of motion of the two-spin density matrix follow from Eq. 2.",
        "The generator of Eq. 2 in the basis psi_up, psi_+, psi_-, psi_down = 1, 2, 3, 4, element by element: every coefficient is gamma (a + b n) + i c omega with whole a, b, c (to 1e-6), known from the generator at n = 0 and n = 1. None may differ. Eq. 2's L(O) has 2 O rho O^+; the usual half of it, i.e. gamma/2, is run as a reading.",
        () -> {
          List<PrintedMotion.Entry> entries = PrintedMotion.compare(model.rate());
          return differences(entries, 1, "With L as in Eq. 2")
              .beside("gamma/2 for gamma, all elements", differences(entries, 0.5, "With gamma/2"))
              .beside(
                  "gamma/2 for gamma, populations alone (Eqs. 18-21)",
                  differences(
                      entries.stream().filter(PrintedMotion.Entry::isPopulation).toList(),
                      0.5,
                      "With gamma/2, of the populations,"));
        });
  }

  private static Judgement differences(
      List<PrintedMotion.Entry> entries, double scale, String how) {
    List<PrintedMotion.Entry> wrong =
        entries.stream().filter(e -> e.difference(scale) > WHOLE).toList();
    double largest = entries.stream().mapToDouble(e -> e.difference(scale)).max().orElse(0);
    double rounding = entries.stream().mapToDouble(PrintedMotion.Entry::rounding).max().orElse(0);
    String list =
        scale == 1 && !wrong.isEmpty()
            ? ": "
                + wrong.stream()
                    .map(PrintedMotion.Entry::toString)
                    .collect(Collectors.joining("; "))
            : "";
    return Judgement.of(
        "%s %d of %d coefficients differ%s.".formatted(how, wrong.size(), entries.size(), list),
        Check.equal("coefficients that differ", Estimate.exact(wrong.size()), 0, 0),
        Check.equal(
            "largest difference of a, b or c",
            Estimate.rounded(largest).widened(rounding),
            0,
            WHOLE));
  }

  private static Claim steadyElements(DarkModel model) {
    return claim(
        "appendix-steady",
        "Eqs. 28-31",
        "The printed thermal steady-state elements of two spins.",
        "Largest difference between an element of the steady state (off-diagonal ones included, which are printed to vanish) and its printed form, at T = 0.2, 0.5, 1, 2 and 5 hbar omega/k_B and for both initial states, each with its own rho_33(0); to 1e-9. The second way is the integration to t = 40/gamma.",
        () -> {
          Estimate largest = Estimate.exact(0);
          for (Start start : Start.values()) {
            for (double temperature : TEMPERATURES) {
              Estimate here = farthest(model.warm(1, 1, temperature, start), temperature);
              largest = here.value() >= largest.value() ? here : largest;
            }
          }
          return Judgement.of(
              "The elements are off by at most %s under both initial states."
                  .formatted(Numbers.error(largest.value() + largest.error())),
              Check.equal("largest difference of an element", largest, 0, AGREED));
        });
  }

  private static Estimate farthest(Setting setting, double temperature) {
    double singlet = TwoSpins.initial(setting).re(2, 2);
    ComplexMatrix exact = TwoSpins.steady(setting);
    double end = 40 / setting.rate();
    // Two spins relax at 2 gamma (2 n + 1) or faster, but for the coherence with the singlet, which
    // pumping alone ends at 2 gamma n: it starts at 1/2 and counts for the diagonal nothing.
    ComplexMatrix late =
        TwoSpins.toAppendix(ChargingRun.of(setting, end).at(end).parts().get(0).state().matrix());
    double[] diagonal = printedDiagonal(temperature, singlet);
    double difference = 0;
    double error = 0;
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        double printed = i == j ? diagonal[i] : 0;
        difference = StrictMath.max(difference, StrictMath.abs(exact.re(i, j) - printed));
      }
      error = StrictMath.max(error, StrictMath.abs(exact.re(i, i) - late.re(i, i)));
    }
    return new Estimate(difference, error);
  }

  /** Eqs. 28-31. */
  private static double[] printedDiagonal(double temperature, double singlet) {
    double n = 1 / StrictMath.expm1(1 / temperature);
    double rest = (1 - singlet) / (1 + 3 * n * (n + 1));
    return new double[] {n * n * rest, n * (n + 1) * rest, singlet, (n + 1) * (n + 1) * rest};
  }

  private static Claim steadyMatrix(DarkModel model) {
    return claim(
        "eq32",
        "Eq. 32",
        "The printed steady-state matrix has trace one and follows from Eqs. 28-31.",
        "At n = 1: the trace of Eq. 32 as printed against 1, and its largest difference from the steady state (battery down) against 0; to 1e-9, rounding and the second way of appendix-steady.",
        () ->
            matrix(model, 1)
                .beside("the singlet outside the denominator", matrix(model, 1 + 3 * 1 * (1 + 1))));
  }

  /** Eq. 32 at n = 1 with a factor before its singlet. */
  private static Judgement matrix(DarkModel model, double factor) {
    double n = 1;
    double norm = 1 + 3 * n * (n + 1);
    double[] printed = {
      0.5 * n * n / norm,
      0.5 * n * (n + 1) / norm,
      0.5 * factor / norm,
      0.5 * (n + 1) * (n + 1) / norm
    };
    double trace = 0;
    double difference = 0;
    ComplexMatrix exact = TwoSpins.steady(model.warm(1, 1, 1 / StrictMath.log(2), Start.DOWN));
    for (int i = 0; i < 4; i++) {
      trace += printed[i];
      difference = StrictMath.max(difference, StrictMath.abs(exact.re(i, i) - printed[i]));
    }
    return Judgement.of(
        "At n = 1 the matrix has trace %s; its singlet has weight %s, that of the steady state %s."
            .formatted(
                Numbers.brief(trace), Numbers.brief(printed[2]), Numbers.brief(exact.re(2, 2))),
        Check.equal("trace at n = 1", Estimate.rounded(trace), 1, AGREED),
        Check.equal(
            "largest difference of an element at n = 1", Estimate.rounded(difference), 0, AGREED));
  }
}
