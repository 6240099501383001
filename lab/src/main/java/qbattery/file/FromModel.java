package qbattery.file;

import java.util.List;
import qbattery.file.tree.Node;
import qbattery.file.tree.Tree;
import qbattery.file.words.BatteryFile;
import qbattery.file.words.CommonWords;
import qbattery.file.words.DriveWords;
import qbattery.file.words.Grammar;
import qbattery.file.words.StartWords;
import qbattery.file.words.StructureWords;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Drive;
import qbattery.model.InitialState;
import qbattery.model.SiteState;

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
      SiteState state = given.sites().get(k);
      Node written =
          StartWords.SITE.write(
              state instanceof SiteState.EachCell each ? new SiteState.Given(each.cell()) : state);
      boolean dicke = sites.isAlike(k) && state instanceof SiteState.Excitations;
      states.node(
          sites.names().get(k),
          dicke ? Node.mapping("dicke", Tree.of(((SiteState.Excitations) state).n())) : written);
    }
    return Node.mapping("sites", states.done());
  }
}
