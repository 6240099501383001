package qbattery.file.words;

import static java.util.Map.entry;
import static qbattery.file.words.CommonWords.AMOUNT;
import static qbattery.file.words.CommonWords.MATRIX;
import static qbattery.file.words.CommonWords.NUMBER;
import static qbattery.file.words.CommonWords.OPERATOR;
import static qbattery.file.words.Described.choice;
import static qbattery.file.words.Described.record;
import static qbattery.file.words.Field.is;
import static qbattery.file.words.Field.known;
import static qbattery.file.words.Field.may;
import static qbattery.file.words.GraphWords.GRAPH;
import static qbattery.file.words.Sort.when;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import qbattery.file.formula.LocalWord;
import qbattery.file.formula.PartKind;
import qbattery.file.formula.PartTable;
import qbattery.file.tree.Word;
import qbattery.file.words.GraphWords.Links;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.CellNetwork;
import qbattery.model.Channel;
import qbattery.model.Channels;
import qbattery.model.Contact;
import qbattery.model.Contact.Sharing;
import qbattery.model.Graph;
import qbattery.model.Reservoir;
import qbattery.quantum.AlikeCells;
import qbattery.quantum.AlikeCells.OneCell;
import qbattery.quantum.Operator;

/** The words of channels: ways in which a battery exchanges something with its surroundings. */
public final class ChannelWords {

  static final String FERMIONIC = "fermionic";

  private static final Field NAME =
      may(
          "name",
          CommonWords.TEXT,
          "Name of the channel.",
          view -> Scope.name(view.mapping(), Scope.CHANNELS).text());
  private static final Field OF =
      may(
          "of",
          CommonWords.PARTS,
          "The parts it acts on (default: all); not for jumps.",
          List.of());
  private static final Field ACTS =
      may(
          "acts",
          choice(
              "each or together",
              entry("each", Sharing.EACH_ITS_OWN),
              entry("together", Sharing.COLLECTIVE)),
          "each (default): every site by itself, refused of a spin of several cells, which would leave"
              + " their symmetric states; together: all with one jump operator, the sum.",
          Sharing.EACH_ITS_OWN);

  /** A channel. */
  public static final Described<Named> CHANNEL = channel();

  private ChannelWords() {}

  /**
   * Channels of one name; a stage switches off all of them.
   *
   * @param contact of a reservoir
   */
  public record Named(String name, List<Channel> channels, Optional<Contact> contact) {

    static Named of(Channel channel) {
      return new Named(channel.name(), List.of(channel), Optional.empty());
    }
  }

  /** What a channel becomes on the parts of a battery. */
  private interface OnParts {
    Named on(PartTable parts);
  }

  /** The usual channels. */
  private enum Usual implements Word {
    DECAY,
    PUMPING,
    DEPHASING
  }

