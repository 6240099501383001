package qbattery.file;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import qbattery.dynamics.StateForm;
import qbattery.file.tree.Node;
import qbattery.file.tree.View;
import qbattery.file.words.BatteryFile;
import qbattery.file.words.Grammar;
import qbattery.file.words.StructureWords.Network;
import qbattery.file.words.StructureWords.Part;
import qbattery.quantum.Space;

/**
 * Whether a file treats all cells of a part alike, so that they can be described by their total
 * spins: nothing in it names one of them, gives them different numbers, or asks for what total
 * spins do not tell.
 */
final class Alike {

  /** From so many cells on it is looked for; fewer are as quick one by one. */
  private static final int WORTHWHILE = 8;

  private static final List<String> SECTIONS =
      List.of(
          "storage", "interaction", "channels", "drives", "start", "stages", "measures", "outputs");

  /** What has one number for each cell or link if it is a list, or draws one for each. */
  private static final Set<String> AMOUNTS =
      Set.of("decay", "pumping", "dephasing", "intracell", "exchange", "coupling", "frequency");

  private static final Set<String> OF_SINGLE_CELLS =
      Set.of("l1 coherence", "coherence", "passive energy rate");

  private static final String CONCURRENCE = "concurrence";
  private static final String SYMMETRIC_ERGOTROPY = "symmetric ergotropy";

  private static final Set<String> DEPHASED = Set.of("coherent ergotropy", "incoherent ergotropy");

  /** Operators that lead from one number of excitations to another. */
  private static final Pattern TURNING = Pattern.compile("(lower|raise|sigma_x|sigma_y)\\s*\\(");

  private final BatteryFile file;
  private final String part;
  private final int size;

  private Alike(BatteryFile file, String part, int size) {
    this.file = file;
    this.part = part;
    this.size = size;
  }

  /**
   * Whether a part is described together.
   *
   * @throws IllegalArgumentException if the file says so, and cells are told apart; or if there are
   *     too many to be described one by one
   */
  static boolean of(BatteryFile file, Part part) {
    return of(file, part.name(), part.size(), part.alike());
  }

  /** The same of the cells of a network. */
  static boolean of(BatteryFile file, Network network) {
    return of(file, "cell", network.cells(), network.alike());
  }

  private static boolean of(BatteryFile file, String name, int size, Optional<Boolean> said) {
    if (size < 2 || !said.orElse(size >= WORTHWHILE)) {
      requireFew(size, "'alike: false' asks for that");
      return false;
    }
    Optional<String> refusal = new Alike(file, name, size).refusal(said.isPresent());
    if (refusal.isEmpty()) {
      return true;
    }
    if (said.isPresent()) {
      throw new IllegalArgumentException(
          "The cells '%s' are said to be alike, but %s.".formatted(name, refusal.get()));
    }
    requireFew(size, "these are not alike, as " + refusal.get());
    return false;
  }

  private static void requireFew(int size, String why) {
    if (size > Space.MAX_CELLS) {
      throw new IllegalArgumentException(
          "%d cells have 2^%d states, and at most %d cells can be described one by one; %s. Cells that nothing tells apart are described by their total spins, up to some 2000."
              .formatted(size, size, Space.MAX_CELLS, why));
    }
  }

