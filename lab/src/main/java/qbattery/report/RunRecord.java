package qbattery.report;

import java.time.Duration;
import java.time.Instant;
import qbattery.experiment.BuildInfo;

/**
 * The machine and the time of a run: what may differ when the same numbers are computed again.
 *
 * @param build the program
 * @param jvm the Java virtual machine
 * @param system operating system and processor
 * @param started when the run began
 * @param taken how long it took
 */
public record RunRecord(
    BuildInfo build, String jvm, String system, Instant started, Duration taken) {

  /**
   * The record of a run on this machine.
   *
   * @param started when it began
   * @param taken how long it took
   * @return the record
   */
  public static RunRecord here(Instant started, Duration taken) {
    return new RunRecord(
        BuildInfo.current(),
        property("java.vm.name")
            + " "
            + property("java.runtime.version")
            + " ("
            + property("java.vendor")
            + ")",
        property("os.name") + ", " + property("os.arch"),
        started,
        taken);
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }
}