  /**
   * Decay, pumping or dephasing of sites.
   *
   * @param rate one or one for each site
   * @param of the parts that it acts on; none stands for all
   */
  private record Plain(Amount rate, String name, List<String> of, Sharing acts, Usual kind)
      implements OnParts {

    @Override
    public Named on(PartTable parts) {
      LocalWord word =
          switch (kind) {
            case DECAY -> LocalWord.LOWER;
            case PUMPING -> LocalWord.RAISE;
            case DEPHASING -> LocalWord.SIGMA_Z;
          };
      if (kind == Usual.DEPHASING) {
        parts.sites(of).forEach(site -> requireCell(parts.rowOf(site)));
      }
      double factor = kind == Usual.DEPHASING ? 0.5 : 1;
      List<Operator> jumps = local(word, of, parts);
      OneCell one =
          switch (kind) {
            case DECAY -> OneCell.LOWER;
            case PUMPING -> OneCell.RAISE;
            case DEPHASING -> OneCell.PROJECTION;
          };
      if (acts == Sharing.EACH_ITS_OWN && hasAlike(of, parts)) {
        double own = rate.each(1, "site", kind.word()).get(0);
        return Named.of(
            Channel.independent(
                name,
                kind == Usual.DEPHASING
                    ? each(one, word, of, parts, 2)
                    : each(one, word, of, parts, 1),
                own * factor));
      }
      if (acts == Sharing.COLLECTIVE) {
        if (!(rate instanceof Amount.Single single)) {
          throw new IllegalArgumentException("What acts together has one rate, not a list.");
        }
        Operator sum = jumps.stream().reduce(Operator.zero(parts.space()), Operator::plus);
        return Named.of(Channel.independent(name, List.of(sum), single.value() * factor));
      }
      List<Double> rates = rate.each(jumps.size(), "site", kind.word());
      for (double each : rates) {
        Channel.independent(name, jumps, each); // refuses what is no rate
      }
      ComplexMatrix matrix =
          ComplexMatrix.generate(
              jumps.size(),
              jumps.size(),
              (i, j) -> i == j ? Complex.real(rates.get(i) * factor) : Complex.ZERO);
      return Named.of(new Channel(name, jumps, matrix));
    }
  }

  private static void requireCell(PartTable.Row row) {
    if (row.kind() != PartKind.CELLS) {
      throw new IllegalArgumentException(
          "'dephasing' is of cells, and '%s' is of the kind %s. Its phases are lost by a jump with its number: {jumps: [number(%s)], rate: 2*G} lets the coherence of neighbouring levels fall as exp(-G t)."
              .formatted(row.name(), row.kind().word(), row.name()));
    }
  }

  /**
   * Decay with a rate of its own along each link, as in a {@link CellNetwork}; without a graph,
   * plain decay.
   *
   * @param of the parts whose sites are linked; none stands for all
   */
  private record Decay(
      Amount decay,
      String name,
      List<String> of,
      Sharing acts,
      Optional<Links> graph,
      Optional<Amount> intracell)
      implements OnParts {

    @Override
    public Named on(PartTable parts) {
      if (graph.isEmpty() || intracell.isEmpty()) {
        return new Plain(decay, name, of, acts, Usual.DECAY).on(parts);
      }
      Optional<AlikeCells> alike = StructureWords.alike(parts, parts.sites(of));
      if (alike.isPresent()) {
        return Named.of(
            renamed(
                Channels.linked(
                    parts.space(),
                    parts.sites(of).get(0),
                    decay.each(1, "site", "decay").get(0),
                    intracell.get().each(1, "link", "intracell").get(0))));
      }
      List<Operator> jumps = local(LocalWord.LOWER, of, parts);
      int sites = jumps.size();
      Graph linked = graph.get().of(sites);
      int links = linked.links().size();
      CellNetwork checked =
          new CellNetwork(
              linked,
              Collections.nCopies(sites, 1.0),
              Collections.nCopies(links, 0.0),
              decay.each(sites, "site", "decay"),
              intracell.get().each(links, "link", "intracell"));
      return Named.of(new Channel(name, jumps, checked.rates()));
    }

    private Channel renamed(Channel channel) {
      return new Channel(name, channel.jumps(), channel.rates());
    }
  }

  /**
   * A reservoir.
   *
   * @param frequency at which its factors are taken
   * @param of the parts in contact; none stands for all
   */
  private record Bath(
      boolean fermionic,
      double rate,
      double frequency,
      double temperature,
      Optional<Double> chemicalPotential,
      String name,
      List<String> of,
      Sharing acts)
      implements OnParts {

    @Override
    public Named on(PartTable parts) {
      Reservoir reservoir =
          fermionic
              ? new Reservoir.Fermionic(frequency, temperature, chemicalPotential.orElse(0.0))
              : new Reservoir.Bosonic(frequency, temperature);
      Contact contact =
          acts == Sharing.EACH_ITS_OWN && hasAlike(of, parts)
              ? new Contact(
                  name,
                  reservoir,
                  rate,
                  each(OneCell.LOWER, LocalWord.LOWER, of, parts, 1),
                  each(OneCell.RAISE, LocalWord.RAISE, of, parts, 1),
                  acts)
              : new Contact(name, reservoir, rate, local(LocalWord.LOWER, of, parts), acts);
      return new Named(name, contact.channels(), Optional.of(contact));
    }
  }

