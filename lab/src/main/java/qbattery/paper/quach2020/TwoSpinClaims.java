package qbattery.paper.quach2020;

import static qbattery.paper.quach2020.ClaimParts.AGREED;
import static qbattery.paper.quach2020.ClaimParts.claim;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Estimate;
import qbattery.linalg.ComplexMatrix;
import qbattery.report.Numbers;

/** Claims on the steady state of two spins: Eqs. 4-5 and 13. */
final class TwoSpinClaims {

  /** Temperatures at which Eq. 13 is held to the model; n from 5e-5 to 9.5. */
  private static final double[] TEMPERATURES = {0.1, 0.3, 1, 3, 10};

  private TwoSpinClaims() {}

  static List<Claim> of(DarkModel model) {
    return List.of(steady(model), thermalSpin(model));
  }

  private static Claim steady(DarkModel model) {
    return claim(
        "two-spin-steady",
        "Eqs. 4-5",
        "Two spins at T = 0 end half in the ground state and half in the singlet; each spin has <Jz> = -1/4, and a quarter of a quantum has reached the battery.",
        Map.of("energy", 0.25),
        "Weights of ground state and singlet against 1/2, <Jz> of each spin against -1/4, the battery's energy against 1/4; to 1e-9, the error of the long integration that is the second way.",
        () -> {
          Setting setting = model.cold(1, 1);
          ComplexMatrix exact = TwoSpins.steady(setting);
          // After 20/gamma the slowest coherence is down by exp(-40).
          ChargingRun run = ChargingRun.of(setting, 20);
          ComplexMatrix late = TwoSpins.toAppendix(run.at(20).parts().get(0).state().matrix());
          Estimate down = Estimate.witnessed(exact.re(3, 3), late.re(3, 3));
          Estimate singlet = Estimate.witnessed(exact.re(2, 2), late.re(2, 2));
          Estimate energy = setting.energy();
          double charger =
              exact.re(0, 0) + 0.5 * (exact.re(1, 1) + exact.re(2, 2)) + exact.re(1, 2);
          Estimate chargerSpin = Estimate.witnessed(charger - 0.5, run.chargerEnergy(20) - 0.5);
          Estimate batterySpin = energy.minus(Estimate.exact(0.5));
          return Judgement.of(
              "Ground state %s, singlet %s; the battery holds %s hbar omega."
                  .formatted(Numbers.brief(down), Numbers.brief(singlet), Numbers.brief(energy)),
              Check.equal("energy of the battery / hbar omega", energy, 0.25, AGREED),
              Check.equal("weight of the ground state", down, 0.5, AGREED),
              Check.equal("weight of the singlet", singlet, 0.5, AGREED),
              Check.equal("<Jz> of the battery / hbar", batterySpin, -0.25, AGREED),
              Check.equal("<Jz> of the charger / hbar", chargerSpin, -0.25, AGREED));
        });
  }

  private static Claim thermalSpin(DarkModel model) {
    return claim(
        "thermal-jz",
        "Eq. 13",
        "In the thermal steady state both spins have <Jz> = -(2n+1)/(12n(n+1)+4).",
        "Largest |difference| between <Jz> of either spin and Eq. 13 at T = 0.1, 0.3, 1, 3 and 10 hbar omega/k_B, to 1e-9 (error of the integration that is the second way); for both initial states, as Sec. II and the appendix state different ones.",
        () -> {
          Map<Start, Judgement> found = new EnumMap<>(Start.class);
          for (Start start : Start.values()) {
            found.put(start, thermalSpin(model, start));
          }
          Map<String, Judgement> readings = new LinkedHashMap<>();
          found.forEach((start, judgement) -> readings.put(start.label(), judgement));
          return Judgement.across(readings);
        });
  }

  private static Judgement thermalSpin(DarkModel model, Start start) {
    Estimate farthest = Estimate.exact(0);
    double printedThere = 0;
    double foundThere = 0;
    double where = 0;
    for (double temperature : TEMPERATURES) {
      Setting setting = model.warm(1, 1, temperature, start);
      double n = 1 / StrictMath.expm1(1 / temperature);
      double printed = -(2 * n + 1) / (12 * n * (n + 1) + 4);
      ComplexMatrix exact = TwoSpins.steady(setting);
      double mean = exact.re(0, 0) + 0.5 * (exact.re(1, 1) + exact.re(2, 2)) - 0.5;
      double apart = StrictMath.abs(exact.re(1, 2)); // battery and charger differ by this
      Estimate energy = setting.energy();
      double difference =
          StrictMath.max(
              StrictMath.abs(mean - printed) + apart,
              StrictMath.abs(energy.value() - 0.5 - printed));
      if (difference >= farthest.value()) {
        farthest = new Estimate(difference, energy.error());
        printedThere = printed;
        foundThere = mean;
        where = temperature;
      }
    }
    return Judgement.of(
        "Eq. 13 is farthest off at T = %s hbar omega/k_B: it says %s, the steady state has %s."
            .formatted(
                Numbers.brief(where), Numbers.brief(printedThere), Numbers.brief(foundThere)),
        Check.equal("largest |<Jz> - Eq. 13| / hbar", farthest, 0, AGREED));
  }
}
