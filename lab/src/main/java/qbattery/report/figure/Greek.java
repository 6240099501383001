package qbattery.report.figure;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Greek letters and some signs as the TeX that sets them. */
final class Greek {

  private static final String SMALL =
      "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho"
          + " varsigma sigma tau upsilon phi chi psi omega";

  /** Capitals that look as Latin ones have no command. */
  private static final String CAPITAL =
      "{\\mathrm{A}} {\\mathrm{B}} {\\Gamma} {\\Delta} {\\mathrm{E}} {\\mathrm{Z}} {\\mathrm{H}}"
          + " {\\Theta} {\\mathrm{I}} {\\mathrm{K}} {\\Lambda} {\\mathrm{M}} {\\mathrm{N}} {\\Xi}"
          + " {\\mathrm{O}} {\\Pi} {\\mathrm{P}} ? {\\Sigma} {\\mathrm{T}} {\\Upsilon} {\\Phi}"
          + " {\\mathrm{X}} {\\Psi} {\\Omega}";

  private static final int FIRST_SMALL = 0x3B1;
  private static final int FIRST_CAPITAL = 0x391;

  private static final Map<Integer, String> COMMANDS = commands();

  private Greek() {}

  private static Map<Integer, String> commands() {
    Map<Integer, String> commands = new HashMap<>();
    String[] small = SMALL.split(" ");
    for (int k = 0; k < small.length; k++) {
      commands.put(FIRST_SMALL + k, "omicron".equals(small[k]) ? "{o}" : "{\\" + small[k] + "}");
    }
    String[] capital = CAPITAL.split(" ");
    for (int k = 0; k < capital.length; k++) {
      if (capital[k].length() > 1) {
        commands.put(FIRST_CAPITAL + k, capital[k]);
      }
    }
    commands.put(0x3D5, "{\\phi}");
    commands.put(0x3D1, "{\\vartheta}");
    commands.put(0x3F5, "{\\epsilon}");
    commands.put(0xB5, "{\\mu}"); // the micro sign
    commands.put(0x210F, "{\\hbar}");
    commands.put(0x2212, "{-}");
    commands.put(0x221E, "{\\infty}");
    commands.put(0xB7, "{\\cdot}");
    commands.put(0xD7, "{\\times}");
    commands.put(0x27E8, "{\\langle}");
    commands.put(0x27E9, "{\\rangle}");
    return commands;
  }

  /** The TeX of a letter, in math mode; nothing if it is none of these. */
  static Optional<String> tex(int letter) {
    return Optional.ofNullable(COMMANDS.get(letter));
  }

  /** TeX in math mode with commands in the place of these letters. */
  static String inMath(String tex) {
    StringBuilder out = new StringBuilder();
    tex.codePoints()
        .forEach(c -> tex(c).ifPresentOrElse(out::append, () -> out.appendCodePoint(c)));
    return out.toString();
  }
}
