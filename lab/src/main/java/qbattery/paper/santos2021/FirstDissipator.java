package qbattery.paper.santos2021;

import static qbattery.paper.santos2021.Dissipators.CHAIN;
import static qbattery.paper.santos2021.Dissipators.ICL;

import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Laboratory;
import qbattery.model.Graph;

/**
 * Judges the dissipator of the first version, Eq. 11, by its Choi matrix, which is no number of a
 * state that a battery file could measure.
 */
final class FirstDissipator implements Claim.Examination {

  @Override
  public Judgement judge(Laboratory laboratory) {
    return Dissipators.judged(Dissipators.local().withTwoWayLoss(CHAIN, ICL))
        .noting("smallest rate / Gamma, chain of 5", Dissipators.smallestRate(Graph.linear(5)))
        .noting("smallest rate / Gamma, star of 5", Dissipators.smallestRate(Graph.central(5)));
  }
}
