package qbattery.paper.arjmandi2022;

import java.util.function.ToDoubleFunction;

/**
 * Which work is counted: what it costs to turn the coupling off, which has to be done before
 * ergotropy counted in H0 is extracted: Sec. III.
 *
 * <p>Turned off fast, the state stays, and the battery's energy goes from tr(rho (H0 + Hint)) to
 * tr(rho H0): the work {@code -tr(rho Hint)} has to be put in, or comes out where it is negative.
 * If the coupling was turned on at the start in the same way, {@code tr(rho(0) Hint)} was put in
 * before. As each cell decays by itself, {@code H0 + Hint} falls as exp(-Gamma t), so both together
 * are
 *
 * <pre>
 * U(t) - U(0) + (U(0) + tr(rho(0) Hint)) (1 - exp(-Gamma t)):
 * </pre>
 *
 * <p>what the cells gained in energy and what they lost on the way. The coherent state is pure, so
 * that E(0) = U(0), and E(t) is never larger than U(t): the gain of ergotropy is never larger than
 * both works together, in any realisation whose energy at the start is positive.
 */
enum Counted {
  /** Turning the coupling on at the start and off at the end. */
  ON_AND_OFF("turned on before and off"),
  /** Turning it off alone. */
  OFF("turned off");

  private final String label;

  Counted(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /** The work over the ergotropy at the start, in a row, at a time with this number. */
  ToDoubleFunction<double[]> of(ChainRun run, int time) {
    int now = run.column(Merit.INTERACTION, time);
    int start = run.column(Merit.INTERACTION, 0);
    return this == OFF ? row -> -row[now] : row -> row[start] - row[now];
  }
}
