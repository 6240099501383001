package qbattery.file.words;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import qbattery.file.tree.Node;
import qbattery.file.tree.View;

/**
 * A battery file: a tree that was found right, in the one form in which files are kept. Its
 * formulas stand as they were written and wait for values; the words of its parts read them into
 * the records of the model.
 *
 * @param tree names in the order of the {@link Grammar}, without what holds without being said
 */
public record BatteryFile(Node.Mapping tree) {

  /** The unit that the numbers of the file are in, as a name under {@code symbols}. */
  public static final String ENERGY_UNIT = "energy unit";

  /**
   * Name of the battery.
   *
   * @return the name
   */
  public String name() {
    return View.text(node("battery"));
  }

  /**
   * TeX for axes and legends.
   *
   * @return by the name of a parameter, a measure or a result
   */
  public Map<String, String> symbols() {
    Map<String, String> symbols = new LinkedHashMap<>();
    named("symbols").forEach((name, symbol) -> symbols.put(name, View.text(symbol)));
    return symbols;
  }

  /**
   * What a run writes.
   *
   * @return tables and figures, in the order of the file
   */
  public List<OutputSection> outputs() {
    return list("outputs").stream().map(ResultWords.OUTPUT::read).toList();
  }

  /**
   * The names of its parameters.
   *
   * @return in the order of the file
   */
  public List<String> parameters() {
    return List.copyOf(named("parameters").keySet());
  }

  /**
   * What its parameters are worth.
   *
   * @return by their names: a formula, formulas in brackets, or "drawn"
   */
  public Map<String, String> parameterTexts() {
    Map<String, String> texts = new LinkedHashMap<>();
    named("parameters")
        .forEach(
            (name, node) ->
                texts.put(
                    name,
                    node instanceof Node.Scalar one
                        ? one.text()
                        : Amount.isDrawn(node)
                            ? "drawn"
                            : Scope.texts(Optional.of(node)).toString()));
    return texts;
  }

  /**
   * The names of its measures.
   *
   * @return in the order of the file
   */
  public List<String> measures() {
    return list("measures").stream()
        .map(measure -> Scope.measureName(measure).orElseThrow().text())
        .toList();
  }

  /**
   * The names of its results.
   *
   * @return in the order of the file
   */
  public List<String> results() {
    return list("results").stream()
        .map(result -> Scope.resultName((Node.Mapping) result).text())
        .toList();
  }

  /**
   * How the values of a swept parameter are spaced.
   *
   * @param parameter its name
   * @return linear, if the file does not say
   */
  public Spacing spacing(String parameter) {
    return Optional.ofNullable(named("sweep").get(parameter))
        .filter(
            values -> values instanceof Node.Mapping spaced && spaced.get("spacing").isPresent())
        .map(values -> Spacing.valueOf(View.of(values).text("spacing").toUpperCase(Locale.ROOT)))
        .orElse(Spacing.LINEAR);
  }

  public boolean has(String name) {
    return tree.get(name).isPresent();
  }

  /** What stands under a name that must be there, or is known to be. */
  public Node node(String name) {
    return tree.get(name).orElseThrow();
  }

  public Optional<Node> get(String name) {
    return tree.get(name);
  }

  /** A list that may be missing. */
  public List<Node> list(String name) {
    return tree.get(name).map(node -> ((Node.Sequence) node).items()).orElse(List.of());
  }

  /** Names that may be missing, with what stands there. */
  public Map<String, Node> named(String name) {
    return tree.get(name).map(node -> View.of(node).dictionary(n -> n)).orElse(Map.of());
  }

  /**
   * The same with some of its measures and results, and nothing that is made of them.
   *
   * @param measures which, counted from 0
   * @param results which, each of one of these measures or of none
   * @return the file without tables, figures and expected numbers
   */
  public BatteryFile asking(BitSet measures, BitSet results) {
    List<Node.Entry> left = new ArrayList<>();
    for (Node.Entry entry : tree.entries()) {
      switch (entry.key().text()) {
        case "measures" -> left.add(some(entry, measures));
        case "results" -> {
          if (!results.isEmpty()) {
            left.add(some(entry, results));
          }
        }
        case "outputs", "expect" -> {
          continue;
        }
        default -> left.add(entry);
      }
    }
    return Grammar.read(Node.mapping(left));
  }

  private static Node.Entry some(Node.Entry list, BitSet which) {
    List<Node> items = ((Node.Sequence) list.value()).items();
    return new Node.Entry(
        list.key(), Node.list(which.stream().<Node>mapToObj(items::get).toList()));
  }

  /** The same with something else under a name. */
  public BatteryFile with(String name, Node node) {
    return Grammar.read(tree.with(name, node));
  }
}