  /**
   * Any jump operators.
   *
   * @param rate the rate of each, or nothing
   * @param rates in its place their Kossakowski matrix
   */
  private record Jumps(
      List<Operator> jumps, Optional<Double> rate, Optional<ComplexMatrix> rates, String name)
      implements OnParts {

    @Override
    public Named on(PartTable parts) {
      return Named.of(
          rates
              .map(matrix -> new Channel(name, jumps, matrix))
              .orElseGet(() -> Channel.independent(name, jumps, rate.orElseThrow())));
    }
  }

  private static boolean hasAlike(List<String> of, PartTable parts) {
    return parts.sites(of).stream().anyMatch(s -> parts.space().alikeCells(s).isPresent());
  }

  /** Jump operators of each cell by itself, also of cells that are alike. */
  private static List<Operator> each(
      OneCell one, LocalWord word, List<String> of, PartTable parts, double factor) {
    List<Operator> jumps = new ArrayList<>();
    for (int site : parts.sites(of)) {
      if (parts.space().alikeCells(site).isPresent()) {
        Channels.onEachCell(parts.space(), site, one).forEach(j -> jumps.add(j.times(factor)));
      } else {
        jumps.add(word.on(parts, site));
      }
    }
    return jumps;
  }

  private static List<Operator> local(LocalWord word, List<String> of, PartTable parts) {
    return parts.sites(of).stream().map(site -> word.on(parts, site)).toList();
  }

  private static Described<Named> channel() {
    Described<OnParts> any =
        Described.cases(
            "a channel",
            List.of(
                when(
                    Decay.class,
                    record(
                        Decay.class,
                        "",
                        is(
                            "decay",
                            AMOUNT,
                            "Lowering operators, each with the rate, or a list of rates. With graph and intracell one rate matrix: decay on its diagonal, intracell on the links."),
                        NAME,
                        OF,
                        ACTS,
                        may("graph", GRAPH, "With intracell: the links between the cells."),
                        may("intracell", AMOUNT, "Decay rate of the links of the graph."))),
                plain(Usual.PUMPING, "Raising operators, in the same way."),
                plain(
                    Usual.DEPHASING,
                    "Of cells: coherence falls as exp(-rate t); the jump is sigma_z with half the rate."),
                when(
                    Bath.class,
                    record(
                        Bath.class,
                        "a reservoir",
                        is(
                                "reservoir",
                                choice(
                                    "a reservoir", entry("bosonic", false), entry(FERMIONIC, true)),
                                "Emission and absorption at the occupation of a reservoir.")
                            .to("fermionic"),
                        is("rate", NUMBER, "Coupling rate."),
                        is(
                            "frequency",
                            NUMBER,
                            "Frequency at which the occupation of the reservoir is evaluated."),
                        is("temperature", NUMBER, "Its temperature."),
                        may("chemical potential", NUMBER, "For fermions (default: 0)."),
                        NAME,
                        OF,
                        ACTS)),
                when(
                    Jumps.class,
                    record(
                        Jumps.class,
                        "",
                        is(
                            "jumps",
                            OPERATOR.listed("a list of jump operators"),
                            "Any jump operators, each with the rate, or with a matrix of rates."),
                        may("rate", NUMBER, "The rate of each."),
                        may(
                            "rates",
                            MATRIX,
                            "In place of rate: their Kossakowski matrix, complex, Hermitian, positive."),
                        NAME))));
    return any.into((channel, values) -> channel.on(values.parts()));
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
}
