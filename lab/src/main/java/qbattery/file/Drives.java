package qbattery.file;

import java.util.List;
import qbattery.model.Drive;
import qbattery.quantum.Operator;

/** Builds drives. */
final class Drives {

  private Drives() {}

  static SetupBuilder.NamedDrives build(DriveSection section, Evaluator evaluator) {
    if (section instanceof DriveSection.Rotating rotating) {
      Operator lowering = evaluator.operator(rotating.operator());
      return new SetupBuilder.NamedDrives(
          rotating.name(),
          Drive.rotating(
              rotating.name(),
              lowering,
              DriveWords.envelope(rotating.envelope(), evaluator),
              evaluator.real(rotating.frequency())));
    }
    DriveSection.Modulated modulated = (DriveSection.Modulated) section;
    return new SetupBuilder.NamedDrives(
        modulated.name(),
        List.of(
            new Drive(
                modulated.name(),
                evaluator.operator(modulated.operator()),
                DriveWords.envelope(modulated.envelope(), evaluator))));
  }
}
