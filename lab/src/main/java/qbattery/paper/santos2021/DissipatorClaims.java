package qbattery.paper.santos2021;

import java.util.List;
import java.util.Map;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.dynamics.GeneratorAnatomy;
import qbattery.experiment.Estimate;
import qbattery.linalg.HermitianEigen;
import qbattery.model.Graph;
import qbattery.report.Numbers;

/**
 * Claims that the printed forms of the intracell dissipator generate a physical evolution. The form
 * is what is judged, so three cells, where a chain and a star have a middle, are enough for the
 * map; for five cells the rate matrix decides.
 */
final class DissipatorClaims {

  private static final int CELLS = 3;
  private static final double GAMMA = LeakingCell.GAMMA;
  private static final double ICL = NetworkReading.GAMMA_ICL;

  /** Sums of a few dozen rounded numbers of order one. */
  private static final double ROUNDING = 1e-12;

  private static final String HOW =
      "Three numbers of the map L on three cells: largest element of L[E]^+ - L[E^+] (0 if Hermitian matrices stay so), largest |tr L[E]| (0 if the trace is kept), and the smallest eigenvalue of the rate matrix over sigma_n^- and sigma_n^+, of its Hermitian part where it is not Hermitian; each to 1e-12, rounding. All three must hold: exp(L t) is completely positive if and only if Hermitian matrices stay so and no rate is negative. The second way to the smallest rate is the projected Choi matrix of L, whose eigenvalues are the rates times 2^(N-1), the square of the norm of sigma_n^- on N cells.";

  private DissipatorClaims() {}

  static List<Claim> all() {
    return List.of(eq12(), eq13(), firstVersionEq11());
  }

  private static PrintedDissipator local() {
    return PrintedDissipator.localDecay(CELLS, GAMMA);
  }

  private static Claim eq12() {
    Graph chain = Graph.linear(CELLS);
    return new Claim(
        "santos2021.eq12-physical",
        "Eq. 12",
        "The intracell dissipator of the chain, one ordering of loss and one of gain, generates a physical evolution.",
        Map.of(),
        HOW,
        () ->
            judged(local().withOneWayLoss(chain, ICL).withOneWayGain(chain, ICL))
                .beside(
                    "loss read with both orderings, gain with half of it and half its conjugate",
                    judged(local().withTwoWayLoss(chain, ICL).withHermitianGain(chain, ICL)))
                .beside(
                    "loss read with both orderings, no gain (the default of Figs. 3-5)",
                    judged(local().withTwoWayLoss(chain, ICL))));
  }

  private static Claim eq13() {
    Graph star = Graph.central(CELLS);
    return new Claim(
        "santos2021.eq13-physical",
        "Eq. 13",
        "The intracell dissipator of any network, one term a link, generates a physical evolution.",
        Map.of(),
        HOW,
        () ->
            judged(local().withOneWayLoss(star, ICL))
                .beside(
                    "the term and its conjugate, Gamma_icl each",
                    judged(local().withTwoWayLoss(star, ICL)))
                .beside(
                    "half of the term and half of its conjugate",
                    judged(local().withTwoWayLoss(star, ICL / 2))));
  }

  private static Claim firstVersionEq11() {
    return new Claim(
        "santos2021.v1-eq11-physical",
        "first version, Eq. 11",
        "The intracell dissipator of the first version, with both neighbours of each cell, generates a physical evolution.",
        Map.of(),
        HOW
            + " For the chain of five cells, and the star, the smallest eigenvalue of the rate matrix Gamma 1 + Gamma_icl A is noted.",
        () ->
            judged(local().withTwoWayLoss(Graph.linear(CELLS), ICL))
                .noting("smallest rate / Gamma, chain of 5", smallestRate(Graph.linear(5)))
                .noting("smallest rate / Gamma, star of 5", smallestRate(Graph.central(5))));
  }

  static Judgement judged(PrintedDissipator form) {
    GeneratorAnatomy anatomy = form.anatomy();
    Estimate smallest = smallestRate(form, anatomy);
    boolean hermitian = anatomy.keepsHermiticity();
    return Judgement.of(
        "Hermitian matrices %s (defect %s Gamma), the trace %s (defect %s Gamma), the smallest rate%s is %s Gamma: the map is %scompletely positive."
            .formatted(
                hermitian ? "stay so" : "do not stay so",
                brief(anatomy.hermiticityDefect()),
                anatomy.keepsTrace() ? "is kept" : "is not kept",
                brief(anatomy.traceDefect()),
                hermitian ? "" : " of its Hermitian part",
                brief(smallest.value()),
                hermitian && anatomy.isCompletelyPositive() ? "" : "not "),
        Check.equal(
            "Hermiticity defect / Gamma",
            Estimate.rounded(anatomy.hermiticityDefect()),
            0,
            ROUNDING),
        Check.equal("trace defect / Gamma", Estimate.rounded(anatomy.traceDefect()), 0, ROUNDING),
        Check.exceeds("smallest rate / Gamma", smallest, -ROUNDING));
  }

  /** From the rate matrix, and from the map alone; a jump that is not there has the rate 0. */
  private static Estimate smallestRate(PrintedDissipator form, GeneratorAnatomy anatomy) {
    return Estimate.witnessed(
        Math.min(0, HermitianEigen.valuesOf(form.rates())[0]),
        anatomy.smallestRate() / (1 << (form.cells() - 1)));
  }

  private static Estimate smallestRate(Graph graph) {
    double[] eigenvalues =
        HermitianEigen.valuesOf(
            NetworkReading.DEFAULT.network(graph).battery().channels().get(0).rates());
    return Estimate.rounded(eigenvalues[0]);
  }

  private static String brief(double value) {
    return Math.abs(value) <= ROUNDING ? "0" : Numbers.rounded(value, 4);
  }
}
