package qbattery.paper.quach2020;

import java.util.function.ToDoubleFunction;
import qbattery.dynamics.EnsembleTrajectory;
import qbattery.dynamics.Method;
import qbattery.dynamics.Motion;
import qbattery.dynamics.Trajectory;
import qbattery.linalg.ComplexMatrix;
import qbattery.measure.LogarithmicNegativity;
import qbattery.measure.LogarithmicNegativityRate;
import qbattery.quantum.EnsembleState;
import qbattery.quantum.State;

/**
 * A battery while it is charged: energies, entanglement and their rates, which come from the
 * generator. All per spin but the negativity.
 */
final class ChargingRun {

  /** The main way. */
  static final Method.DormandPrince METHOD = Method.DormandPrince.TIGHT;

  /** The second way: the difference shows the error of the steps. */
  static final Method.DormandPrince LOOSER = new Method.DormandPrince(1e-10, 1e-12);

  /**
   * Eigenvalues of the partial transpose up to this many tolerances of the steps are taken for
   * zero. Two runs of different tolerances show what it matters.
   */
  private static final double ZERO = 100;

  private final Setting setting;
  private final EnsembleTrajectory trajectory;
  private final double zero;

  private ChargingRun(Setting setting, EnsembleTrajectory trajectory, double zero) {
    this.setting = setting;
    this.trajectory = trajectory;
    this.zero = zero;
  }

  static ChargingRun of(Setting setting, double end) {
    return of(setting, end, METHOD);
  }

  static ChargingRun of(Setting setting, double end, Method.DormandPrince method) {
    return new ChargingRun(
        setting,
        EnsembleTrajectory.of(setting.ensembles()::pair, setting.initial(), end, method),
        ZERO * method.rtol());
  }

  /** How the states are computed. */
  String description() {
    return trajectory.parts().get(0).description();
  }

  EnsembleState at(double t) {
    return trajectory.at(t);
  }

  /** Energy density of the battery, Eq. 6. */
  double energy(double t) {
    return at(t).meanExcitations() / setting.batterySize();
  }

  /** Energy density of the charger, Eq. 6. */
  double chargerEnergy(double t) {
    double sum = 0;
    for (EnsembleState.Part part : at(t).parts()) {
      sum += part.weight() * diagonal(part.state(), i -> part.state().element(i, i).re(), false);
    }
    return sum / setting.chargerSize();
  }

  /** Power density of the battery, Eq. 11. */
  double power(double t) {
    return rateOfEnergy(t, true) / setting.batterySize();
  }

  /** Power density of the charger. */
  double chargerPower(double t) {
    return rateOfEnergy(t, false) / setting.chargerSize();
  }

  /** Logarithmic negativity between battery and charger, Eq. 12. */
  double negativity(double t) {
    return LogarithmicNegativity.of(at(t));
  }

  /** Its time derivative from the right. */
  double negativityRate(double t) {
    double norm = 0;
    double change = 0;
    for (int k = 0; k < trajectory.parts().size(); k++) {
      Motion motion = trajectory.parts().get(k).motionAt(t);
      double weight = trajectory.initial().parts().get(k).weight();
      norm += weight * LogarithmicNegativity.traceNorm(motion.state(), 0);
      change +=
          weight
              * LogarithmicNegativityRate.ofTraceNorm(motion.state(), motion.derivative(), zero, 0);
    }
    return change / (norm * StrictMath.log(2));
  }

  /** Ergotropy density of the battery. */
  double ergotropy(double t, Setting.Unitaries unitaries) {
    return unitaries.ergotropy(at(t)) / setting.batterySize();
  }

  private double rateOfEnergy(double t, boolean battery) {
    double sum = 0;
    for (int k = 0; k < trajectory.parts().size(); k++) {
      Trajectory part = trajectory.parts().get(k);
      Motion motion = part.motionAt(t);
      State state = motion.state();
      ToDoubleFunction<Integer> change =
          i -> {
            ComplexMatrix block = motion.derivative().get(state.groups().groupOf(i));
            int place = state.groups().placeOf(i);
            return block.re(place, place);
          };
      sum += trajectory.initial().parts().get(k).weight() * diagonal(state, change, battery);
    }
    return sum;
  }

  /** Sum over basis states of a number times the excitations of the battery or the charger. */
  private static double diagonal(State state, ToDoubleFunction<Integer> number, boolean battery) {
    int levels = state.space().localDimensions().get(0);
    int others = state.space().localDimensions().get(1);
    double sum = 0;
    for (int i = 0; i < levels * others; i++) {
      int excited = battery ? levels - 1 - i / others : others - 1 - i % others;
      sum += excited * number.applyAsDouble(i);
    }
    return sum;
  }
}
