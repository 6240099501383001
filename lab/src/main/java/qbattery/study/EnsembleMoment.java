package qbattery.study;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import qbattery.dynamics.EnsembleTrajectory;
import qbattery.dynamics.LadderCharging;
import qbattery.dynamics.StateDerivative;
import qbattery.linalg.ComplexMatrix;
import qbattery.measure.LogarithmicNegativity;
import qbattery.measure.LogarithmicNegativityRate;
import qbattery.quantum.EnsembleState;
import qbattery.quantum.State;

/**
 * Two ensembles at one time; numbers of excitations count excited spins. What a way of computing
 * does not tell is not asked of it: that would be a mistake of the program.
 */
interface EnsembleMoment {

  /** Mean number of excited spins of the battery. */
  default double excitations() {
    throw unknown();
  }

  /** How fast that number grows. */
  default double excitationRate() {
    throw unknown();
  }

  /** Mean number of excited spins of the charger; not a number once it has been taken away. */
  default double chargerExcitations() {
    throw unknown();
  }

  /** How fast that grows. */
  default double chargerRate() {
    throw unknown();
  }

  /** The battery without the charger. */
  default EnsembleState alone() {
    throw unknown();
  }

  /** Logarithmic negativity between both; not a number once the charger has been taken away. */
  default double negativity() {
    throw unknown();
  }

  /** Its derivative from the right. */
  default double negativityRate() {
    throw unknown();
  }

  /** A time of an evolution of the states. */
  static EnsembleMoment of(EnsembleTrajectory moving, double t, double zero) {
    return new OfStates(moving, t, zero);
  }

  /** A time of a charging of which energies alone are known. */
  static EnsembleMoment of(LadderCharging charging, int spins, double t) {
    return new OfLadders(charging, spins, t);
  }

  /** The first time, at which nothing but the battery's own state is needed. */
  static EnsembleMoment of(EnsembleState alone) {
    return new Standing(alone);
  }

  /** From the states of all multiplets. */
  final class OfStates implements EnsembleMoment {

    private final EnsembleTrajectory moving;
    private final double t;
    private final double zero;

    private OfStates(EnsembleTrajectory moving, double t, double zero) {
      this.moving = moving;
      this.t = t;
      this.zero = zero;
    }

    private boolean isApart() {
      return moving.initial().parts().get(0).state().space().sites() == 1;
    }

    @Override
    public double excitations() {
      return alone().meanExcitations();
    }

    @Override
    public double excitationRate() {
      return change(true);
    }

    @Override
    public double chargerExcitations() {
      if (isApart()) {
        return Double.NaN;
      }
      double sum = 0;
      for (EnsembleState.Part part : moving.at(t).parts()) {
        sum += part.weight() * counted(part.state(), i -> part.state().element(i, i).re(), false);
      }
      return sum;
    }

    @Override
    public double chargerRate() {
      return isApart() ? Double.NaN : change(false);
    }

    /** The diagonal of the derivative, each element times its number of excitations. */
    private double change(boolean ofBattery) {
      double sum = 0;
      for (int k = 0; k < moving.parts().size(); k++) {
        StateDerivative motion = moving.parts().get(k).derivativeAt(t);
        State state = motion.state();
        List<ComplexMatrix> derivative = motion.derivative();
        IntToDoubleFunction element =
            i -> {
              int place = state.groups().placeOf(i);
              return derivative.get(state.groups().groupOf(i)).re(place, place);
            };
        sum += moving.initial().parts().get(k).weight() * counted(state, element, ofBattery);
      }
      return sum;
    }

    private static double counted(State state, IntToDoubleFunction element, boolean ofBattery) {
      int levels = state.space().localDimensions().get(0);
      int others = state.space().dimension() / levels;
      double sum = 0;
      for (int i = 0; i < levels * others; i++) {
        int excited = ofBattery ? levels - 1 - i / others : others - 1 - i % others;
        sum += excited * element.applyAsDouble(i);
      }
      return sum;
    }

    @Override
    public EnsembleState alone() {
      return moving.at(t).alone();
    }

    @Override
    public double negativity() {
      return isApart() ? Double.NaN : LogarithmicNegativity.of(moving.at(t));
    }

    @Override
    public double negativityRate() {
      if (isApart()) {
        return Double.NaN;
      }
      double norm = 0;
      double change = 0;
      for (int k = 0; k < moving.parts().size(); k++) {
        StateDerivative motion = moving.parts().get(k).derivativeAt(t);
        double weight = moving.initial().parts().get(k).weight();
        norm += weight * LogarithmicNegativity.traceNorm(motion.state(), 0);
        change +=
            weight
                * LogarithmicNegativityRate.ofTraceNorm(
                    motion.state(), motion.derivative(), zero, 0);
      }
      return change / (norm * StrictMath.log(2));
    }
  }

  /**
   * From ladders of total spin.
   *
   * @param charging the charging
   * @param spins of the battery
   * @param t the time
   */
  record OfLadders(LadderCharging charging, int spins, double t) implements EnsembleMoment {

    @Override
    public double excitations() {
      return spins * charging.energyDensity(t);
    }

    @Override
    public double excitationRate() {
      return spins * charging.powerDensity(t);
    }
  }

  /**
   * From the battery's state alone, before anything has moved.
   *
   * @param alone its state
   */
  record Standing(EnsembleState alone) implements EnsembleMoment {

    @Override
    public double excitations() {
      return alone.meanExcitations();
    }
  }

  private static IllegalStateException unknown() {
    return new IllegalStateException("This was not to be asked of ensembles computed so.");
  }
}
