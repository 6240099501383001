package qbattery.paper.santos2021;

import static qbattery.paper.santos2021.LeakingCell.CLASSICAL;
import static qbattery.paper.santos2021.LeakingCell.COHERENT;

import java.util.Map;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Estimate;
import qbattery.experiment.Witnessed;
import qbattery.model.Graph;
import qbattery.report.Numbers;

/** The claim of Fig. 3, that chains of any length do better from the coherent start. */
final class ChainClaim {

  static final int LONGEST = 5;

  private ChainClaim() {}

  static Claim claim() {
    return new Claim(
        "santos2021.chain-advantage",
        "Fig. 3",
        "In linear chains of 1 to 5 cells the coherent state's efficiency decays later than the classical one's, whatever their number.",
        Map.of(),
        "Up to Gamma t = 3 the smallest difference of the efficiencies, and the difference of the times at which each has halved, must exceed zero by more than their errors, for every N.",
        NetworkStudy.underEach(ChainClaim::judge));
  }

  static Judgement judge(NetworkReading reading) {
    Estimate smallest = Estimate.exact(Double.POSITIVE_INFINITY);
    Estimate shortest = Estimate.exact(Double.POSITIVE_INFINITY);
    int closest = 1;
    for (int n = 1; n <= LONGEST; n++) {
      LeakingNetwork chain = reading.network(Graph.linear(n));
      Witnessed coherent = chain.from(COHERENT, NetworkStudy.END);
      Witnessed classical = chain.from(CLASSICAL, NetworkStudy.END);
      Estimate excess =
          coherent
              .course(chain.efficiency())
              .minus(classical.course(chain.efficiency()))
              .smallest()
              .value();
      if (excess.value() < smallest.value()) {
        smallest = excess;
        closest = n;
      }
      Estimate classicalHalf = classical.halfLife(chain.efficiency()).orElseThrow();
      // An efficiency that has not halved by the end has halved later than then.
      Estimate coherentHalf =
          coherent.halfLife(chain.efficiency()).orElse(Estimate.exact(NetworkStudy.END));
      Estimate later = coherentHalf.minus(classicalHalf);
      shortest = later.value() < shortest.value() ? later : shortest;
    }
    return Judgement.of(
        "For N = 1 to %d the coherent efficiency stays above the classical one by at least %s (N = %d) and halves later by at least %s/Gamma."
            .formatted(
                LONGEST,
                Numbers.rounded(smallest.value(), 4),
                closest,
                Numbers.rounded(shortest.value(), 4)),
        Check.exceeds("smallest difference of E/U", smallest, 0),
        Check.exceeds("Gamma (difference of half-times)", shortest, 0));
  }
}
