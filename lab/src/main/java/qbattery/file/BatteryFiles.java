package qbattery.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import qbattery.dynamics.Times;
import qbattery.model.Battery;
import qbattery.model.CellNetwork;
import qbattery.model.CollectiveEnsembles;
import qbattery.model.DisorderedNetwork;
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
    String name = path.toString();
    if (Files.size(path) > 4L * YamlReader.MOST_CHARACTERS) {
      throw wrong(
          name,
          "The file has %d bytes; a battery is described in fewer.".formatted(Files.size(path)));
    }
    byte[] bytes = Files.readAllBytes(path);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return parse(name, text, overrides);
    } catch (CharacterCodingException e) {
      throw new WrongFileException(
          name,
          List.of(
              new Problem(
                  new Place(firstBadLine(bytes), 1),
                  "The file is no text in UTF-8; save it as such.")));
    }
  }

  private static int firstBadLine(byte[] bytes) {
    String lenient = new String(bytes, StandardCharsets.UTF_8);
    int bad = Math.max(0, lenient.indexOf('\uFFFD'));
    return 1 + (int) lenient.substring(0, bad).chars().filter(c -> c == '\n').count();
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
    String source = text.startsWith("\uFEFF") ? text.substring(1) : text;
    List<Problem> problems = new ArrayList<>();
    Optional<Node> tree = YamlReader.read(source, problems);
    if (tree.isPresent() && !(tree.get() instanceof Node.Mapping)) {
      problems.add(
          new Problem(
              tree.get().place(),
              "A battery is described by names with values, such as 'battery: my first one'; the file holds %s."
                  .formatted(tree.get().kind())));
    }
    if (tree.isPresent() && tree.get() instanceof Node.Mapping mapping) {
      Node.Mapping root = mapping;
      for (String override : overrides) {
        try {
          root = Overrides.apply(root, override);
        } catch (IllegalArgumentException e) {
          problems.add(new Problem(Place.START, String.valueOf(e.getMessage())));
        }
      }
      Scope scope = Scope.of(root);
      problems.addAll(scope.problems());
      Places places = Checker.check(root, Grammar.file(), scope, problems);
      Rules.check(root, problems);
      OutputRules.check(root, scope, problems);
      if (problems.isEmpty()) {
        Reading reading = new Reading(name, Binder.file(root), places);
        try {
          reading.check();
        } catch (WrongFileException e) {
          throw new WrongFileException(name, within(source, e.problems()));
        }
        return reading;
      }
    }
    throw new WrongFileException(name, within(source, problems));
  }

  /**
   * Writes a file.
   *
   * @param file what it says
   * @return YAML that is read as the same
   */
  public static String write(BatteryFile file) {
    return YamlWriter.write(Unbinder.tree(file));
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
  public static BatteryFile of(Battery battery, InitialState start, Times times) {
    return FromModel.of(battery, start, Arrays.stream(times.toArray()).boxed().toList());
  }

  /**
   * A network as the structure of a file.
   *
   * @param network the network
   * @param frame the frame of reference that its battery is described in
   * @return what is read as an equal network
   */
  public static Structure structure(CellNetwork network, Structure.Frame frame) {
    return FromNetworks.of(network, frame);
  }

  /**
   * A disordered network as the structure of a file.
   *
   * @param network the network
   * @param frame the frame of reference that its battery is described in
   * @return what gives the same realisations from the same deviates
   */
  public static Structure structure(DisorderedNetwork network, Structure.Frame frame) {
    return FromNetworks.of(network, frame);
  }

  /**
   * Two ensembles as the structure of a file.
   *
   * @param ensembles the ensembles
   * @return what is read as equal ensembles
   */
  public static Structure structure(CollectiveEnsembles ensembles) {
    return FromNetworks.of(ensembles);
  }

  /** Problems at places that the text has: what a parser takes for the end may be beyond it. */
  private static List<Problem> within(String source, List<Problem> problems) {
    List<String> lines = source.lines().toList();
    return problems.stream()
        .map(
            p -> {
              int line = Math.max(1, Math.min(p.place().line(), lines.size()));
              int length = lines.isEmpty() ? 0 : lines.get(line - 1).length();
              int column =
                  p.place().line() > line
                      ? length + 1
                      : Math.max(1, Math.min(p.place().column(), length + 1));
              return new Problem(new Place(line, column), p.sentence());
            })
        .distinct()
        .toList();
  }

  private static WrongFileException wrong(String name, String sentence) {
    return new WrongFileException(name, List.of(new Problem(Place.START, sentence)));
  }
}
