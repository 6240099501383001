package qbattery.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * What the folder for the results of a file is called: as the file, and where values were set
 * (--set) these behind it, as in {@code cells-Gamma=2}. So runs of one file with different values
 * do not write over each other.
 */
final class ResultsName {

  private static final Pattern ENDING = Pattern.compile("(?i)\\.ya?ml$");
  private static final Pattern FREE_BLANKS = Pattern.compile("\\s*([=,\\[\\](){}])\\s*");

  /** Letters of any language, and what neither a disk nor a shell takes for something else. */
  private static final Pattern UNFIT = Pattern.compile("[^\\p{L}\\p{N}._=,+^\\[\\]()-]");

  private static final String PARAMETERS = "parameters.";

  /** Names on a disk have 255 bytes at most, and a letter may take four. */
  private static final int LONGEST = 50;

  private ResultsName() {}

  /**
   * The name for a file and what was set.
   *
   * @param file its name
   * @param settings what was set, each as {@code name=value}
   */
  static String of(String file, List<String> settings) {
    StringBuilder name = new StringBuilder(ENDING.matcher(file).replaceFirst(""));
    for (String setting : settings) {
      name.append('-').append(of(setting));
    }
    return name.toString();
  }

  private static String of(String setting) {
    String bare = setting.startsWith(PARAMETERS) ? setting.substring(PARAMETERS.length()) : setting;
    String text = FREE_BLANKS.matcher(bare).replaceAll("$1").strip();
    String plain = UNFIT.matcher(text).replaceAll("_");
    if (plain.equals(text) && plain.length() <= LONGEST) {
      return plain;
    }
    // What was replaced or cut off may be all that tells two settings apart.
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return "%s~%08x"
        .formatted(plain.substring(0, Math.min(LONGEST, plain.length())), sum.getValue());
  }
}
