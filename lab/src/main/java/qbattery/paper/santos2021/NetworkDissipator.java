package qbattery.paper.santos2021;

import static qbattery.paper.santos2021.Dissipators.ICL;
import static qbattery.paper.santos2021.Dissipators.STAR;

import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Laboratory;

/**
 * Judges the dissipator of Eq. 13, one term a link, whose map does not keep matrices Hermitian: a
 * battery file has no dissipator that is not physical.
 */
final class NetworkDissipator implements Claim.Examination {

  @Override
  public Judgement judge(Laboratory laboratory) {
    return Dissipators.judged(Dissipators.local().withOneWayLoss(STAR, ICL))
        .beside(
            "the term and its conjugate, Gamma_icl each",
            Dissipators.judged(Dissipators.local().withTwoWayLoss(STAR, ICL)))
        .beside(
            "half of the term and half of its conjugate",
            Dissipators.judged(Dissipators.local().withTwoWayLoss(STAR, ICL / 2)));
  }
}
