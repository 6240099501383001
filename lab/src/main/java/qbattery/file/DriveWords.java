package qbattery.file;

import static qbattery.file.CommonWords.OPERATORS;
import static qbattery.file.CommonWords.REAL;
import static qbattery.file.CommonWords.REALS;
import static qbattery.file.Described.held;
import static qbattery.file.Described.is;
import static qbattery.file.Described.kind;
import static qbattery.file.Described.may;
import static qbattery.file.Described.record;
import static qbattery.file.Described.under;
import static qbattery.file.Described.when;

import java.util.List;
import qbattery.file.Described.Field;
import qbattery.file.DriveSection.Modulated;
import qbattery.file.DriveSection.Rotating;
import qbattery.model.Envelope;
import qbattery.model.Envelope.Constant;
import qbattery.model.Envelope.Gaussian;
import qbattery.model.Envelope.Product;
import qbattery.model.Envelope.Pulse;
import qbattery.model.Envelope.Sech;
import qbattery.model.Envelope.Sine;
import qbattery.model.Envelope.Step;
import qbattery.model.Envelope.Table;

/** The words of drives and their envelopes. */
final class DriveWords {

  private static final Described<Envelope> ENVELOPE =
      Described.named("envelope", DriveWords::envelope);

  /** An envelope as it stands in the file, whose formulas wait for values. */
  private static final Described<Node> WRITTEN =
      new Described<>(ENVELOPE.shape(), DriveWords::ordered, node -> node);

  /** What a phase is without being said. */
  private static final Node NO_PHASE = Node.text("0");

  private DriveWords() {}

  /** What was written, in one form: identities of experiments are made of it. */
  private static Node ordered(Node node) {
    if (!(node instanceof Node.Mapping written)) {
      return Tree.bare(node);
    }
    String kind = written.keys().get(0);
    Node of = View.of(written).node(kind);
    if (of instanceof Node.Sequence factors) {
      return Node.mapping(kind, Tree.all(factors.items(), DriveWords::ordered));
    }
    if (!(of instanceof Node.Mapping numbers)) {
      return Tree.bare(of); // a constant
    }
    Tree tree = new Tree();
    for (String name : names(kind)) {
      numbers
          .get(name)
          .map(Tree::bare)
          .filter(n -> !n.equals(NO_PHASE) || !"phase".equals(name))
          .ifPresent(n -> tree.node(name, n));
    }
    return Node.mapping(kind, tree.done());
  }

  /** The names of a kind of envelope, in order. */
  private static List<String> names(String kind) {
    Shape either = ((Shape.Named) ENVELOPE.shape()).shape().get();
    Shape.Cases kinds = (Shape.Cases) ((Shape.Either) either).shapes().get(1);
    return kinds.cases().stream()
        .flatMap(fields -> fields.field(kind).stream())
        .map(Shape.Field::shape)
        .filter(Shape.Fields.class::isInstance)
        .flatMap(names -> ((Shape.Fields) names).names().stream())
        .toList();
  }

  /**
   * The envelope that stands in a file, with values for its formulas.
   *
   * @throws IllegalArgumentException if one has no value, or there is no such envelope
   */
  static Envelope envelope(Node written, Evaluator values) {
    return ENVELOPE.read().apply(Tree.numbers(written, values));
  }

  /** What stands in a file for an envelope. */
  static Node node(Envelope envelope) {
    return Tree.bare(ENVELOPE.write().apply(envelope));
  }

  private static Described<Envelope> envelope() {
    Field value = is("value", REAL, "The value.");
    Field from = is("from", REAL, "When it begins.");
    Field amplitude = is("amplitude", REAL, "The largest value.");
    Field centre = is("centre", REAL, "When it is largest.");
    var step = record(Step.class, "a step", value, from);
    var pulse = record(Pulse.class, "a pulse", value, from, is("to", REAL, "When it ends."));
    var sine =
        record(
            Sine.class,
            "a sine",
            amplitude,
            is("frequency", REAL, "Angular frequency."),
            may("phase", REAL, "In radians; 0 without it.", 0.0));
    var gaussian =
        record(
            Gaussian.class,
            "a Gaussian pulse",
            amplitude,
            centre,
            is("width", REAL, "Standard deviation."));
    var sech =
        record(
            Sech.class,
            "a sech pulse",
            amplitude,
            centre,
            is("width", REAL, "Its tails fall by e in that time."));
    var table =
        record(
            Table.class,
            "a table",
            is("times", REALS, "Ascending."),
            is("values", REALS, "One for each time."));
    var factors = ENVELOPE.listed("a list of envelopes");
    Described<Envelope> kinds =
        Described.cases(
            "an envelope",
            List.of(
                kind(Constant.class, "constant", REAL, "Always the same value."),
                under(Step.class, "step", step, "0, then a value."),
                under(Pulse.class, "pulse", pulse, "A value between two times, 0 elsewhere."),
                under(Sine.class, "sine", sine, "amplitude*sin(frequency*t + phase)."),
                under(
                    Gaussian.class,
                    "gaussian",
                    gaussian,
                    "amplitude*exp(-(t - centre)^2/(2*width^2))."),
                under(
                    Sech.class,
                    "sech",
                    sech,
                    "amplitude/cosh((t - centre)/width); its area is pi*amplitude*width."),
                under(Table.class, "table", table, "Straight lines between points."),
                kind(Product.class, "product", factors, "The product of envelopes.")));
    return Described.either(
        "a number or an envelope",
        when(Constant.class, held(Constant.class, REAL)),
        when(Envelope.class, kinds));
  }

  /** A drive. */
  static Described<DriveSection> drive() {
    Field envelope = is("envelope", WRITTEN, "How it depends on time.");
    Field name =
        may(
            "name",
            CommonWords.TEXT,
            "What the drive is called.",
            view -> Scope.name(view.mapping(), Scope.DRIVES).text());
    return Described.cases(
        "a drive",
        List.of(
            when(
                Modulated.class,
                record(
                    Modulated.class,
                    "a drive",
                    is("operator", OPERATORS, "V, Hermitian, of f(t) V."),
                    envelope,
                    name)),
            when(
                Rotating.class,
                record(
                    Rotating.class,
                    "a rotating drive",
                    is(
                            "rotating",
                            OPERATORS,
                            "A, such as lower(cavity), of f(t) (A e^(iwt) + h.c.).")
                        .to("operator"),
                    is("frequency", CommonWords.NUMBER, "w."),
                    envelope,
                    name))));
  }
}
