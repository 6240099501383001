package qbattery.cli;

import picocli.CommandLine.IVersionProvider;
import qbattery.experiment.BuildInfo;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    BuildInfo build = BuildInfo.current();
    return new String[] {
      "qbattery " + build.version() + " (commit " + build.commit() + ")",
      System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version")
    };
  }
}
