package qbattery.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Words of the command line that are called otherwise now, as in battery files: accepted still,
 * with a note that says the new word.
 *
 * @param args the command line in the new words
 * @param notes sentences, one for each old word
 */
record OldWords(String[] args, List<String> notes) {

  private static final Set<String> COMMANDS = Set.of("network", "modes", "steady");

  private static final Map<String, String> OPTIONS =
      Map.of(
          "--until", "--to",
          "--points", "--count",
          "--measure", "--measures",
          "--spacing", "--frequency",
          "--mu", "--chemical-potential",
          "--asked-at", "--reservoir-frequency",
          "--shared", "--acts=together");

  private static final Map<String, String> STARTS =
      Map.of("coherent", "plus", "classical", "{mixture: 0.75}", "full", "excited");

  /** Copies the list. */
  OldWords {
    notes = List.copyOf(notes);
  }

  /** The command line in the new words. */
  static OldWords in(String... args) {
    if (args.length == 0 || !COMMANDS.contains(args[0])) {
      return new OldWords(args, List.of());
    }
    List<String> all = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    String before = "";
    for (String arg : args) {
      int equals = arg.startsWith("--") ? arg.indexOf('=') : -1;
      String option = equals < 0 ? arg : arg.substring(0, equals);
      String value = equals < 0 ? arg : arg.substring(equals + 1);
      String renamed = option.startsWith("--") ? OPTIONS.getOrDefault(option, option) : option;
      note("option", option, renamed, notes);
      String of = equals < 0 ? before : option;
      String said = renewed(of, value);
      boolean isValue = equals >= 0 || !option.startsWith("--");
      if (isValue) {
        note("word", value, said, notes);
      }
      all.add(equals >= 0 ? renamed + "=" + said : isValue ? said : renamed);
      before = option;
    }
    return new OldWords(all.toArray(String[]::new), notes);
  }

  private static String renewed(String option, String value) {
    return switch (option) {
      case "--start" -> STARTS.getOrDefault(value, value);
      case "--form" -> value.toLowerCase(Locale.ROOT).replace('_', ' ');
      default -> value;
    };
  }

  private static void note(String what, String old, String renewed, List<String> notes) {
    if (!old.equals(renewed)) {
      notes.add(
          "note: The %s '%s' is '%s' now, as in battery files.".formatted(what, old, renewed));
    }
  }
}
