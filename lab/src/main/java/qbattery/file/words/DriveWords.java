package qbattery.file.words;

import static qbattery.file.words.CommonWords.NUMBER;
import static qbattery.file.words.CommonWords.NUMBERS;
import static qbattery.file.words.CommonWords.OPERATORS;
import static qbattery.file.words.Described.record;
import static qbattery.file.words.Field.is;
import static qbattery.file.words.Field.may;
import static qbattery.file.words.Sort.kind;
import static qbattery.file.words.Sort.under;
import static qbattery.file.words.Sort.when;

import java.util.List;
import qbattery.model.Drive;
import qbattery.model.Envelope;
import qbattery.model.Envelope.Constant;
import qbattery.model.Envelope.Gaussian;
import qbattery.model.Envelope.Product;
import qbattery.model.Envelope.Pulse;
import qbattery.model.Envelope.Sech;
import qbattery.model.Envelope.Sine;
import qbattery.model.Envelope.Step;
import qbattery.model.Envelope.Table;
import qbattery.quantum.Operator;

/** The words of drives and their envelopes. */
public final class DriveWords {

  public static final Described<Envelope> ENVELOPE =
      Described.named("envelope", DriveWords::envelope);

  /** A part of the Hamiltonian that is switched in time. */
  public static final Described<Named> DRIVE = drive();

  private DriveWords() {}

  private static Described<Envelope> envelope() {
    Field value = is("value", NUMBER, "The value.");
    Field from = is("from", NUMBER, "When it begins.");
    Field amplitude = is("amplitude", NUMBER, "The largest value.");
    Field centre = is("centre", NUMBER, "When it is largest.");
    var step = record(Step.class, "a step", value, from);
    var pulse = record(Pulse.class, "a pulse", value, from, is("to", NUMBER, "When it ends."));
    var sine =
        record(
            Sine.class,
            "a sine",
            amplitude,
            is("frequency", NUMBER, "Angular frequency."),
            may("phase", NUMBER, "In radians (default: 0).", 0.0));
    var gaussian =
        record(
            Gaussian.class,
            "a Gaussian pulse",
            amplitude,
            centre,
            is("width", NUMBER, "Standard deviation."));
    var sech =
        record(
            Sech.class,
            "a sech pulse",
            amplitude,
            centre,
            is(
                "width",
                NUMBER,
                "Time in which its tails fall by a factor e. With amplitude 1/(2 width) a resonant rotating drive turns a cell over."));
    var table =
        record(
            Table.class,
            "a table",
            is("times", NUMBERS, "Ascending."),
            is("values", NUMBERS, "One for each time."));
    var factors = ENVELOPE.listed("a list of envelopes");
    Described<Envelope> kinds =
        Described.cases(
            "an envelope",
            List.of(
                kind(Constant.class, "constant", NUMBER, "Always the same value."),
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
                under(
                    Table.class,
                    "table",
                    table,
                    "Straight lines between points; before the first and after the last time the value stays as there."),
                kind(Product.class, "product", factors, "The product of envelopes.")));
    return kinds.shortly("a number or an envelope", "constant", NUMBER.shape());
  }

  /**
   * Drives of one name; a stage switches off all of them.
   *
   * @param drives one, or the two that rotate
   */
  public record Named(String name, List<Drive> drives) {}

  /** {@code f(t) V}. */
  private record Modulated(Operator operator, Envelope envelope, String name) {

    Named drives() {
      return new Named(name, List.of(new Drive(name, operator, envelope)));
    }
  }

  /** {@code f(t) (A exp(i w t) + h.c.)}. */
  private record Rotating(Operator operator, double frequency, Envelope envelope, String name) {

    Named drives() {
      return new Named(name, Drive.rotating(name, operator, envelope, frequency));
    }
  }

  private static Described<Named> drive() {
    Field envelope = is("envelope", ENVELOPE, "Its dependence on time.");
    Field name =
        may(
            "name",
            CommonWords.TEXT,
            "Name of the drive.",
            view -> Scope.name(view.mapping(), Scope.DRIVES).text());
    var modulated =
        record(
            Modulated.class,
            "a drive",
            is("operator", OPERATORS, "f(t) V, with V Hermitian."),
            envelope,
            name);
    var rotating =
        record(
            Rotating.class,
            "a rotating drive",
            is("rotating", OPERATORS, "A, such as lower(cavity), of f(t) (A e^(iwt) + h.c.).")
                .to("operator"),
            is("frequency", NUMBER, "w, of a rotating drive."),
            envelope,
            name);
    return Described.cases(
        "a drive",
        List.of(
            when(Named.class, modulated.into(Modulated::drives)),
            when(Named.class, rotating.into(Rotating::drives))));
  }
}
