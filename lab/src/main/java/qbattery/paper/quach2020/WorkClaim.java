package qbattery.paper.quach2020;

import static qbattery.paper.quach2020.ClaimParts.AGREED;
import static qbattery.paper.quach2020.ClaimParts.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Estimate;
import qbattery.measure.OpenWork;
import qbattery.paper.quach2020.Setting.Unitaries;
import qbattery.quantum.DiagonalState;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;
import qbattery.quantum.SpinOperators;
import qbattery.quantum.State;

/** The claim on open-system work on a warm reservoir: Eq. 8 and Sec. VI. */
final class WorkClaim {

  /** R of Fig. 6a, and of Fig. 6d. */
  private static final int[] RATIOS = {10, 4};

  /** From a quarter of a quantum to twenty, past the range in which anything happens. */
  private static final double[] TEMPERATURES = {0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5, 10, 20};

  private WorkClaim() {}

  static Claim of(DarkModel model) {
    return claim(
        "open-work-warm",
        "Eq. 8, Sec. VI",
        "The open-system work E - E_th is a limit on the work that can be extracted, and a warmer reservoir lowers it.",
        "N_B = 1, steady state, at T = 0 and ten temperatures from 0.25 to 20: the smallest fall of E - E_th from one to the next must be above 0, and the smallest excess of E - E_th over the ergotropy above -1e-9, as a limit may be reached. Which R is meant is left open, and decides: R = 10 as in Fig. 6a and R = 4 as in Fig. 6d, for both initial states. Noted: the smallest excess over the ergotropy of the difference of the free energies, T D(rho || thermal), which is the limit that thermodynamics sets.",
        () -> {
          Map<String, Judgement> readings = new LinkedHashMap<>();
          for (int ratio : RATIOS) {
            for (Start start : Start.values()) {
              readings.put(
                  "R = %d, %s".formatted(ratio, start.label()), judge(model, ratio, start));
            }
          }
          return Judgement.across(readings);
        });
  }

  private static Judgement judge(DarkModel model, int ratio, Start start) {
    List<Estimate> works = new ArrayList<>();
    List<Estimate> ergotropies = new ArrayList<>();
    List<Estimate> excesses = new ArrayList<>();
    List<Estimate> free = new ArrayList<>();
    for (double temperature : TEMPERATURES) {
      Setting setting = model.warm(1, ratio, temperature, start);
      Estimate work = setting.openWork(Unitaries.ALL);
      Estimate ergotropy = setting.ergotropy(Unitaries.ALL);
      works.add(work);
      ergotropies.add(ergotropy);
      excesses.add(work.minus(ergotropy));
      free.add(withReservoir(setting).minus(ergotropy));
    }
    return Judgement.of(
            "At T = 0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5, 10, 20 and R = %d E - E_th is %s, the ergotropy %s."
                .formatted(ratio, Steps.words(works), Steps.words(ergotropies)),
            Check.exceeds("smallest fall of E - E_th along T", Steps.smallestFall(works), 0),
            Check.exceeds(
                "smallest excess of E - E_th over the ergotropy",
                Steps.smallest(excesses),
                -AGREED))
        .noting("smallest excess of T D over the ergotropy", Steps.smallest(free));
  }

  /** The free energy beyond equilibrium of one spin, from both closed forms of its energy. */
  static Estimate withReservoir(Setting setting) {
    Estimate energy = setting.closed();
    return Estimate.witnessed(
        withReservoir(energy.value(), setting.temperature()),
        withReservoir(energy.value() + energy.error(), setting.temperature()));
  }

  private static double withReservoir(double energy, double temperature) {
    State spin = DiagonalState.ofLevels(energy, 1 - energy);
    Operator storage = Operator.on(spin.space(), 0, SpinOperators.excitations(1));
    return OpenWork.withReservoir(spin, Observable.of(storage), temperature);
  }
}
