package qbattery.file.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2 into a tree with places, from the parser's events.
 *
 * <p>Of YAML a battery needs names, texts, lists and mappings. Anchors with aliases (a short file
 * can stand for gigabytes), tags and several documents are refused, so are names that are given
 * twice, texts above {@link #MOST_CHARACTERS} and nesting beyond {@link #DEEPEST}.
 */
public final class YamlReader {

  /** Most characters of a file; a list of thousands of times is far below. */
  static final int MOST_CHARACTERS = 1_000_000;

  /** Deepest nesting; what a battery needs is below ten. */
  static final int DEEPEST = 40;

  /** The library's reader trips over a character of two units that its buffer cuts in two. */
  private static LoadSettings settings(String text) {
    return LoadSettings.builder()
        .setCodePointLimit(2 * MOST_CHARACTERS)
        .setBufferSize(Math.max(1024, text.length() + 2)) // all in one piece
        .build();
  }

  /** A list or mapping that is still open. */
  private static final class Open {
    final Place place;
    final boolean mapping;
    final List<Node> items = new ArrayList<>();
    final List<Node.Entry> entries = new ArrayList<>();
    final Set<String> names = new HashSet<>();
    Optional<Node.Scalar> key = Optional.empty();
    boolean skipValue;
    boolean keyWrong;

    Open(Place place, boolean mapping) {
      this.place = place;
      this.mapping = mapping;
    }
  }

  private final List<Problem> problems;
  private final Deque<Open> open = new ArrayDeque<>();
  private Optional<Node> root = Optional.empty();

  private YamlReader(List<Problem> problems) {
    this.problems = problems;
  }

  /**
   * Reads a text.
   *
   * @param text the YAML
   * @param problems takes what is wrong
   * @return the tree; what could be read of it, if something is wrong; nothing if there is no tree
   */
  public static Optional<Node> read(String text, List<Problem> problems) {
    if (text.length() > MOST_CHARACTERS) {
      problems.add(
          new Problem(
              Place.START,
              "The file has %d characters; a battery is described in fewer than %d."
                  .formatted(text.length(), MOST_CHARACTERS)));
      return Optional.empty();
    }
    YamlReader reader = new YamlReader(problems);
    try {
      for (Event event : new Parse(settings(text)).parseString(text)) {
        if (!reader.take(event)) {
          return Optional.empty();
        }
      }
    } catch (MarkedYamlEngineException e) {
      problems.add(new Problem(place(e.getProblemMark().or(e::getContextMark)), syntax(e)));
      return Optional.empty();
    } catch (ReaderException e) {
      problems.add(
          new Problem(
              atIndex(text, e.getPosition()),
              "The file holds a character (code %x) that YAML does not allow; is it a text file?"
                  .formatted(e.getCodePoint())));
      return Optional.empty();
    } catch (YamlEngineException e) {
      problems.add(
          new Problem(
              Place.START, "The file is not YAML: %s.".formatted(Quoted.brief(message(e)))));
      return Optional.empty();
    }
    if (reader.root.isEmpty()) {
      problems.add(
          new Problem(Place.START, "The file is empty; './qb new' writes one to begin with."));
    }
    return reader.root;
  }

  private static String syntax(MarkedYamlEngineException e) {
    String context = Optional.ofNullable(e.getContext()).map(c -> c + ": ").orElse("");
    String problem = Optional.ofNullable(e.getProblem()).orElse("");
    String said =
        (context + problem).replaceAll("\\s+", " ").replaceAll("[\\p{Cntrl}\\p{So}]", "?");
    String hint =
        said.contains("but got [")
            ? "Within { } and [ ], a formula with brackets stands in quotes: \"number(cell[1])\"."
            : said.contains("escape")
                ? "In double quotes a backslash begins an escape; TeX and paths with backslashes stand in single quotes or in none: '\\omega t'."
                : "Look at the indentation, quotes and brackets here and in the line before.";
    return "This is not YAML (%s). %s"
        .formatted(said.length() > 160 ? said.substring(0, 160) + "..." : said, hint);
  }

  private static String message(YamlEngineException e) {
    return Optional.ofNullable(e.getMessage()).orElse("it cannot be parsed");
  }

  private static Place place(Optional<Mark> mark) {
    return mark.map(m -> new Place(m.getLine() + 1, m.getColumn() + 1)).orElse(Place.START);
  }

  private static Place atIndex(String text, int index) {
    int line = 1;
    int column = 1;
    for (int k = 0; k < index && k < text.length(); k++) {
      boolean newLine = text.charAt(k) == '\n';
      line += newLine ? 1 : 0;
      column = newLine ? 1 : column + 1;
    }
    return new Place(line, column);
  }

  /** Takes an event; false if nothing after it can be read. */
  private boolean take(Event event) {
    Place place = place(event.getStartMark());
    if (event instanceof AliasEvent) {
      wrong(place, "Aliases (*name) are not used here; write what you mean in full.");
      add(new Node.Scalar("?", false, place));
      return true;
    }
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      wrong(place, "Anchors (&name) are not used here; give the thing itself.");
    }
    switch (event.getEventId()) {
      case DocumentStart -> {
        if (root.isPresent()) {
          wrong(place, "A second document begins here (---); a file describes one battery.");
          return false;
        }
      }
      case Scalar -> {
        ScalarEvent scalar = (ScalarEvent) event;
        if (scalar.getTag().isPresent()) {
          wrong(place, "Tags (such as !!str) are not used here; leave it out.");
        }
        add(new Node.Scalar(scalar.getValue(), scalar.isPlain(), place));
      }
      case SequenceStart, MappingStart -> {
        if (open.size() >= DEEPEST) {
          wrong(
              place,
              "Lists and mappings are nested %d deep here; nothing in a battery is."
                  .formatted(DEEPEST));
          return false;
        }
        open.push(new Open(place, event.getEventId() == Event.ID.MappingStart));
      }
      case SequenceEnd, MappingEnd -> {
        Open done = open.pop();
        add(
            done.mapping
                ? new Node.Mapping(done.entries, done.place)
                : new Node.Sequence(done.items, done.place));
      }
      default -> {}
    }
    return true;
  }

  private void add(Node node) {
    if (open.isEmpty()) {
      root = Optional.of(node);
      return;
    }
    Open into = open.element();
    if (!into.mapping) {
      into.items.add(node);
    } else if (into.key.isEmpty() && !into.keyWrong) {
      if (node instanceof Node.Scalar key && !key.empty()) {
        into.key = Optional.of(key);
        into.skipValue = !into.names.add(key.text());
        if (into.skipValue) {
          wrong(
              key.place(),
              "'%s' is given twice here; keep one of them.".formatted(Quoted.brief(key.text())));
        }
      } else {
        into.keyWrong = true;
        wrong(node.place(), "A name is expected before the colon, not %s.".formatted(node.kind()));
      }
    } else {
      if (!into.keyWrong && !into.skipValue) {
        into.entries.add(new Node.Entry(into.key.orElseThrow(), node));
      }
      into.key = Optional.empty();
      into.keyWrong = false;
    }
  }

  private void wrong(Place place, String sentence) {
    problems.add(new Problem(place, sentence));
  }
}
