package qbattery.file.words;

import java.util.List;
import qbattery.file.formula.PartKind;
import qbattery.file.tree.Node;

/** What things are called that a file gives no name. */
public final class DefaultNames {

  private DefaultNames() {}

  public static String part(PartKind kind) {
    return switch (kind) {
      case CELLS -> "cell";
      case SPIN -> "spin";
      case MODE -> "mode";
      case LEVELS -> "site";
    };
  }

  static String measure(String word, List<String> of) {
    return of.isEmpty() ? word : word + " of " + String.join(", ", of);
  }

  /** Of values at times, which there may be several of, the time tells them apart. */
  static String result(String word, String measure, String level) {
    if (word.equals(ResultKind.STEADY_STATES.word())) {
      return measure.equals(ResultKind.NUMBER) ? "number of steady states" : measure;
    }
    return word.equals(ResultKind.AT.word()) ? measure + " at " + level : word + " of " + measure;
  }

  /** The name of a channel, a drive or a link's graph: what tells its kind. */
  static String kind(Node.Mapping mapping, List<String> kinds) {
    return mapping.keys().stream().filter(kinds::contains).findFirst().orElse("?");
  }
}
