package qbattery.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import qbattery.model.Battery;
import qbattery.quantum.EnsembleState;
import qbattery.quantum.Multiplet;

/**
 * A stage of a protocol such as that of quach2020, Sec. IV: charge, dephase, take the charger away,
 * discharge.
 *
 * @param name what it is called
 * @param before what is done to the state before it
 * @param battery the battery of each multiplet while it lasts, such as {@code ensembles::pair}
 * @param duration how long it lasts, positive
 */
public record Stage(
    String name, StateMap before, Function<Multiplet, Battery> battery, double duration) {

  /**
   * Checks the duration.
   *
   * @throws IllegalArgumentException if it is not positive and finite
   */
  public Stage {
    if (!(duration > 0) || Double.isInfinite(duration)) {
      throw new IllegalArgumentException(
          "The stage '%s' lasts %s; a duration is a positive, finite number."
              .formatted(name, duration));
    }
  }

  /**
   * Runs stages, each from where the one before ended. A stage's clock starts at 0.
   *
   * @param start the state at the beginning
   * @param stages the stages, in order
   * @param method how to integrate
   * @return the trajectory of each stage
   * @throws IllegalArgumentException if a map or a battery does not fit the state it is given
   */
  public static List<EnsembleTrajectory> run(
      EnsembleState start, List<Stage> stages, Method method) {
    List<EnsembleTrajectory> run = new ArrayList<>();
    EnsembleState now = start;
    for (Stage stage : stages) {
      EnsembleTrajectory trajectory =
          EnsembleTrajectory.of(stage.battery, stage.before.apply(now), stage.duration, method);
      run.add(trajectory);
      now = trajectory.at(stage.duration);
    }
    return List.copyOf(run);
  }
}
