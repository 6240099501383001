package qbattery.paper.santos2021;

import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.dynamics.GksCheck;
import qbattery.experiment.Laboratory;
import qbattery.linalg.HermitianEigen;
import qbattery.measure.Estimate;
import qbattery.model.CellNetwork;
import qbattery.model.Graph;
import qbattery.report.Numbers;

/**
 * Judges whether a printed dissipator generates a physical evolution: a battery file has no
 * dissipator that is not physical, and measures no Choi matrix. The form is what is judged, so
 * three cells, where a chain and a star have a middle, are enough for the map; for five cells the
 * rate matrix decides.
 */
final class Dissipators {

  /** Eq. 12, whose map does not keep matrices Hermitian. */
  static final class OfChain implements Claim.Examination {

    @Override
    public Judgement judge(Laboratory laboratory) {
      return judged(local().withOneWayLoss(CHAIN, ICL).withOneWayGain(CHAIN, ICL))
          .beside(
              "loss read with both orderings, gain with half of it and half its conjugate",
              judged(local().withTwoWayLoss(CHAIN, ICL).withHermitianGain(CHAIN, ICL)))
          .beside(
              "loss read with both orderings, no gain (the default of Figs. 3-5)",
              judged(local().withTwoWayLoss(CHAIN, ICL)));
    }
  }

  /** Eq. 13, one term a link, whose map does not keep matrices Hermitian. */
  static final class OfNetwork implements Claim.Examination {

    @Override
    public Judgement judge(Laboratory laboratory) {
      return judged(local().withOneWayLoss(STAR, ICL))
          .beside(
              "the term and its conjugate, Gamma_icl each",
              judged(local().withTwoWayLoss(STAR, ICL)))
          .beside(
              "half of the term and half of its conjugate",
              judged(local().withTwoWayLoss(STAR, ICL / 2)));
    }
  }

  /** The first version, Eq. 11, by its Choi matrix. */
  static final class OfFirstVersion implements Claim.Examination {

    @Override
    public Judgement judge(Laboratory laboratory) {
      return judged(local().withTwoWayLoss(CHAIN, ICL))
          .noting("smallest rate / Gamma, chain of 5", smallestRate(Graph.linear(5)))
          .noting("smallest rate / Gamma, star of 5", smallestRate(Graph.central(5)));
    }
  }

  static final Graph CHAIN = Graph.linear(3);
  static final Graph STAR = Graph.central(3);

  /** Gamma_icl in units of Gamma; captions of Figs. 3-5. */
  static final double ICL = 0.5;

  /** Sums of a few dozen rounded numbers of order one. */
  private static final double ROUNDING = 1e-12;

  private Dissipators() {}

  static PrintedDissipator local() {
    return PrintedDissipator.localDecay(3, 1);
  }

  static Judgement judged(PrintedDissipator form) {
    GksCheck anatomy = form.anatomy();
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
  private static Estimate smallestRate(PrintedDissipator form, GksCheck anatomy) {
    return Estimate.witnessed(
        Math.min(0, HermitianEigen.valuesOf(form.rates())[0]),
        anatomy.smallestRate() / (1 << (form.cells() - 1)));
  }

  /** Of the rate matrix Gamma 1 + Gamma_icl A. */
  static Estimate smallestRate(Graph graph) {
    return Estimate.rounded(
        HermitianEigen.valuesOf(CellNetwork.uniform(graph, 1, 2, 1, ICL).rates())[0]);
  }

  private static String brief(double value) {
    return Math.abs(value) <= ROUNDING ? "0" : Numbers.rounded(value, 4);
  }
}
