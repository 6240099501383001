package qbattery.file;

import static qbattery.file.CommonWords.AMOUNT;
import static qbattery.file.CommonWords.GRAPH;
import static qbattery.file.CommonWords.NUMBER;
import static qbattery.file.CommonWords.OPERATOR;
import static qbattery.file.CommonWords.PARTS;
import static qbattery.file.Described.held;
import static qbattery.file.Described.is;
import static qbattery.file.Described.known;
import static qbattery.file.Described.may;
import static qbattery.file.Described.record;
import static qbattery.file.Described.when;
import static qbattery.file.Described.words;

import java.util.ArrayList;
import java.util.List;
import qbattery.file.Described.Sort;
import qbattery.file.StageSection.NamedMap;
import qbattery.file.StageSection.TakeAway;
import qbattery.file.Structure.Ensembles;
import qbattery.file.Structure.Frame;
import qbattery.file.Structure.Network;
import qbattery.file.Structure.Part;
import qbattery.file.Structure.PartKind;
import qbattery.file.Structure.Parts;

/** The words of what a battery is made of, how its parts are coupled, and of its stages. */
final class StructureWords {

  private static final Amount NOTHING = new Amount.Single(CommonWords.ZERO);

  private StructureWords() {}

  /** The three ways to say what a battery is made of, among the names of a file. */
  static Described<Structure> structure() {
    var parts =
        Described.cases(
                "a part",
                List.of(
                    part(PartKind.CELLS, "How many two-level cells."),
                    part(PartKind.SPIN, "Of how many cells the collective spin is."),
                    part(PartKind.MODE, "How many levels of the mode are kept."),
                    part(PartKind.LEVELS, "How many levels it has.")))
            .listed("a list of parts");
    var ofParts =
        record(
            Parts.class,
            "",
            is("parts", parts, "What the battery is made of."),
            is("storage", CommonWords.OPERATORS, "H0, in which the stored energy is counted."));
    List<Shape.Field> shapes = new ArrayList<>();
    for (Shape.Field field : ((Shape.Fields) ofParts.shape()).fields()) {
      shapes.add(Shape.optional(field.name(), field.shape(), field.meaning()));
    }
    shapes.add(
        Shape.optional(
            "network",
            NETWORK.shape(),
            "In place of parts and storage: cells linked along a graph."));
    shapes.add(
        Shape.optional(
            "ensembles",
            ENSEMBLES.shape(),
            "In place of parts and storage: two ensembles of spins on one reservoir."));
    return new Described<>(
        new Shape.Fields("", shapes),
        node -> {
          View file = View.of(node);
          return file.has("network")
              ? NETWORK.read().apply(file.node("network"))
              : file.has("ensembles")
                  ? ENSEMBLES.read().apply(file.node("ensembles"))
                  : ofParts.read().apply(node);
        },
        structure ->
            structure instanceof Network network
                ? Node.mapping("network", NETWORK.write().apply(network))
                : structure instanceof Ensembles ensembles
                    ? Node.mapping("ensembles", ENSEMBLES.write().apply(ensembles))
                    : ofParts.write().apply((Parts) structure));
  }

  private static Sort<Part> part(PartKind kind, String meaning) {
    return new Sort<>(
        Part.class,
        part -> part.kind() == kind,
        record(
            Part.class,
            "a part",
            is(kind.word(), NUMBER, meaning).to("size"),
            may(
                "name",
                Described.text(new Shape.NewName("a name")),
                "What formulas call it.",
                DefaultNames.part(kind)),
            known("kind", kind)));
  }

  private static final Described<Network> NETWORK =
      record(
          Network.class,
          "a network",
          is("graph", GRAPH, "Who is linked with whom."),
          is("cells", NUMBER, "How many cells."),
          is("frequency", AMOUNT, "Level spacing of the cells."),
          may("coupling", AMOUNT, "J of the links; 0 without it.", NOTHING),
          may("decay", AMOUNT, "Decay rate of the cells; 0 without it.", NOTHING),
          may("intracell", AMOUNT, "Decay rate of the links; 0 without it.", NOTHING),
          may(
              "frame",
              words("a frame", Frame.class),
              "laboratory (default), or rotating at the mean frequency.",
              Frame.LABORATORY));

  private static final Described<Ensembles> ENSEMBLES =
      record(
          Ensembles.class,
          "two ensembles",
          is("battery", NUMBER, "Number of spins of the battery."),
          is("charger", NUMBER, "Number of spins of the charger."),
          is("frequency", NUMBER, "Level spacing of each spin."),
          is("rate", NUMBER, "Coupling gamma to the reservoir."),
          is("temperature", NUMBER, "Temperature of the reservoir."));

  /** Couplings: a formula, or a list of formulas and exchanges. */
  static Described<List<Coupling>> interaction() {
    Described<Coupling.Term> term = held(Coupling.Term.class, OPERATOR);
    Described<Coupling> coupling =
        Described.either(
            "a formula of operators, or an exchange",
            when(Coupling.Term.class, term),
            when(
                Coupling.Exchange.class,
                record(
                    Coupling.Exchange.class,
                    "an exchange",
                    is("exchange", AMOUNT, "J of the links, in J (A_n A_m^+ + h.c.).")
                        .to("coupling"),
                    is("graph", GRAPH, "Who is linked with whom."),
                    may("of", PARTS, "The parts that are linked; all without it.", List.of()))));
    Described<List<Coupling>> several = coupling.listed("a list of couplings");
    return new Described<>(
        new Shape.Either(
            "a formula or a list of couplings", List.of(OPERATOR.shape(), several.shape())),
        node ->
            node instanceof Node.Scalar
                ? List.of(term.read().apply(node))
                : several.read().apply(node),
        several.write());
  }

  /** A stage of a protocol. */
  static Described<StageSection> stage() {
    Described<StageSection.Map> before =
        Described.either(
            "what is done first",
            when(NamedMap.class, words("what is done first", NamedMap.class)),
            when(
                TakeAway.class,
                record(
                    TakeAway.class,
                    "what is taken away",
                    is("take away", PARTS, "Parts that are traced out.").to("parts"))));
    return record(
        StageSection.class,
        "a stage",
        is("stage", CommonWords.TEXT, "What it is called.").to("name"),
        is("duration", NUMBER, "How long it lasts."),
        may(
            "before",
            before,
            "What is done to the state before it; keep without it.",
            NamedMap.KEEP),
        may(
            "off",
            CommonWords.references(Names.SWITCH),
            "Channels and drives that are off.",
            List.of()));
  }
}
