package qbattery.file;

import static qbattery.file.CommonWords.AMOUNT;
import static qbattery.file.CommonWords.GRAPH;
import static qbattery.file.CommonWords.MATRIX;
import static qbattery.file.CommonWords.NUMBER;
import static qbattery.file.CommonWords.OPERATOR;
import static qbattery.file.Described.is;
import static qbattery.file.Described.known;
import static qbattery.file.Described.may;
import static qbattery.file.Described.record;
import static qbattery.file.Described.when;

import java.util.ArrayList;
import java.util.List;
import qbattery.file.ChannelSection.Acting;
import qbattery.file.ChannelSection.AlongLinks;
import qbattery.file.ChannelSection.Bath;
import qbattery.file.ChannelSection.Jumps;
import qbattery.file.ChannelSection.Kossakowski;
import qbattery.file.ChannelSection.Plain;
import qbattery.file.ChannelSection.Statistics;
import qbattery.file.ChannelSection.Usual;
import qbattery.file.Described.Field;
import qbattery.file.Described.Sort;

/** The words of channels. */
final class ChannelWords {

  private static final Field NAME =
      may(
          "name",
          CommonWords.TEXT,
          "What the channel is called.",
          view -> Scope.name(view.mapping(), Scope.CHANNELS).text());
  private static final Field OF =
      may("of", CommonWords.PARTS, "The parts it acts on; all without it.", List.of());
  private static final Field ACTS =
      may(
              "acts",
              Described.words("each or together", Acting.class),
              "each (default): every site by itself; together: all with one jump operator.",
              Acting.EACH)
          .to("acting");

  private ChannelWords() {}

  /** A channel. */
  static Described<ChannelSection> channel() {
    Field jumps = is("jumps", OPERATOR.listed("a list of jump operators"), "The jump operators.");
    return Described.cases(
        "a channel",
        List.of(
            with(
                "intracell",
                plain(Usual.DECAY, "Rate of the lowering operators."),
                when(
                    AlongLinks.class,
                    record(
                        AlongLinks.class,
                        "",
                        is("decay", AMOUNT, ""),
                        NAME,
                        OF,
                        is("graph", GRAPH, "With intracell: who is linked with whom."),
                        is("intracell", AMOUNT, "Decay rate of the links of the graph.")))),
            plain(Usual.PUMPING, "Rate of the raising operators."),
            plain(Usual.DEPHASING, "Rate at which the coherence of a cell is lost."),
            when(
                Bath.class,
                record(
                    Bath.class,
                    "a reservoir",
                    is(
                            "reservoir",
                            Described.words("a reservoir", Statistics.class),
                            "bosonic or fermionic.")
                        .to("statistics"),
                    is("rate", NUMBER, "Coupling rate."),
                    is("frequency", NUMBER, "Frequency at which the reservoir is asked."),
                    is("temperature", NUMBER, "Its temperature."),
                    may("chemical potential", NUMBER, "Of fermions; 0 without it."),
                    NAME,
                    OF,
                    ACTS)),
            with(
                "rates",
                when(
                    Jumps.class,
                    record(Jumps.class, "", jumps, is("rate", NUMBER, "The rate of each."), NAME)),
                when(
                    Kossakowski.class,
                    record(
                        Kossakowski.class,
                        "",
                        jumps,
                        is("rates", MATRIX, "In place of rate: their Kossakowski matrix."),
                        NAME)))));
  }

  private static Sort<Plain> plain(Usual kind, String meaning) {
    return new Sort<>(
        Plain.class,
        channel -> channel.kind() == kind,
        record(
            Plain.class,
            "",
            is(kind.word(), AMOUNT, meaning).to("rate"),
            NAME,
            OF,
            ACTS,
            known("kind", kind)));
  }

  /** Two sorts of channels that a name tells; which names go together is said by {@link Rules}. */
  private static Sort<ChannelSection> with(
      String name, Sort<? extends ChannelSection> without, Sort<? extends ChannelSection> with) {
    Shape.Fields usual = (Shape.Fields) without.of().shape();
    Shape.Fields other = (Shape.Fields) with.of().shape();
    List<Shape.Field> shapes = new ArrayList<>();
    for (Shape.Field field : usual.fields()) {
      boolean first = shapes.isEmpty();
      shapes.add(first ? field : Shape.optional(field.name(), field.shape(), field.meaning()));
    }
    for (Shape.Field field : other.fields()) {
      if (usual.field(field.name()).isEmpty()) {
        shapes.add(Shape.optional(field.name(), field.shape(), field.meaning()));
      }
    }
    return new Sort<>(
        ChannelSection.class,
        channel -> without.has(channel) || with.has(channel),
        new Described<>(
            new Shape.Fields(usual.what(), shapes),
            node -> (View.of(node).has(name) ? with : without).of().read().apply(node),
            channel -> (with.has(channel) ? with : without).node(channel)));
  }
}
