package qbattery.paper.kamin2023;

/** A parameter that is turned. */
enum Knob {
  COUPLING("J", "gamma"),
  SPACING("omega_0", "gamma"),
  FREQUENCY("omega", "gamma"),
  MU("mu", "gamma"),
  BIAS("Delta mu", "gamma"),
  TEMPERATURE("T", "gamma"),
  WARMTH("Delta T", "gamma");

  private final String label;
  private final String unit;

  Knob(String label, String unit) {
    this.label = label;
    this.unit = unit;
  }

  String label() {
    return label;
  }

  String unit() {
    return unit;
  }
}
