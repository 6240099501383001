package qbattery.paper.quach2020;

import java.util.List;
import java.util.stream.Collectors;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Laboratory;
import qbattery.measure.Estimate;

/**
 * Holds the equations of motion of the appendix, Eqs. 18-27, to those of Eq. 2: coefficients of a
 * generator, element by element, are no result of a battery file.
 */
final class PrintedEquations implements Claim.Examination {

  /** Coefficients are small whole numbers, rounded to a millionth. */
  private static final double WHOLE = 1e-6;

  private final double rate;

  /** Of the stated model, whose rate is the unit. */
  PrintedEquations() {
    this(1);
  }

  /** Of a model with another rate, for a test in which the verdict turns. */
  PrintedEquations(double rate) {
    this.rate = rate;
  }

  @Override
  public Judgement judge(Laboratory laboratory) {
    List<PrintedMotion.Entry> entries = PrintedMotion.compare(rate);
    return differences(entries, 1, "With L as in Eq. 2")
        .beside("gamma/2 for gamma, all elements", differences(entries, 0.5, "With gamma/2"))
        .beside(
            "gamma/2 for gamma, populations alone (Eqs. 18-21)",
            differences(
                entries.stream().filter(PrintedMotion.Entry::isPopulation).toList(),
                0.5,
                "With gamma/2, of the populations,"));
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
}
