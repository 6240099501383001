package qbattery.file.words;

import static java.util.Map.entry;
import static qbattery.file.words.CommonWords.AMOUNT;
import static qbattery.file.words.CommonWords.NUMBER;
import static qbattery.file.words.CommonWords.OPERATOR;
import static qbattery.file.words.CommonWords.PARTS;
import static qbattery.file.words.CommonWords.whole;
import static qbattery.file.words.Described.choice;
import static qbattery.file.words.Described.record;
import static qbattery.file.words.Described.words;
import static qbattery.file.words.Field.is;
import static qbattery.file.words.Field.known;
import static qbattery.file.words.Field.may;
import static qbattery.file.words.GraphWords.GRAPH;
import static qbattery.file.words.Sort.when;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import qbattery.file.formula.LocalWord;
import qbattery.file.formula.PartKind;
import qbattery.file.formula.PartTable;
import qbattery.file.tree.Node;
import qbattery.file.tree.Word;
import qbattery.file.words.GraphWords.Links;
import qbattery.model.CellNetwork;
import qbattery.model.CollectiveEnsembles;
import qbattery.model.Graph;
import qbattery.quantum.AlikeCells;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

/** The words of what a battery is made of, and how its parts are coupled. */
public final class StructureWords {

  /** Most levels of one site: its operators are dense matrices. */
  private static final int MOST_LEVELS = 500;

  private static final int MOST_SPINS = 100_000;

  /** Most cells that a file may name; how many can be held is said where they are made. */
  private static final int MOST_ALIKE = 1_000_000;

  private static final Field ALIKE =
      may(
          "alike",
          choice("true or false", entry("true", true), entry("false", false)),
          "true: the cells are described by their total spins, and a file that tells one from another is refused; false: one by one. Without it the program describes 8 cells or more by their total spins where nothing tells them apart. Of steady states and decays those are then counted that treat the cells alike.");

  private static final Amount NOTHING = new Amount.Single(0);

  /** What the battery is made of. */
  public static final Described<List<Part>> ALL_PARTS =
      Described.cases(
              "a part",
              List.of(
                  cells(),
                  part(
                      PartKind.SPIN,
                      MOST_LEVELS - 1,
                      "Number of cells in one collective spin, which has one level more. Its lowering operator is collective."),
                  part(
                      PartKind.MODE,
                      MOST_LEVELS,
                      "Number of levels of a harmonic oscillator that are kept."),
                  part(PartKind.LEVELS, MOST_LEVELS, "Number of levels of a site.")))
          .listed("a list of parts");

  /** Cells linked along a graph. */
  public static final Described<Network> NETWORK =
      record(
          Network.class,
          "a network",
          is("graph", GRAPH, "The links between the cells."),
          is("cells", whole(1, MOST_ALIKE), "How many cells."),
          is(
              "frequency",
              AMOUNT,
              "Level spacing: a number, one for each cell, or a distribution that every cell draws from."),
          may("coupling", AMOUNT, "J of the links, as in an exchange (default: 0).", NOTHING),
          may("decay", AMOUNT, "Decay rate of the cells (default: 0).", NOTHING),
          may("intracell", AMOUNT, "Decay rate of the links (default: 0).", NOTHING),
          may(
              "frame",
              words("a frame", Frame.class),
              "laboratory (default), or rotating at the mean frequency.",
              Frame.LABORATORY),
          ALIKE);

  /** Two ensembles on one reservoir. */
  public static final Described<CollectiveEnsembles> ENSEMBLES =
      record(
          CollectiveEnsembles.class,
          "two ensembles",
          is("battery", whole(1, MOST_SPINS), "Number of spins of the battery.").to("batterySize"),
          is("charger", whole(1, MOST_SPINS), "Number of spins of the charger.").to("chargerSize"),
          is("frequency", NUMBER, "Level spacing of each spin."),
          is(
              "rate",
              NUMBER,
              "Coupling gamma to the reservoir: the common lowering operator jumps at 2 rate (n + 1), twice what a reservoir among the channels does at the same rate."),
          is("temperature", NUMBER, "Temperature of the reservoir."));

  /** A summand of the interaction. */
  public static final Described<Operator> COUPLING =
      Described.either(
          "a formula of operators, or an exchange",
          when(Operator.class, OPERATOR),
          when(
              Operator.class,
              record(
                      Exchange.class,
                      "an exchange",
                      is(
                          "exchange",
                          AMOUNT,
                          "J of the links, in the sum over links of J (A_n A_m^+ + h.c.) with A the lowering operators."),
                      is("graph", GRAPH, "The links between the cells."),
                      may("of", PARTS, "The parts that are linked (default: all).", List.of()))
                  .into((exchange, values) -> exchange.on(values.parts()))));

  private StructureWords() {}

  /**
   * A part of a battery.
   *
   * @param size number of cells, or of the mode's or the site's levels
   * @param name what formulas call it
   * @param alike whether cells are described together
   */
  public record Part(int size, String name, Optional<Boolean> alike, PartKind kind) {

    /** How many sites it is. */
    public int sites() {
      return kind == PartKind.CELLS ? size : 1;
    }

