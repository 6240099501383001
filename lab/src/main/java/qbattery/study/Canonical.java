package qbattery.study;

import java.util.Set;
import qbattery.file.BatteryFiles;
import qbattery.file.words.BatteryFile;

/** The text of a file reduced to what determines its numbers. */
final class Canonical {

  /** What is written, and how many realisations are taken, changes no number of a row. */
  private static final Set<String> NO_MATTER =
      Set.of("description", "outputs", "ensemble", "expect");

  private Canonical() {}

  static String text(BatteryFile file, boolean withSweep) {
    StringBuilder kept = new StringBuilder();
    boolean keep = true;
    for (String line : BatteryFiles.write(file).lines().toList()) {
      boolean begins = !line.isEmpty() && line.charAt(0) != ' ' && line.charAt(0) != '-';
      if (begins) {
        String name = line.substring(0, line.indexOf(':') < 0 ? line.length() : line.indexOf(':'));
        keep = !NO_MATTER.contains(name) && (withSweep || !"sweep".equals(name));
      }
      if (keep) {
        kept.append(line).append('\n');
      }
    }
    return kept.toString();
  }
}
