package qbattery.file;

import java.util.List;
import qbattery.model.Drive;
import qbattery.model.Envelope;
import qbattery.quantum.Operator;

/** Builds drives. */
final class Drives {

  private Drives() {}

  static SetupBuilder.NamedDrives build(DriveSection section, Evaluator evaluator) {
    if (section instanceof DriveSection.Rotating rotating) {
      Operator lowering = evaluator.operator(rotating.operator());
      return new SetupBuilder.NamedDrives(
          rotating.name(),
          Drive.rotating(
              rotating.name(),
              lowering,
              envelope(rotating.envelope(), evaluator),
              evaluator.real(rotating.frequency())));
    }
    DriveSection.Modulated modulated = (DriveSection.Modulated) section;
    return new SetupBuilder.NamedDrives(
        modulated.name(),
        List.of(
            new Drive(
                modulated.name(),
                evaluator.operator(modulated.operator()),
                envelope(modulated.envelope(), evaluator))));
  }

  private static Envelope envelope(EnvelopeSection section, Evaluator e) {
    if (section instanceof EnvelopeSection.Constant c) {
      return new Envelope.Constant(e.real(c.value()));
    }
    if (section instanceof EnvelopeSection.Step s) {
      return new Envelope.Step(e.real(s.value()), e.real(s.from()));
    }
    if (section instanceof EnvelopeSection.Pulse p) {
      return new Envelope.Pulse(e.real(p.value()), e.real(p.from()), e.real(p.to()));
    }
    if (section instanceof EnvelopeSection.Sine s) {
      return new Envelope.Sine(e.real(s.amplitude()), e.real(s.frequency()), e.real(s.phase()));
    }
    if (section instanceof EnvelopeSection.Gaussian g) {
      return new Envelope.Gaussian(e.real(g.amplitude()), e.real(g.centre()), e.real(g.width()));
    }
    if (section instanceof EnvelopeSection.Sech s) {
      return new Envelope.Sech(e.real(s.amplitude()), e.real(s.centre()), e.real(s.width()));
    }
    if (section instanceof EnvelopeSection.Table t) {
      return new Envelope.Table(
          t.times().stream().map(e::real).toList(), t.values().stream().map(e::real).toList());
    }
    return new Envelope.Product(
        ((EnvelopeSection.Product) section).factors().stream().map(f -> envelope(f, e)).toList());
  }
}