    /** How many levels each of its sites has. */
    public int levels() {
      return switch (kind) {
        case CELLS -> 2;
        case SPIN -> size + 1;
        case MODE, LEVELS -> size;
      };
    }
  }

  /** The vacuum alone is no mode. */
  private static int least(PartKind kind) {
    return kind == PartKind.MODE ? 2 : 1;
  }

  private static Sort<Part> part(PartKind kind, int most, String meaning) {
    return part(kind, most, meaning, known("alike", Optional.empty()));
  }

  private static Sort<Part> cells() {
    return part(PartKind.CELLS, MOST_ALIKE, "Number of two-level cells, |e> and |g>.", ALIKE);
  }

  private static Sort<Part> part(PartKind kind, int most, String meaning, Field alike) {
    return new Sort<>(
        Part.class,
        part -> part.kind() == kind,
        record(
            Part.class,
            "a part",
            is(kind.word(), whole(least(kind), most), meaning).to("size"),
            may(
                "name",
                Described.text(new Shape.NewName("a name")),
                "What formulas call it; cell, spin, mode or site without it.",
                DefaultNames.part(kind)),
            alike,
            known("kind", kind)));
  }

  /** Cells linked along a graph; what is drawn is drawn when it is realised. */
  public record Network(
      Links graph,
      int cells,
      Amount frequency,
      Amount coupling,
      Amount decay,
      Amount intracell,
      Frame frame,
      Optional<Boolean> alike) {

    /** As {@link qbattery.model.DisorderedNetwork} draws: one deviate for each cell or link. */
    public CellNetwork realised(DoubleSupplier uniform) {
      Graph linked = graph.of(cells);
      int links = linked.links().size();
      return new CellNetwork(
          linked,
          drawn(frequency, cells, "cell", "frequency", uniform),
          drawn(coupling, links, "link", "coupling", uniform),
          drawn(decay, cells, "cell", "decay", uniform),
          drawn(intracell, links, "link", "intracell", uniform));
    }

    private static List<Double> drawn(
        Amount amount, int count, String unit, String what, DoubleSupplier uniform) {
      return amount instanceof Amount.Drawn random
          ? Stream.generate(() -> random.from().draw(uniform)).limit(count).toList()
          : amount.each(count, unit, what);
    }
  }

  /** In which frame a network is described. */
  public enum Frame implements Word {
    /** That of the laboratory. */
    LABORATORY,
    /** One that rotates at the mean frequency of the cells. */
    ROTATING
  }

  /**
   * Exchange of excitations along links, {@code sum J (A_n A_m^+ + h.c.)} with A the lowering
   * operator of a site.
   *
   * @param exchange J, one or one for each link
   * @param of the parts whose sites are linked, in order; none stands for all
   */
  private record Exchange(Amount exchange, Links graph, List<String> of) {

    Operator on(PartTable parts) {
      List<Integer> sites = parts.sites(of);
      Optional<AlikeCells> alike = alike(parts, sites);
      if (alike.isPresent()) {
        return allWithAll(parts.space(), sites.get(0), alike.get());
      }
      List<Graph.Link> links = graph.of(sites.size()).links();
      List<Double> j = exchange.each(links.size(), "link", "exchange");
      Operator sum = Operator.zero(parts.space());
      for (int l = 0; l < links.size(); l++) {
        Operator hop =
            LocalWord.LOWER
                .on(parts, sites.get(links.get(l).first()))
                .times(LocalWord.RAISE.on(parts, sites.get(links.get(l).second())));
        sum = sum.plus(hop.plus(hop.adjoint()).times(j.get(l)));
      }
      return sum;
    }

    /** Over all pairs: J+ J- without what is of single cells. */
    private Operator allWithAll(Space space, int site, AlikeCells alike) {
      LocalOperator lower = alike.sum(AlikeCells.OneCell.LOWER);
      LocalOperator raise = alike.sum(AlikeCells.OneCell.RAISE);
      double j = exchange.each(1, "link", "exchange").get(0);
      return Operator.on(space, site, raise.times(lower))
          .plus(Operator.on(space, site, alike.number()).times(-1))
          .times(j);
    }
  }

  /** The cells of the one site that is named, if they are described together. */
  static Optional<AlikeCells> alike(PartTable parts, List<Integer> sites) {
    List<AlikeCells> alike =
        sites.stream().flatMap(site -> parts.space().alikeCells(site).stream()).toList();
    if (!alike.isEmpty() && sites.size() > 1) {
      throw new IllegalArgumentException(
          "A graph links sites, and cells that are alike are one; name them alone with 'of', or write the coupling as a formula.");
    }
    return alike.stream().findFirst();
  }

  /** A formula, or a list of formulas and exchanges; kept as a list. */
  static Described<Node> interaction() {
    Described<List<Operator>> several = COUPLING.listed("a list of couplings");
    return new Described<>(
        new Shape.Either(
            "a formula or a list of couplings", List.of(OPERATOR.shape(), several.shape())),
        (node, values) -> node,
        node -> node,
        node -> several.written(node instanceof Node.Scalar ? Node.list(List.of(node)) : node));
  }
}
