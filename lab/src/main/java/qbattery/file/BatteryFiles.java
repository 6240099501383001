package qbattery.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import qbattery.dynamics.TimeGrid;
import qbattery.file.tree.Node;
import qbattery.file.tree.Overrides;
import qbattery.file.tree.Place;
import qbattery.file.tree.Places;
import qbattery.file.tree.Problem;
import qbattery.file.tree.SourceText;
import qbattery.file.tree.WrongFileException;
import qbattery.file.tree.YamlWriter;
import qbattery.file.words.BatteryFile;
import qbattery.file.words.Checker;
import qbattery.file.words.Grammar;
import qbattery.file.words.OutputRules;
import qbattery.file.words.Rules;
import qbattery.file.words.Scope;
import qbattery.model.Battery;
import qbattery.model.InitialState;

/** Reads and writes files that describe batteries. */
public final class BatteryFiles {

  private BatteryFiles() {}

  /**
   * Reads a file as it stands.
   *
   * @param path the file
   * @return what it says
   * @throws IOException if it cannot be read
   * @throws WrongFileException if it is wrong, as below
   */
  public static Reading read(Path path) throws IOException {
    return read(path, List.of());
  }

  /**
   * Reads a file.
   *
   * @param path the file
   * @param overrides values in the place of what it says, each as {@code a.b=value}
   * @return what it says
   * @throws IOException if it cannot be read
   * @throws WrongFileException if it is wrong; all that is wrong with its form is said, and if the
   *     form is right all that is wrong with the model
   */
  public static Reading read(Path path, List<String> overrides) throws IOException {
    return parse(path.toString(), SourceText.read(path), overrides);
  }

  /**
   * Reads a text.
   *
   * @param name what the file is called in sentences
   * @param text what it holds
   * @param overrides values in the place of what it says, each as {@code a.b=value}
   * @return what it says
   * @throws WrongFileException if it is wrong
   */
  public static Reading parse(String name, String text, List<String> overrides) {
    List<Problem> problems = new ArrayList<>();
    Optional<Node.Mapping> tree =
        SourceText.tree(
            text,
            "A battery is described by names with values, such as 'battery: my first one'",
            problems);
    if (tree.isPresent()) {
      Node.Mapping root = tree.get();
      for (String override : overrides) {
        try {
          root = Overrides.apply(root, override);
        } catch (IllegalArgumentException e) {
          problems.add(new Problem(Place.START, String.valueOf(e.getMessage())));
        }
      }
      Optional<Reading> reading = bound(name, root, problems);
      if (reading.isPresent()) {
        try {
          reading.get().check();
        } catch (WrongFileException e) {
          throw new WrongFileException(name, SourceText.within(text, e.problems()));
        }
        return reading.get();
      }
    }
    throw new WrongFileException(name, SourceText.within(text, problems));
  }

  /** What a tree says, if its form is right and nothing was wrong before. */
  static Optional<Reading> bound(String name, Node.Mapping root, List<Problem> problems) {
    Scope scope = Scope.of(root);
    problems.addAll(scope.problems());
    Places places = Checker.check(root, Grammar.file(), scope, problems);
    Rules.check(root, problems);
    OutputRules.check(root, scope, problems);
    return problems.isEmpty()
        ? Optional.of(new Reading(name, Grammar.read(root), places))
        : Optional.empty();
  }

  /**
   * Writes a file.
   *
   * @param file what it says
   * @return YAML that is read as the same
   */
  public static String write(BatteryFile file) {
    return YamlWriter.write(file.tree());
  }

  /**
   * A battery that was made in Java, as a file in which every term, jump and rate is written out.
   *
   * @param battery the battery
   * @param start how it starts
   * @param times when to measure
   * @return a file that is read as an equal battery, to the last bit of its numbers
   * @throws IllegalArgumentException if it has more dimensions than a file may describe
   */
  public static BatteryFile of(Battery battery, InitialState start, TimeGrid times) {
    return FromModel.of(battery, start, Arrays.stream(times.toArray()).boxed().toList());
  }
}
