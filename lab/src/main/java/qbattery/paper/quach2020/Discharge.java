package qbattery.paper.quach2020;

import java.util.List;
import qbattery.dynamics.EnsembleTrajectory;
import qbattery.dynamics.Motion;
import qbattery.dynamics.Stage;
import qbattery.dynamics.StateMap;
import qbattery.model.CollectiveEnsembles;
import qbattery.quantum.BasisGroups;
import qbattery.quantum.EnsembleState;

/**
 * The protocol of Sec. IV as stages of one run: charge beside the charger, take the charger away,
 * perhaps dephase, discharge. Taking away and dephasing commute; taking away first keeps the space
 * small.
 */
final class Discharge {

  /** Long enough that what is left stays: the slowest decay is at 2 gamma. */
  static final double END = 15;

  private static final int LOOKS = 400;

  /** What is done before the battery is left alone. */
  enum Preparation {
    /** Nothing. */
    NONE("not dephased", new StateMap.Keep()),

    /** A common random field: number coherence is lost. */
    TOGETHER("dephased by a common field", new StateMap.DephaseTogether()),

    /** A random field for each spin. */
    EACH("dephased spin by spin", new StateMap.DephaseEachSpin());

    private final String label;
    private final StateMap map;

    Preparation(String label, StateMap map) {
      this.label = label;
      this.map = map;
    }

    String label() {
      return label;
    }
  }

  private final Setting setting;
  private final EnsembleTrajectory decay;

  private Discharge(Setting setting, EnsembleTrajectory decay) {
    this.setting = setting;
    this.decay = decay;
  }

  static Discharge of(Setting setting, Preparation preparation) {
    CollectiveEnsembles ensembles = setting.ensembles();
    double charging = 2.5 * PowerCurve.end(setting);
    EnsembleState charged =
        Stage.run(
                setting.initial(),
                List.of(new Stage("charge", new StateMap.Keep(), ensembles::pair, charging)),
                ChargingRun.METHOD)
            .get(0)
            .at(charging);
    Stage discharge =
        new Stage("discharge", preparation.map, ensembles::discharging, END / setting.rate());
    EnsembleTrajectory decay =
        Stage.run(new StateMap.Separate().apply(charged), List.of(discharge), ChargingRun.METHOD)
            .get(0);
    return new Discharge(setting, decay);
  }

  /** In which multiplets the battery is left. */
  String form() {
    return decay.initial().description();
  }

  /** Energy density, as in Eq. 6. */
  double energy(double t) {
    return decay.at(t).meanExcitations() / setting.batterySize();
  }

  /** Rate of energy loss over the energy, in units of a single spin's at T = 0, 2 gamma. */
  double relativeRate(double t) {
    double loss = 0;
    for (int k = 0; k < decay.parts().size(); k++) {
      Motion motion = decay.parts().get(k).motionAt(t);
      BasisGroups groups = motion.state().groups();
      int levels = motion.state().space().dimension();
      double change = 0;
      for (int i = 0; i < levels; i++) {
        int place = groups.placeOf(i);
        change += (levels - 1 - i) * motion.derivative().get(groups.groupOf(i)).re(place, place);
      }
      loss -= decay.initial().parts().get(k).weight() * change;
    }
    return loss / (2 * setting.rate() * setting.batterySize() * energy(t));
  }

  /** The largest relative rate, up to when a tenth of the energy that can leave is left. */
  double largestRelativeRate() {
    double largest = 0;
    double last = energy(END / setting.rate());
    double spread = energy(0) - last;
    for (int k = 0; k <= LOOKS; k++) {
      double x = (double) k / LOOKS;
      double t = END / setting.rate() * x * x * x;
      if (energy(t) - last < 0.1 * spread) {
        break;
      }
      largest = StrictMath.max(largest, relativeRate(t));
    }
    return largest;
  }

  /** The part of the energy that never leaves. */
  double trapped() {
    return energy(END / setting.rate()) / energy(0);
  }
}
