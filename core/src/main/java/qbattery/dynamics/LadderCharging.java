package qbattery.dynamics;

import java.util.ArrayList;
import java.util.List;

/**
 * How a battery of many spins charges at T = 0 from battery down and charger up: its energy and
 * power density, from far fewer numbers than the state has; quach2020, Figs. 2 a and d-f.
 *
 * <p>Between total spins J and J' the elements {@code r(M) = <J M|rho|J' M>} form a ladder of their
 * own, with {@code a_J(M)^2 = (J + M)(J - M + 1)}:
 *
 * <pre>dr(M)/dt = 2 gamma a_J(M + 1) a_J'(M + 1) r(M + 1) - gamma [a_J(M)^2 + a_J'(M)^2] r(M).
 * </pre>
 *
 * <p>The battery's energy is a vector operator's component, so it sees the ladders of J' = J and J'
 * = J - 1 alone: about 2 N_B ladders. Energies and powers of a step are kept as the polynomials
 * that its dense output makes of them.
 */
public final class LadderCharging {

  /** Points that fix the dense output's polynomial of degree 7. */
  private static final int NODES = 8;

  private record Piece(double start, double end, double[] energy, double[] power) {}

  private final double end;
  private final List<Piece> pieces;
  private final SolverStatistics statistics;

  private LadderCharging(double end, List<Piece> pieces, SolverStatistics statistics) {
    this.end = end;
    this.pieces = pieces;
    this.statistics = statistics;
  }

  /**
   * Charges a battery.
   *
   * @param batterySize N_B, at least 1
   * @param chargerSize N_C, at least N_B
   * @param rate gamma, positive; the channel's rate is 2 gamma
   * @param end final time, positive
   * @param method how to integrate
   * @return energy and power density as functions of time
   * @throws IllegalArgumentException if a size, the rate or the end is not as said, or the memory
   *     does not suffice
   */
  public static LadderCharging of(
      int batterySize, int chargerSize, double rate, double end, Method.DormandPrince method) {
    if (batterySize < 1 || chargerSize < batterySize) {
      throw new IllegalArgumentException(
          "Ladders serve a battery of at least one spin and a charger of at least as many, not %d and %d; evolve the state instead."
              .formatted(batterySize, chargerSize));
    }
    if (!(rate > 0 && end > 0) || Double.isInfinite(rate) || Double.isInfinite(end)) {
      throw new IllegalArgumentException(
          "Charging needs a positive, finite rate and end, not %s and %s.".formatted(rate, end));
    }
    Ladders ladders = Ladders.of(batterySize, chargerSize, rate);
    Memory.require(
        "Charging %d spins".formatted(batterySize),
        Memory.forIntegrating(ladders.size()),
        Memory.available());
    List<Piece> pieces = new ArrayList<>();
    double[] x = new double[ladders.size()];
    double[] dx = new double[ladders.size()];
    SolverStatistics statistics =
        DormandPrinceIntegrator.integrate(
            ladders,
            ladders.initial(),
            0,
            end,
            method,
            step -> {
              double[] energy = new double[NODES];
              double[] power = new double[NODES];
              for (int k = 0; k < NODES; k++) {
                step.evaluate(step.start() + node(k) * (step.end() - step.start()), x);
                ladders.apply(0, x, dx);
                energy[k] = ladders.excitations(x) / batterySize;
                power[k] = ladders.rateOfExcitations(dx) / batterySize;
              }
              pieces.add(new Piece(step.start(), step.end(), energy, power));
            });
    return new LadderCharging(end, List.copyOf(pieces), statistics);
  }

  /**
   * Energy density, {@code <J_B^z>/N_B + 1/2}; quach2020, Eq. 7, in units of w.
   *
   * @param t a time from 0 to the end
   * @return the mean fraction of excited spins
   * @throws IllegalArgumentException if the time lies outside
   */
  public double energyDensity(double t) {
    Piece piece = around(t);
    return interpolated(piece.energy, (t - piece.start) / (piece.end - piece.start));
  }

  /**
   * Power density, from the generator; quach2020, Eq. 11, in units of w.
   *
   * @param t a time from 0 to the end
   * @return the time derivative of the energy density
   * @throws IllegalArgumentException if the time lies outside
   */
  public double powerDensity(double t) {
    Piece piece = around(t);
    return interpolated(piece.power, (t - piece.start) / (piece.end - piece.start));
  }

  /**
   * When it ends.
   *
   * @return the final time
   */
  public double end() {
    return end;
  }

  /**
   * What it took.
   *
   * @return steps and evaluations
   */
  public SolverStatistics statistics() {
    return statistics;
  }

  private Piece around(double t) {
    ExactSolution.requireInside(t, end);
    int low = 0;
    int high = pieces.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (pieces.get(middle).end < t) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return pieces.get(low);
  }

  /** Chebyshev points of the second kind, ends included. */
  private static double node(int k) {
    return (1 - StrictMath.cos(StrictMath.PI * k / (NODES - 1))) / 2;
  }

  /** The polynomial through the nodes, by its barycentric form. */
  private static double interpolated(double[] values, double s) {
    double above = 0;
    double below = 0;
    for (int k = 0; k < NODES; k++) {
      double distance = s - node(k);
      if (distance == 0) {
        return values[k];
      }
      double weight = (k % 2 == 0 ? 1 : -1) * (k == 0 || k == NODES - 1 ? 0.5 : 1) / distance;
      above += weight * values[k];
      below += weight;
    }
    return above / below;
  }
}
