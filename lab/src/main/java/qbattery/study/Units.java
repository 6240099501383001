package qbattery.study;

import java.util.Optional;
import qbattery.file.words.ResultKind;
import qbattery.measure.Measure;
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
      default -> FigureText.words(unit);
    };
  }

  static String of(ResultKind result, Measure measure) {
    if (result.isTime()) {
      return TIME;
    }
    String unit = measure.unit();
    return result == ResultKind.AVERAGE_POWER_PEAK
        ? ("E".equals(unit) ? "E^2" : unit + " E")
        : unit;
  }
}
