package qbattery.paper.quach2020;

import java.util.List;
import qbattery.dynamics.EnsembleTrajectory;
import qbattery.dynamics.Event;
import qbattery.dynamics.Method;
import qbattery.dynamics.Motion;
import qbattery.dynamics.Stage;
import qbattery.dynamics.StateMap;
import qbattery.dynamics.Times;
import qbattery.experiment.Estimate;
import qbattery.quantum.BasisGroups;
import qbattery.quantum.EnsembleState;

/**
 * The protocol of Sec. IV: charge beside the charger to the steady state, take the charger away,
 * perhaps dephase, discharge. Taking away and dephasing commute; taking away first keeps the space
 * small.
 *
 * <p>Computed in two ways: from the steady state in closed form with tight tolerances, and from the
 * end of a long charging with looser ones.
 */
record Discharge(Run main, Run again) {

  /** Long enough that what is left stays: the slowest decay is at 2 gamma. */
  static final double END = 15;

  /** Pieces that are looked at closely, shorter towards the start. */
  private static final int LOOKS = 100;

  /** What may still leave at the end of the span in which the rate is looked for. */
  private static final double LEFT = 0.1;

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

  static Discharge of(Setting setting, Preparation preparation) {
    return new Discharge(
        Run.of(setting, setting.steady(), preparation, ChargingRun.METHOD),
        Run.of(setting, setting.charged(), preparation, ChargingRun.LOOSER));
  }

  /** In which multiplets the battery is left. */
  String form() {
    return main.decay.initial().description();
  }

  /** Energy density at a time over that at the start. */
  Estimate share(double t) {
    return Estimate.witnessed(main.share(t), again.share(t));
  }

  /** Rate of energy loss over the energy at the start, in units of a single spin's. */
  Estimate firstRate() {
    return Estimate.witnessed(main.relativeRate(0), again.relativeRate(0));
  }

  /** The largest such rate, up to the moment when a tenth of what can leave is left. */
  Top largestRate() {
    return Top.of(main.rates(), again.rates());
  }

  /** The part of the energy that never leaves. */
  Estimate trapped() {
    return Estimate.witnessed(main.trapped(), again.trapped());
  }

  /** One integration. */
  record Run(Setting setting, EnsembleTrajectory decay) {

    private static Run of(
        Setting setting,
        EnsembleState charged,
        Preparation preparation,
        Method.DormandPrince method) {
      Stage discharge =
          new Stage(
              "discharge", preparation.map, setting.ensembles()::discharging, END / setting.rate());
      return new Run(
          setting,
          Stage.run(new StateMap.Separate().apply(charged), List.of(discharge), method).get(0));
    }

    private double energy(double t) {
      return decay.at(t).meanExcitations() / setting.batterySize();
    }

    private double share(double t) {
      return energy(t) / energy(0);
    }

    private double trapped() {
      return share(END / setting.rate());
    }

    /** Rate of energy loss over the energy, in units of a single spin's at T = 0, 2 gamma. */
    private double relativeRate(double t) {
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

    /** The relative rate while more than a tenth of what can leave is there. */
    private Top.Curve rates() {
      double kept = trapped();
      double end =
          Top.first(
                  this::share,
                  cubic(END / setting.rate()),
                  new Event.Passage(kept + LEFT * (1 - kept)))
              .orElseThrow()
              .time();
      return new Top.Curve(this::relativeRate, cubic(end));
    }

    private static Times cubic(double end) {
      double[] t = new double[LOOKS + 1];
      for (int k = 0; k <= LOOKS; k++) {
        double x = (double) k / LOOKS;
        t[k] = end * x * x * x;
      }
      t[LOOKS] = end;
      return Times.of(t);
    }
  }
}
