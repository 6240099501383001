package qbattery.paper.santos2021;

import static qbattery.paper.santos2021.LeakingCell.CLASSICAL;
import static qbattery.paper.santos2021.LeakingCell.COHERENT;
import static qbattery.paper.santos2021.LeakingCell.OMEGA;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Estimate;
import qbattery.measure.Energy;
import qbattery.measure.Ergotropy;
import qbattery.model.Battery;
import qbattery.model.InitialState;
import qbattery.quantum.Observable;
import qbattery.quantum.State;
import qbattery.report.Numbers;

/** Claims on what one and several cells hold before anything has leaked: Sec. II B and Sec. III. */
final class StartClaims {

  private static final int MAX_CELLS = 5;

  /** Sums of 32 rounded numbers of order one. */
  private static final double ROUNDING = 1e-12;

  /** Half a unit of the last digit of 0.667 and 0.333. */
  private static final double PRINTED_DIGITS = 5e-4;

  private StartClaims() {}

  static List<Claim> all() {
    return List.of(equalStart(), startN(), deadEnergy());
  }

  /**
   * Ergotropy and energy of N cells at t = 0, in units of hbar omega.
   *
   * @param ergotropy the ergotropy of all cells
   * @param energy their energy above ground
   */
  private record Charge(double ergotropy, double energy) {

    static Charge of(InitialState start, int cells) {
      Battery battery = Battery.ofCells(cells + " cells", cells, OMEGA, List.of());
      Observable storage = Observable.of(battery.storage());
      State state = start.of(battery);
      return new Charge(Ergotropy.of(state, storage), Energy.aboveGround(state, storage));
    }

    double efficiency() {
      return ergotropy / energy;
    }
  }

  private static Claim equalStart() {
    return new Claim(
        "santos2021.equal-start",
        "Sec. II B",
        "The superposition (|e>+|g>)/sqrt 2 and the mixture 3/4 |e><e| + 1/4 |g><g| hold the same ergotropy, half a quantum.",
        Map.of("ergotropy", 0.5),
        "Both ergotropies against 1/2, to rounding (1e-12).",
        () -> {
          double coherent = Charge.of(COHERENT, 1).ergotropy();
          double classical = Charge.of(CLASSICAL, 1).ergotropy();
          return Judgement.of(
              "The superposition holds %s, the mixture %s hbar omega."
                  .formatted(Numbers.brief(coherent), Numbers.brief(classical)),
              Check.equal("E of superposition", Estimate.rounded(coherent), 0.5, ROUNDING),
              Check.equal("E of mixture", Estimate.rounded(classical), 0.5, ROUNDING));
        });
  }

  private static Claim startN() {
    Map<String, Double> printed = new LinkedHashMap<>();
    printed.put("quantum", 1.0);
    printed.put("classical", 0.667);
    return new Claim(
        "santos2021.start-N",
        "Sec. III",
        "N cells start with ergotropy N/2 from either state; efficiency at t = 0 is 1 (coherent) and 0.667 (classical) whatever N is.",
        printed,
        "N = 1 to 5. Ergotropy to rounding (1e-12); efficiency within half a unit of the last printed digit.",
        () -> {
          double[] coherent = farthest(COHERENT, 1);
          double[] classical = farthest(CLASSICAL, 0.667);
          return Judgement.of(
              "Products of identical cells, N = 1 to %d: per cell the ergotropy is %s (coherent) and %s (classical), the efficiency %s and %s, each at the N where it is farthest from what is printed."
                  .formatted(
                      MAX_CELLS,
                      Numbers.brief(coherent[0]),
                      Numbers.brief(classical[0]),
                      Numbers.brief(coherent[1]),
                      Numbers.brief(classical[1])),
              half("E/N coherent, N=1..5", coherent[0]),
              half("E/N classical, N=1..5", classical[0]),
              share("E/U coherent, N=1..5", coherent[1], 1),
              share("E/U classical, N=1..5", classical[1], 0.667));
        });
  }

  /** Ergotropy per cell and efficiency, each at the N where it is farthest from what is printed. */
  private static double[] farthest(InitialState start, double printedEfficiency) {
    double[] found = {0.5, printedEfficiency};
    for (int n = 1; n <= MAX_CELLS; n++) {
      Charge charge = Charge.of(start, n);
      double perCell = charge.ergotropy() / n;
      if (n == 1 || Math.abs(perCell - 0.5) > Math.abs(found[0] - 0.5)) {
        found[0] = perCell;
      }
      double efficiency = charge.efficiency();
      if (n == 1
          || Math.abs(efficiency - printedEfficiency) > Math.abs(found[1] - printedEfficiency)) {
        found[1] = efficiency;
      }
    }
    return found;
  }

  private static Check half(String quantity, double observed) {
    return Check.equal(quantity, Estimate.rounded(observed), 0.5, ROUNDING);
  }

  private static Check share(String quantity, double observed, double printed) {
    return Check.equal(quantity, Estimate.rounded(observed), printed, PRINTED_DIGITS);
  }

  private static Claim deadEnergy() {
    return new Claim(
        "santos2021.dead-energy",
        "Sec. III",
        "In the classical state about 0.333 hbar omega per cell can never be extracted.",
        Map.of("per_cell", 0.333),
        "(U - E)/N at t = 0 for N = 1 and 5, within half a unit of the last printed digit.",
        () -> {
          Charge one = Charge.of(CLASSICAL, 1);
          Charge five = Charge.of(CLASSICAL, MAX_CELLS);
          double dead = one.energy() - one.ergotropy();
          double deadOfFive = (five.energy() - five.ergotropy()) / MAX_CELLS;
          double share = dead / one.energy();
          String reason =
              "A cell holds U = %s hbar omega, of which %s is dead: a share of %s of the stored energy, but not that much energy."
                  .formatted(
                      Numbers.brief(one.energy()), Numbers.brief(dead), Numbers.brief(share));
          return Judgement.of(
                  reason,
                  Check.equal("(U-E)/N, N=1", Estimate.rounded(dead), 0.333, PRINTED_DIGITS),
                  Check.equal("(U-E)/N, N=5", Estimate.rounded(deadOfFive), 0.333, PRINTED_DIGITS))
              .beside(
                  "0.333 as the share of the stored energy, not as an energy",
                  Judgement.of(
                      reason,
                      Check.equal("(U-E)/U", Estimate.rounded(share), 0.333, PRINTED_DIGITS)));
        });
  }
}
