package qbattery.cli;

import java.time.Duration;
import picocli.CommandLine.Option;
import qbattery.experiment.Laboratory;

/** How long a point may take, as options say it. */
final class Patience {

  private static final Duration ETERNITY = Duration.ofSeconds(Long.MAX_VALUE);

  @Option(
      names = "--however-long",
      description =
          "Go on with a point that would take more than three days, which is refused otherwise.")
  private boolean howeverLong;

  Patience() {}

  /** How long an evolution may take. */
  Duration longest() {
    return howeverLong ? ETERNITY : Laboratory.USUAL_LONGEST;
  }
}
