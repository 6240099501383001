package qbattery.file;

import java.util.List;
import java.util.Optional;
import qbattery.file.tree.Node;
import qbattery.file.tree.Tree;
import qbattery.file.words.Amount;
import qbattery.file.words.BatteryFile;
import qbattery.file.words.CommonWords;
import qbattery.file.words.DriveWords;
import qbattery.file.words.Grammar;
import qbattery.file.words.GraphWords;
import qbattery.file.words.StartWords;
import qbattery.file.words.StructureWords;
import qbattery.model.Battery;
import qbattery.model.CellNetwork;
import qbattery.model.Channel;
import qbattery.model.DisorderedNetwork;
import qbattery.model.Distribution;
import qbattery.model.Drive;
import qbattery.model.Graph;
import qbattery.model.InitialState;

/** Writes a battery as a file that names every term, so that it is read as an equal battery. */
final class FromModel {

  private FromModel() {}

  static BatteryFile of(Battery battery, InitialState start, List<Double> times) {
    SiteGuess sites = SiteGuess.of(battery);
    OperatorText text = new OperatorText(sites);
    Tree tree = new Tree();
    tree.node("battery", Node.text(battery.name()))
        .node("parts", StructureWords.ALL_PARTS.write(sites.parts()))
        .node("storage", Node.list(text.terms(battery.storage())))
        .node("interaction", Node.list(text.terms(battery.interaction())))
        .node("channels", Tree.all(battery.channels(), channel -> channel(channel, text)))
        .node("drives", Tree.all(battery.drives(), drive -> drive(drive, text)))
        .node("operators", Tree.dictionary(text.own(), Grammar.OPERATOR::write))
        .node("start", start(start, sites))
        .node("times", Tree.all(times, Tree::of))
        .node("measures", Node.list(List.of(Node.text("energy"))));
    return Grammar.read(tree.done());
  }

  private static Node channel(Channel channel, OperatorText text) {
    return new Tree()
        .node("jumps", Tree.all(channel.jumps(), text::sum))
        .node("rates", CommonWords.MATRIX.write(channel.rates()))
        .node("name", Node.text(channel.name()))
        .done();
  }

  private static Node drive(Drive drive, OperatorText text) {
    return new Tree()
        .node("operator", Node.list(text.terms(drive.operator())))
        .node("envelope", DriveWords.ENVELOPE.write(drive.envelope()))
        .node("name", Node.text(drive.name()))
        .done();
  }

  private static Node start(InitialState start, SiteGuess sites) {
    if (start instanceof InitialState.Known known) {
      return start(new InitialState.Given(known.state().matrix()), sites);
    }
    if (!(start instanceof InitialState.Sites given)) {
      return StartWords.START.write(new StartWords.In(start));
    }
    Tree states = new Tree();
    for (int k = 0; k < given.sites().size(); k++) {
      states.node(sites.names().get(k), StartWords.SITE.write(given.sites().get(k)));
    }
    return Node.mapping("sites", states.done());
  }

  /** What stands in a file for a network. */
  static Node.Mapping network(CellNetwork network, StructureWords.Frame frame) {
    return network(
        network.graph(),
        several(network.frequencies()),
        several(network.couplings()),
        several(network.decay()),
        several(network.intracell()),
        frame);
  }

  /** What stands in a file for a disordered network. */
  static Node.Mapping network(DisorderedNetwork network, StructureWords.Frame frame) {
    return network(
        network.graph(),
        amount(network.frequency()),
        amount(network.coupling()),
        amount(network.decay()),
        amount(network.intracell()),
        frame);
  }

  private static Node.Mapping network(
      Graph graph,
      Amount frequency,
      Amount coupling,
      Amount decay,
      Amount intracell,
      StructureWords.Frame frame) {
    return new Tree()
        .node("graph", GraphWords.node(graph))
        .node("cells", Tree.of(graph.cells()))
        .node("frequency", CommonWords.AMOUNT.write(frequency))
        .node("coupling", CommonWords.AMOUNT.write(coupling))
        .node("decay", CommonWords.AMOUNT.write(decay))
        .node("intracell", CommonWords.AMOUNT.write(intracell))
        .node("frame", Node.text(frame.word()))
        .done();
  }

  /** A list; of a network of one cell, which has no link, the number 0. */
  private static Amount several(List<Double> values) {
    return values.isEmpty() ? new Amount.Single(0) : new Amount.Several(values);
  }

  private static Amount amount(Distribution distribution) {
    if (distribution instanceof Distribution.Constant constant) {
      return new Amount.Single(constant.value());
    }
    if (distribution instanceof Distribution.Magnitude magnitude
        && magnitude.of() instanceof Distribution.Constant constant) {
      return new Amount.Single(StrictMath.abs(constant.value()));
    }
    if (distribution instanceof Distribution.Magnitude magnitude
        && magnitude.of() instanceof Distribution.Magnitude inner) {
      return amount(inner);
    }
    return new Amount.Drawn(distribution, Optional.empty());
  }
}