  /** What tells the cells apart, for a person. */
  private Optional<String> refusal(boolean said) {
    return Stream.of(
            single(),
            amounts(),
            graphs(),
            ownOperators(),
            start(),
            measures(),
            pairs(),
            dephased(said),
            counted(said),
            numerics())
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Stream<Node> nodes(String... sections) {
    return Stream.of(sections).flatMap(name -> file.get(name).stream()).flatMap(Alike::all);
  }

  private static Stream<Node> all(Node node) {
    Stream<Node> within =
        node instanceof Node.Sequence list
            ? list.items().stream().flatMap(Alike::all)
            : node instanceof Node.Mapping map
                ? map.keys().stream().flatMap(key -> all(map.get(key).orElseThrow()))
                : Stream.empty();
    return Stream.concat(Stream.of(node), within);
  }

  private static Stream<Node.Mapping> mappings(Stream<Node> nodes) {
    return nodes.filter(Node.Mapping.class::isInstance).map(Node.Mapping.class::cast);
  }

  private Optional<String> single() {
    Pattern one = Pattern.compile("(?<![\\p{L}\\p{N}_])" + Pattern.quote(part) + "\\s*\\[");
    return nodes(SECTIONS.toArray(String[]::new))
        .flatMap(
            node ->
                node instanceof Node.Scalar text
                    ? Stream.of(text.text())
                    : node instanceof Node.Mapping map ? map.keys().stream() : Stream.empty())
        .filter(text -> one.matcher(text).find())
        .findFirst()
        .map(text -> "'%s' names one of them, which would be a part of its own".formatted(text));
  }

  /** Lists and draws, which differ from cell to cell. */
  private Optional<String> amounts() {
    return mappings(nodes("channels", "interaction", "network"))
        .filter(this::concerns)
        .flatMap(
            map ->
                map.keys().stream()
                    .filter(AMOUNTS::contains)
                    .filter(key -> !(map.get(key).orElseThrow() instanceof Node.Scalar)))
        .findFirst()
        .map(key -> "'%s' may be another number for each".formatted(key));
  }

  private Optional<String> graphs() {
    boolean star =
        size > 2
            && mappings(nodes("network"))
                .anyMatch(network -> isWord(network.get("graph"), "central"));
    if (star && nodes("measures").anyMatch(n -> isWord(Optional.of(n), CONCURRENCE))) {
      return Optional.of("the concurrence of a star is the mean over pairs of two kinds");
    }
    if (star && nodes("measures").anyMatch(n -> isWord(Optional.of(n), SYMMETRIC_ERGOTROPY))) {
      return Optional.of(
          "the symmetric ergotropy of a star is by unitaries that treat its centre like the others");
    }
    return mappings(nodes("channels", "interaction", "measures", star ? "channels" : "network"))
        .filter(map -> map.get("graph").isPresent() && concerns(map))
        .flatMap(map -> graph(map).stream())
        .findFirst();
  }

  private Optional<String> graph(Node.Mapping map) {
    boolean symmetric =
        map.get("graph").orElseThrow() instanceof Node.Scalar named
            && "symmetric".equals(named.text());
    if (!symmetric) {
      return Optional.of("a graph that is not 'symmetric' links some of them and not others");
    }
    return sizeOf("parts") > 1 && !namesOnePart(map)
        ? Optional.of("a graph links them with other parts; with 'of' it is theirs alone")
        : Optional.empty();
  }

  private static boolean namesOnePart(Node.Mapping map) {
    return map.get("of")
        .filter(of -> !(of instanceof Node.Sequence list) || list.items().size() == 1)
        .isPresent();
  }

  private int sizeOf(String section) {
    return file.get(section)
        .filter(Node.Sequence.class::isInstance)
        .map(list -> ((Node.Sequence) list).items().size())
        .orElse(0);
  }

  /** Pairs of cells of which one is in another part. */
  private Optional<String> pairs() {
    if (goesBeyondThePart(CONCURRENCE)) {
      return Optional.of("the concurrence is the mean over pairs with cells of other parts too");
    }
    return goesBeyondThePart(SYMMETRIC_ERGOTROPY)
        ? Optional.of(
            "the symmetric ergotropy treats cells of other parts like them; with 'of' it is theirs alone")
        : Optional.empty();
  }

  private boolean goesBeyondThePart(String measure) {
    long storing =
        mappings(nodes("parts"))
            .filter(part -> part.get("cells").isPresent())
            .filter(part -> stores(part.get("name").map(View::text).orElse("cell")))
            .count();
    return items("measures")
        .filter(item -> isWord(kind(item), measure) && concerns(item))
        .anyMatch(
            item ->
                (item instanceof Node.Mapping map && map.get("of").isPresent())
                    ? !namesOnePart(map)
                    : storing > 1);
  }

  private Stream<Node> items(String section) {
    return file.get(section)
        .map(n -> n instanceof Node.Sequence list ? list.items().stream() : Stream.of(n))
        .orElse(Stream.empty());
  }

  private static Optional<Node> kind(Node measure) {
    return measure instanceof Node.Mapping map ? map.get("measure") : Optional.of(measure);
  }

  /** Whether an item is of this part too: it names it, or nothing, which is all, or what stores. */
  private boolean concerns(Node item) {
    Optional<Node> of = item instanceof Node.Mapping map ? map.get("of") : Optional.empty();
    return of.isEmpty()
        || all(of.get())
            .anyMatch(
                n ->
                    n instanceof Node.Scalar name
                        && (name.text().equals(part) || name.text().startsWith(part + "[")));
  }

  private boolean stores(String name) {
    Pattern named =
        Pattern.compile("\\(\\s*" + Pattern.quote(name) + "\\s*(\\[[^\\]]*\\]\\s*)?\\)");
    return nodes("storage")
        .anyMatch(n -> n instanceof Node.Scalar text && named.matcher(text.text()).find());
  }

  private static boolean isWord(Optional<Node> node, String word) {
    return node.filter(n -> n instanceof Node.Scalar text && word.equals(text.text())).isPresent();
  }

  /** Levels of what storage is made of, state by state. */
  private Optional<String> dephased(boolean said) {
    boolean asked =
        nodes("measures").anyMatch(n -> DEPHASED.stream().anyMatch(w -> isWord(Optional.of(n), w)));
    boolean turned =
        nodes("storage")
            .anyMatch(
                node -> node instanceof Node.Scalar text && TURNING.matcher(text.text()).find());
    return !said && asked && turned
        ? Optional.of("coherent ergotropy in a storage that is not diagonal is known one by one")
        : Optional.empty();
  }

  /** Of their total spins fewer states and decays are counted than of single cells. */
  private Optional<String> counted(boolean said) {
    if (mappings(nodes("outputs")).anyMatch(map -> map.get("decay modes").isPresent())) {
      return Optional.of("the table of decay modes counts those of single cells");
    }
    boolean counts =
        mappings(nodes("results")).anyMatch(map -> map.get("steady states").isPresent())
            || mappings(nodes("outputs")).anyMatch(map -> map.get("long times").isPresent());
    return !said && counts
        ? Optional.of(
            "all steady states and decays are counted; with 'alike: true' those that treat the cells alike are")
        : Optional.empty();
  }

  /** A matrix of the user's own on a part of several cells is meant for each. */
  private Optional<String> ownOperators() {
    for (String own : file.named("operators").keySet()) {
      if (!isOfOneCell(file.named("operators").get(own))) {
        continue; // which may be one of all levels of the cells together
      }
      Pattern used =
          Pattern.compile(
              "(?<![\\p{L}\\p{N}_])"
                  + Pattern.quote(own)
                  + "\\s*\\(\\s*"
                  + Pattern.quote(part)
                  + "\\s*\\)");
      boolean there =
          nodes(SECTIONS.toArray(String[]::new))
              .anyMatch(
                  node -> node instanceof Node.Scalar text && used.matcher(text.text()).find());
      if (there) {
        return Optional.of(
            "the operator '%s' is a matrix of one cell, which total spins do not hold"
                .formatted(own));
      }
    }
    return Optional.empty();
  }

  private static boolean isOfOneCell(Node operator) {
    return operator instanceof Node.Mapping map
        && map.get("matrix").orElse(operator) instanceof Node.Sequence rows
        && rows.items().size() == 2;
  }

  private Optional<String> start() {
    return mappings(nodes("start"))
        .flatMap(map -> map.keys().stream().filter(key -> isToldApart(map, key)))
        .findFirst()
        .map(key -> "the start '%s' may tell one from another".formatted(key));
  }

  private boolean isToldApart(Node.Mapping map, String key) {
    boolean ofAll = file.node("start") == map; // a matrix may be of a site, too
    return Set.of("product", "pure").contains(key) || (ofAll && "matrix".equals(key));
  }

  private Optional<String> measures() {
    return items("measures")
        .filter(this::concerns)
        .flatMap(item -> kind(item).stream())
        .filter(Node.Scalar.class::isInstance)
        .map(node -> ((Node.Scalar) node).text())
        .filter(OF_SINGLE_CELLS::contains)
        .findFirst()
        .map(word -> "the measure '%s' is not known from total spins".formatted(word));
  }

  private Optional<String> numerics() {
    return file.get("form")
        .filter(form -> Grammar.FORM.read(form) != StateForm.SMALLEST)
        .map(form -> "the form '%s' is one of single cells".formatted(View.text(form)));
  }
}
