package qbattery.paper.santos2021;

import static qbattery.paper.santos2021.Dissipators.CHAIN;
import static qbattery.paper.santos2021.Dissipators.ICL;

import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Laboratory;

/**
 * Judges the dissipator of Eq. 12, whose map does not keep matrices Hermitian: a battery file has
 * no dissipator that is not physical.
 */
final class ChainDissipator implements Claim.Examination {

  @Override
  public Judgement judge(Laboratory laboratory) {
    return Dissipators.judged(
            Dissipators.local().withOneWayLoss(CHAIN, ICL).withOneWayGain(CHAIN, ICL))
        .beside(
            "loss read with both orderings, gain with half of it and half its conjugate",
            Dissipators.judged(
                Dissipators.local().withTwoWayLoss(CHAIN, ICL).withHermitianGain(CHAIN, ICL)))
        .beside(
            "loss read with both orderings, no gain (the default of Figs. 3-5)",
            Dissipators.judged(Dissipators.local().withTwoWayLoss(CHAIN, ICL)));
  }
}
