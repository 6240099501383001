package qbattery.file;

import java.util.List;

/** Makes trees from the records of channels, drives and starts. */
final class PartUnbinder {

  private PartUnbinder() {}

  static Node channel(ChannelSection channel) {
    Tree tree = new Tree();
    if (channel instanceof ChannelSection.Plain plain) {
      tree.node(plain.kind().word(), Unbinder.amount(plain.rate()))
          .texts("of", plain.of())
          .word("acts", plain.acting(), ChannelSection.Acting.EACH);
    } else if (channel instanceof ChannelSection.AlongLinks along) {
      tree.node("decay", Unbinder.amount(along.decay()))
          .node("intracell", Unbinder.amount(along.intracell()))
          .node("graph", Unbinder.links(along.graph()))
          .texts("of", along.of());
    } else if (channel instanceof ChannelSection.Bath bath) {
      tree.text("reservoir", bath.statistics().word())
          .number("rate", bath.rate())
          .number("frequency", bath.frequency())
          .number("temperature", bath.temperature())
          .number("chemical potential", bath.chemicalPotential())
          .texts("of", bath.of())
          .word("acts", bath.acting(), ChannelSection.Acting.EACH);
    } else if (channel instanceof ChannelSection.Jumps jumps) {
      tree.node("jumps", Tree.all(jumps.jumps())).number("rate", jumps.rate());
    } else if (channel instanceof ChannelSection.Kossakowski kossakowski) {
      tree.node("jumps", Tree.all(kossakowski.jumps())).node("rates", Tree.of(kossakowski.rates()));
    }
    return tree.text("name", channel.name()).done();
  }

  static Node drive(DriveSection drive) {
    Tree tree = new Tree();
    if (drive instanceof DriveSection.Modulated modulated) {
      tree.node("operator", Tree.oneOrMore(modulated.operator(), Tree::of))
          .node("envelope", envelope(modulated.envelope()));
    } else if (drive instanceof DriveSection.Rotating rotating) {
      tree.node("rotating", Tree.oneOrMore(rotating.operator(), Tree::of))
          .number("frequency", rotating.frequency())
          .node("envelope", envelope(rotating.envelope()));
    }
    return tree.text("name", drive.name()).done();
  }

  private static Node envelope(EnvelopeSection envelope) {
    if (envelope instanceof EnvelopeSection.Constant constant) {
      return Tree.of(constant.value());
    }
    if (envelope instanceof EnvelopeSection.Product product) {
      return Node.mapping("product", Tree.all(product.factors(), PartUnbinder::envelope));
    }
    Tree tree = new Tree();
    if (envelope instanceof EnvelopeSection.Step step) {
      tree.number("value", step.value()).number("from", step.from());
      return Node.mapping("step", tree.done());
    }
    if (envelope instanceof EnvelopeSection.Pulse pulse) {
      tree.number("value", pulse.value()).number("from", pulse.from()).number("to", pulse.to());
      return Node.mapping("pulse", tree.done());
    }
    if (envelope instanceof EnvelopeSection.Sine sine) {
      tree.number("amplitude", sine.amplitude())
          .number("frequency", sine.frequency())
          .number("phase", sine.phase());
      return Node.mapping("sine", tree.done());
    }
    if (envelope instanceof EnvelopeSection.Gaussian gaussian) {
      tree.number("amplitude", gaussian.amplitude())
          .number("centre", gaussian.centre())
          .number("width", gaussian.width());
      return Node.mapping("gaussian", tree.done());
    }
    if (envelope instanceof EnvelopeSection.Sech sech) {
      tree.number("amplitude", sech.amplitude())
          .number("centre", sech.centre())
          .number("width", sech.width());
      return Node.mapping("sech", tree.done());
    }
    EnvelopeSection.Table table = (EnvelopeSection.Table) envelope;
    tree.node("times", Tree.all(table.times())).node("values", Tree.all(table.values()));
    return Node.mapping("table", tree.done());
  }

  static Node start(StartSection start) {
    if (start instanceof StartSection.Named named) {
      return Node.text(named.word());
    }
    if (start instanceof StartSection.Mixture mixture) {
      return Node.mapping("mixture", Tree.of(mixture.excited()));
    }
    if (start instanceof StartSection.Thermal thermal) {
      return Node.mapping("thermal", Tree.of(thermal.temperature()));
    }
    if (start instanceof StartSection.Sites sites) {
      Tree tree = new Tree();
      sites.states().forEach((name, state) -> tree.node(name, site(state)));
      return Node.mapping("sites", tree.done());
    }
    if (start instanceof StartSection.Product product) {
      return Node.mapping("product", Tree.all(product.sites(), Tree::of));
    }
    if (start instanceof StartSection.Pure pure) {
      return Node.mapping("pure", Tree.all(pure.amplitudes()));
    }
    if (start instanceof StartSection.Given given) {
      return Node.mapping("matrix", Tree.of(given.matrix()));
    }
    if (start instanceof StartSection.Settled settled) {
      return Node.mapping("settled", start(settled.from()));
    }
    StartSection.BatteryThermal thermal = (StartSection.BatteryThermal) start;
    return Node.mapping("battery temperature", Tree.of(thermal.temperature()));
  }

  private static Node site(SiteSection site) {
    if (site instanceof SiteSection.Named named) {
      return Node.text(named.word());
    }
    if (site instanceof SiteSection.Excitations excitations) {
      return Node.mapping("excitations", Tree.of(excitations.n()));
    }
    if (site instanceof SiteSection.Mixture mixture) {
      return Node.mapping("mixture", Tree.of(mixture.excited()));
    }
    if (site instanceof SiteSection.Coherent coherent) {
      return Node.mapping("coherent", Tree.of(coherent.alpha()));
    }
    if (site instanceof SiteSection.Thermal thermal) {
      return Node.mapping("thermal", Tree.of(thermal.mean()));
    }
    if (site instanceof SiteSection.Direction direction) {
      return Node.mapping("direction", Tree.all(List.of(direction.theta(), direction.phi())));
    }
    return Node.mapping("matrix", Tree.of(((SiteSection.Given) site).matrix()));
  }
}
