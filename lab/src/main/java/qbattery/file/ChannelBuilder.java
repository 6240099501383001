package qbattery.file;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.CellNetwork;
import qbattery.model.Channel;
import qbattery.model.Contact;
import qbattery.model.Graph;
import qbattery.model.Reservoir;
import qbattery.quantum.Operator;

/** Builds channels. */
final class ChannelBuilder {

  private final PartTable parts;
  private final Evaluator evaluator;

  ChannelBuilder(PartTable parts, Evaluator evaluator) {
    this.parts = parts;
    this.evaluator = evaluator;
  }

  SetupBuilder.NamedChannels build(ChannelSection section) {
    if (section instanceof ChannelSection.Bath bath) {
      Contact contact = contact(bath);
      return new SetupBuilder.NamedChannels(bath.name(), contact.channels(), Optional.of(contact));
    }
    return new SetupBuilder.NamedChannels(
        section.name(), List.of(channel(section)), Optional.empty());
  }

  private Channel channel(ChannelSection section) {
    if (section instanceof ChannelSection.Plain plain) {
      return plain(plain);
    }
    if (section instanceof ChannelSection.AlongLinks along) {
      return alongLinks(along);
    }
    if (section instanceof ChannelSection.Jumps jumps) {
      return Channel.independent(
          jumps.name(), operators(jumps.jumps()), evaluator.real(jumps.rate()));
    }
    ChannelSection.Kossakowski kossakowski = (ChannelSection.Kossakowski) section;
    return new Channel(
        kossakowski.name(),
        operators(kossakowski.jumps()),
        SetupBuilder.matrix(kossakowski.rates(), evaluator));
  }

  private List<Operator> operators(List<Expression> jumps) {
    return jumps.stream().map(evaluator::operator).toList();
  }

  private Channel plain(ChannelSection.Plain plain) {
    LocalWord word =
        switch (plain.kind()) {
          case DECAY -> LocalWord.LOWER;
          case PUMPING -> LocalWord.RAISE;
          case DEPHASING -> LocalWord.SIGMA_Z;
        };
    double factor = plain.kind() == ChannelSection.Usual.DEPHASING ? 0.5 : 1;
    List<Operator> jumps = local(word, plain.of());
    if (plain.acting() == ChannelSection.Acting.TOGETHER) {
      if (!(plain.rate() instanceof Amount.Single single)) {
        throw new IllegalArgumentException("What acts together has one rate, not a list.");
      }
      Operator sum = jumps.stream().reduce(Operator.zero(parts.space()), Operator::plus);
      return Channel.independent(
          plain.name(), List.of(sum), evaluator.real(single.value()) * factor);
    }
    List<Double> rates =
        StructureBuilder.each(plain.rate(), jumps.size(), "site", plain.kind().word(), evaluator);
    for (double rate : rates) {
      Channel.independent(plain.name(), jumps, rate); // refuses what is no rate
    }
    return new Channel(
        plain.name(),
        jumps,
        ComplexMatrix.generate(
            jumps.size(),
            jumps.size(),
            (i, j) -> i == j ? Complex.real(rates.get(i) * factor) : Complex.ZERO));
  }

  private Channel alongLinks(ChannelSection.AlongLinks along) {
    List<Operator> jumps = local(LocalWord.LOWER, along.of());
    int sites = jumps.size();
    Graph graph = StructureBuilder.graph(along.graph(), sites, evaluator);
    int links = graph.links().size();
    CellNetwork checked =
        new CellNetwork(
            graph,
            Collections.nCopies(sites, 1.0),
            Collections.nCopies(links, 0.0),
            StructureBuilder.each(along.decay(), sites, "site", "decay", evaluator),
            StructureBuilder.each(along.intracell(), links, "link", "intracell", evaluator));
    return new Channel(along.name(), jumps, checked.rates());
  }

  private List<Operator> local(LocalWord word, List<String> of) {
    return parts.sites(of).stream().map(site -> Couplings.on(word, parts, site)).toList();
  }

  private Contact contact(ChannelSection.Bath bath) {
    double frequency = evaluator.real(bath.frequency());
    double temperature = evaluator.real(bath.temperature());
    double mu = bath.chemicalPotential().map(evaluator::real).orElse(0.0);
    Reservoir reservoir =
        bath.statistics() == ChannelSection.Statistics.BOSONIC
            ? new Reservoir.Bosonic(frequency, temperature)
            : new Reservoir.Fermionic(frequency, temperature, mu);
    return new Contact(
        bath.name(),
        reservoir,
        evaluator.real(bath.rate()),
        local(LocalWord.LOWER, bath.of()),
        bath.acting() == ChannelSection.Acting.TOGETHER
            ? Contact.Sharing.COLLECTIVE
            : Contact.Sharing.EACH_ITS_OWN);
  }
}
