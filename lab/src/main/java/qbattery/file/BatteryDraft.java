package qbattery.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import qbattery.file.tree.Node;
import qbattery.file.tree.Overrides;
import qbattery.file.tree.Problem;
import qbattery.file.tree.SourceText;
import qbattery.file.tree.WrongFileException;
import qbattery.file.words.Grammar;
import qbattery.file.words.Names;
import qbattery.file.words.Scope;

/**
 * The text of a battery file in which something may still be put in the place of what it says,
 * before it is read.
 *
 * @param name what the file is called in sentences
 * @param text what it holds
 * @param root its names with values, changed or not
 */
public record BatteryDraft(String name, String text, Node.Mapping root) {

  /** The name of a result that was asked for beside those of the file. */
  public static final String ASKED = "asked for";

  /**
   * The draft of a text.
   *
   * @param name what the file is called in sentences
   * @param text what it holds
   * @return the draft
   * @throws WrongFileException if the text is no tree
   */
  public static BatteryDraft of(String name, String text) {
    List<Problem> problems = new ArrayList<>();
    Optional<Node.Mapping> tree =
        SourceText.tree(
            text,
            "A battery is described by names with values, such as 'battery: my first one'",
            problems);
    if (!problems.isEmpty() || tree.isEmpty()) {
      throw new WrongFileException(name, SourceText.within(text, problems));
    }
    return new BatteryDraft(name, text, tree.get());
  }

  /**
   * The draft with something in the place of what it says.
   *
   * @param place the name of a parameter, or names with points between and numbers from 1 in lists
   * @param value what stands there
   * @return the changed draft
   * @throws IllegalArgumentException if the place leads nowhere
   */
  public BatteryDraft with(String place, Node value) {
    String path =
        root.get(place).isEmpty() && Overrides.isParameter(root, place)
            ? "parameters." + place
            : place;
    return new BatteryDraft(name, text, Overrides.apply(root, path, value, place));
  }

  /**
   * The draft with a parameter that is swept, in the place of any sweep of the file.
   *
   * @param sweep parameters with their values
   * @return the changed draft
   */
  public BatteryDraft sweeping(Node.Mapping sweep) {
    return new BatteryDraft(name, text, root.with("sweep", sweep));
  }

  /**
   * The draft with one more result, under the name {@link #ASKED}.
   *
   * @param result the result, as a battery file writes it
   * @return the changed draft
   */
  public BatteryDraft asking(Node.Mapping result) {
    List<Node> results = new ArrayList<>(root.items("results"));
    results.add(result.with("name", Node.text(ASKED)));
    return new BatteryDraft(
        name, text, root.with("results", new Node.Sequence(results, result.place())));
  }

  /**
   * The names of its parameters.
   *
   * @return in the order of the file
   */
  public List<String> parameters() {
    return List.copyOf(Scope.of(root).names(Names.PARAMETER));
  }

  /**
   * The names of the parameters that it sweeps itself.
   *
   * @return in the order of the file
   */
  public List<String> swept() {
    return List.copyOf(Scope.of(root).names(Names.SWEPT));
  }

  /**
   * Whether a change may be meant for it: its place begins with a parameter, or at the top with
   * something that a battery file has.
   *
   * @param place a name, or names with points between
   * @return whether it begins so
   */
  public boolean has(String place) {
    if (place.contains(".")) {
      return has(place.substring(0, place.indexOf('.')));
    }
    return root.get(place).isPresent()
        || Overrides.isParameter(root, place)
        || Grammar.file().field(place).isPresent();
  }

  /**
   * The names of its measures.
   *
   * @return in the order of the file
   */
  public List<String> measures() {
    return List.copyOf(Scope.of(root).names(Names.MEASURE));
  }

  /**
   * The names of its results, with those of the mean curve where it has an ensemble.
   *
   * @return in the order of the file
   */
  public List<String> results() {
    return List.copyOf(Scope.of(root).names(Names.RESULT));
  }

  /**
   * Reads it.
   *
   * @return what it says; whether it is physical is found out where it is used
   * @throws WrongFileException if its form is wrong; all that is wrong with it is said
   */
  public Reading reading() {
    List<Problem> problems = new ArrayList<>();
    return BatteryFiles.bound(name, root, problems)
        .orElseThrow(() -> new WrongFileException(name, SourceText.within(text, problems)));
  }
}
