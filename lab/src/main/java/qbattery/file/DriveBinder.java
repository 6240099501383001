package qbattery.file;

/** Makes the records of drives from trees that were found right. */
final class DriveBinder {

  private DriveBinder() {}

  static DriveSection drive(Node node) {
    View view = View.of(node);
    String name = view.text("name", DefaultNames.kind(view.mapping(), Scope.DRIVES));
    EnvelopeSection envelope = envelope(view.node("envelope"));
    return view.has("rotating")
        ? new DriveSection.Rotating(
            name, view.numbers("rotating"), envelope, view.number("frequency"))
        : new DriveSection.Modulated(name, view.numbers("operator"), envelope);
  }

  private static EnvelopeSection envelope(Node node) {
    if (node instanceof Node.Scalar) {
      return new EnvelopeSection.Constant(View.expression(node));
    }
    View view = View.of(node);
    String kind = view.mapping().keys().get(0);
    if ("constant".equals(kind)) {
      return new EnvelopeSection.Constant(view.number(kind));
    }
    if ("product".equals(kind)) {
      return new EnvelopeSection.Product(view.items(kind, DriveBinder::envelope));
    }
    View of = view.view(kind);
    return switch (kind) {
      case "step" -> new EnvelopeSection.Step(of.number("value"), of.number("from"));
      case "pulse" ->
          new EnvelopeSection.Pulse(of.number("value"), of.number("from"), of.number("to"));
      case "sine" ->
          new EnvelopeSection.Sine(
              of.number("amplitude"), of.number("frequency"), of.number("phase", "0"));
      case "gaussian" ->
          new EnvelopeSection.Gaussian(
              of.number("amplitude"), of.number("centre"), of.number("width"));
      case "sech" ->
          new EnvelopeSection.Sech(of.number("amplitude"), of.number("centre"), of.number("width"));
      case "table" -> new EnvelopeSection.Table(of.numbers("times"), of.numbers("values"));
      default -> throw new IllegalStateException("An envelope of no kind was found right.");
    };
  }
}
