package qbattery.study;

import java.util.Optional;
import qbattery.file.MeasureSection;
import qbattery.report.figure.FigureText;

/** Units: hbar = 1, and a file has one unit of energy, which is called E here. */
final class Units {

  static final String TIME = "1/E";
  static final String RATE = "E";
  static final String NONE = "1";

  /** In one sentence. */
  static final String SENTENCE =
      "hbar = k_B = 1; energies, rates, frequencies and temperatures are in the one unit E that the numbers of the file are in, times in 1/E";

  private static final String IN_WORDS = "\\text{energy unit}";

  private Units() {}

  /** A unit as TeX in math mode, with a symbol for that of energy if the file has one. */
  static String tex(String unit, Optional<String> symbol) {
    String energy = symbol.map(FigureText::symbol).orElse(IN_WORDS);
    return switch (unit) {
      case TIME -> "1/" + energy;
      case RATE -> energy;
      case "E^2" -> energy + "^2";
      default -> Text.tex(unit);
    };
  }

  static String of(MeasureSection.Kind kind) {
    return switch (kind) {
      case ENERGY,
          ERGOTROPY,
          TOTAL_ERGOTROPY,
          ERGOTROPY_OVER_ALL_STATES,
          INCOHERENT_ERGOTROPY,
          COHERENT_ERGOTROPY,
          PASSIVE_ENERGY,
          OPEN_WORK,
          FREE_ENERGY ->
          "E";
      case POWER, PASSIVE_ENERGY_RATE, ENERGY_CURRENT -> "E^2";
      case EXCITATION_CURRENT, RELATIVE_POWER, NEGATIVITY_RATE -> "E";
      case ENTROPY, RELATIVE_ENTROPY_OF_COHERENCE -> "nat";
      case EXPECTATION -> "of the operator";
      default -> NONE;
    };
  }

  static String of(Feature feature, MeasureSection.Kind kind) {
    if (feature.isTime()) {
      return TIME;
    }
    String unit = of(kind);
    return feature.isRate() ? ("E".equals(unit) ? "E^2" : unit + " E") : unit;
  }
}
