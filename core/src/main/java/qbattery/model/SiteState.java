package qbattery.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.quantum.AlikeCells;
import qbattery.quantum.AlikeStates;
import qbattery.quantum.BasisGroups;
import qbattery.quantum.Space;
import qbattery.quantum.State;
import qbattery.quantum.StateVector;

/**
 * The state of one site of any number of levels - a cell, a collective spin, a mode with a cutoff -
 * as data.
 *
 * <p>Excitations are levels above the lowest, which is the last basis state of a site.
 */
public sealed interface SiteState {

  /**
   * The amplitudes, if the state is pure.
   *
   * @param levels number of levels of the site
   * @return real and imaginary parts in turn, of norm one; nothing for a mixture
   * @throws IllegalArgumentException if the state does not fit a site of so many levels
   */
  Optional<double[]> amplitudes(int levels);

  /**
   * The density matrix.
   *
   * @param levels number of levels of the site
   * @return a matrix of so many rows
   * @throws IllegalArgumentException if the state does not fit a site of so many levels
   */
  default ComplexMatrix matrix(int levels) {
    double[] psi =
        amplitudes(levels)
            .orElseThrow(() -> new IllegalStateException("A mixture has a matrix of its own."));
    return ComplexMatrix.generate(
        levels,
        levels,
        (i, j) ->
            new Complex(psi[2 * i], psi[2 * i + 1])
                .times(new Complex(psi[2 * j], -psi[2 * j + 1])));
  }

  /**
   * The state on a site of any kind. On cells that are alike what a collective spin of as many
   * cells has is among their symmetric states.
   *
   * @param site the space of the site alone
   * @return the state
   * @throws IllegalArgumentException if the site cannot be in it
   */
  default State on(Space site) {
    Optional<AlikeCells> alike = site.alikeCells(0);
    if (alike.isEmpty()) {
      return State.of(site, matrix(site.dimension()));
    }
    int symmetric = alike.get().cells() + 1;
    int[] members = IntStream.range(0, symmetric).toArray();
    return amplitudes(symmetric)
        .map(
            psi ->
                AlikeStates.pure(site, Arrays.copyOf(psi, 2 * site.dimension()), State.TOLERANCE))
        .orElseGet(
            () ->
                State.ofGroups(
                    site,
                    BasisGroups.ofSome(site.dimension(), List.of(members)),
                    List.of(matrix(symmetric)),
                    State.TOLERANCE));
  }

  /**
   * Every cell of a site in one and the same state, mixed or not. Of two levels it is the state of
   * the one cell; a collective spin, which has the symmetric states alone, can be in it if the
   * state of a cell is pure.
   *
   * @param cell the density matrix of a cell, |e> first
   */
  record EachCell(ComplexMatrix cell) implements SiteState {

    @Override
    public Optional<double[]> amplitudes(int levels) {
      return StateVector.of(State.of(Space.cells(1), cell))
          .map(
              one -> {
                double[] psi = one.amplitudes();
                double up = StrictMath.hypot(psi[0], psi[1]);
                double down = StrictMath.hypot(psi[2], psi[3]);
                double phase = StrictMath.atan2(psi[3], psi[2]) - StrictMath.atan2(psi[1], psi[0]);
                return new CoherentSpin(2 * StrictMath.atan2(down, up), down == 0 ? 0 : phase)
                    .amplitudes(levels)
                    .orElseThrow();
              });
    }

    @Override
    public ComplexMatrix matrix(int levels) {
      if (levels == 2) {
        return cell;
      }
      if (amplitudes(levels).isEmpty()) {
        throw new IllegalArgumentException(
            "A mixture in each of %d cells is no state of their %d symmetric states; describe the cells by all their total spins, as cells that are alike."
                .formatted(levels - 1, levels));
      }
      return SiteState.super.matrix(levels);
    }

    @Override
    public State on(Space site) {
      Optional<AlikeCells> alike = site.alikeCells(0);
      return alike.isEmpty() || amplitudes(alike.get().cells() + 1).isPresent()
          ? SiteState.super.on(site)
          : AlikeStates.product(alike.get().cells(), cell);
    }
  }

  /** The lowest level: the ground state of a cell, all spins down, the vacuum of a mode. */
  record Lowest() implements SiteState {
    @Override
    public Optional<double[]> amplitudes(int levels) {
      return new Excitations(0).amplitudes(levels);
    }
  }

  /** The highest level: the excited state of a cell, all spins up, the cutoff of a mode. */
  record Highest() implements SiteState {
    @Override
    public Optional<double[]> amplitudes(int levels) {
      return new Excitations(levels - 1).amplitudes(levels);
    }
  }

  /**
   * A level: the Fock state |n> of a mode, the Dicke state |j, m = n - j> of a spin.
   *
   * @param n number of excitations above the lowest level, 0 or more
   */
  record Excitations(int n) implements SiteState {

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Excitations {
      if (n < 0) {
        throw new IllegalArgumentException(
            "A site cannot have %d excitations; the number is 0 or larger.".formatted(n));
      }
    }

    @Override
    public Optional<double[]> amplitudes(int levels) {
      if (n >= levels) {
        throw new IllegalArgumentException(
            "A site of %d levels has at most %d excitations, not %d; raise its cutoff."
                .formatted(levels, levels - 1, n));
      }
      double[] psi = new double[2 * levels];
      psi[2 * (levels - 1 - n)] = 1;
      return Optional.of(psi);
    }
  }

  /**
   * The coherent state of a mode, {@code exp(-|alpha|^2/2) sum_n alpha^n/sqrt(n!) |n>}, cut off and
   * normalised; refused where more than {@link Truncation#ALLOWED} of it lies above the cutoff.
   *
   * @param alpha the amplitude, {@code <a>}
   */
  record CoherentMode(Complex alpha) implements SiteState {

    /**
     * Checks the amplitude.
     *
     * @throws IllegalArgumentException if it or its square is not finite
     */
    public CoherentMode {
      if (!alpha.isFinite()) {
        throw new IllegalArgumentException(
            "The amplitude %s of a coherent state is not a finite number.".formatted(alpha));
      }
      if (Double.isInfinite(alpha.abs() * alpha.abs())) {
        throw new IllegalArgumentException(
            "The amplitude of a coherent state is %s, and its square, the number of quanta, is too large for a number."
                .formatted(alpha));
      }
    }

    @Override
    public Optional<double[]> amplitudes(int levels) {
      double r = alpha.abs();
      double mean = r * r;
      if (mean == 0) { // or too small for a number
        return new Excitations(0).amplitudes(levels);
      }
      Truncation.require(
          "A coherent state of %.3g quanta".formatted(mean),
          levels,
          n -> Truncation.poisson(mean, n));
      double phase = StrictMath.atan2(alpha.im(), alpha.re());
      double[] psi = new double[2 * levels];
      for (int n = 0; n < levels; n++) {
        double size = StrictMath.sqrt(Truncation.poisson(mean, n));
        psi[2 * (levels - 1 - n)] = size * StrictMath.cos(n * phase);
        psi[2 * (levels - 1 - n) + 1] = size * StrictMath.sin(n * phase);
      }
      return Optional.of(Truncation.normalised(psi));
    }
  }

  /**
   * A squeezed state of a mode, {@code D(alpha) exp((xi* a^2 - xi a^+2)/2) |0>} with {@code xi = r
   * exp(i angle)}, cut off and normalised; refused where more than {@link Truncation#ALLOWED} of it
   * lies above the cutoff. It has {@code sinh^2 r + |alpha|^2} quanta; at angle 0 the variance of
   * the position is {@code exp(-2 r)/2}.
   *
   * @param r how much it is squeezed, 0 or larger
   * @param angle of xi, radians
   * @param alpha the amplitude, {@code <a>}
   */
  record SqueezedMode(double r, double angle, Complex alpha) implements SiteState {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if r is negative, or a number or the mean number of quanta
     *     is not finite
     */
    public SqueezedMode {
      double mean = StrictMath.sinh(r) * StrictMath.sinh(r) + alpha.abs() * alpha.abs();
      if (!(r >= 0) || !Double.isFinite(angle) || !Double.isFinite(mean)) {
        throw new IllegalArgumentException(
            "A squeezed state needs r of 0 or larger, an angle and an amplitude such that its number of quanta is finite, not %s, %s and %s."
                .formatted(r, angle, alpha));
      }
    }

    @Override
    public Optional<double[]> amplitudes(int levels) {
      Truncation.require("A state squeezed by r = %.3g".formatted(r), levels, probabilities());
      Fock fock = new Fock();
      double[] psi = new double[2 * levels];
      for (int n = 0; n < levels; n++) {
        psi[2 * (levels - 1 - n)] = fock.here.re();
        psi[2 * (levels - 1 - n) + 1] = fock.here.im();
        fock.next(n);
      }
      return Optional.of(Truncation.normalised(psi));
    }

    /** Of each number of quanta, asked for one after the other. */
    private IntToDoubleFunction probabilities() {
      Fock fock = new Fock();
      return n -> {
        double size = fock.here.abs();
        fock.next(n);
        return size * size;
      };
    }

    /**
     * Amplitudes of Fock states in turn, of the eigenstate of {@code a + tanh(r) e^(i angle) a^+}.
     */
    private final class Fock {

      private final double cosh = StrictMath.cosh(r);
      private final Complex ratio =
          new Complex(StrictMath.cos(angle), StrictMath.sin(angle))
              .times(Complex.real(StrictMath.tanh(r)));
      private final Complex eigenvalue = alpha.plus(ratio.times(alpha.conjugate()));
      private Complex before = Complex.ZERO;
      private Complex here = lowest();

      private Complex lowest() {
        Complex conjugate = alpha.conjugate();
        Complex exponent = ratio.times(conjugate).times(conjugate).times(Complex.real(-0.5));
        double size =
            StrictMath.exp(exponent.re() - alpha.abs() * alpha.abs() / 2) / StrictMath.sqrt(cosh);
        return new Complex(
            size * StrictMath.cos(exponent.im()), size * StrictMath.sin(exponent.im()));
      }

      void next(int n) {
        Complex lower = ratio.times(before).times(Complex.real(-StrictMath.sqrt(n)));
        Complex after =
            eigenvalue.times(here).plus(lower).times(Complex.real(1 / StrictMath.sqrt(n + 1.0)));
        before = here;
        here = after;
      }
    }
  }

  /**
   * The thermal state of a mode, populations {@code mean^n/(1 + mean)^(n + 1)}, cut off and
   * normalised; refused where more than {@link Truncation#ALLOWED} of it lies above the cutoff.
   *
   * @param mean mean number of quanta, 0 or larger
   */
  record ThermalMode(double mean) implements SiteState {

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public ThermalMode {
      if (!(mean >= 0) || Double.isInfinite(mean)) {
        throw new IllegalArgumentException(
            "The mean number of quanta of a thermal state is %s; it must be a finite number, 0 or larger."
                .formatted(mean));
      }
    }

    @Override
    public Optional<double[]> amplitudes(int levels) {
      return mean == 0 ? new Excitations(0).amplitudes(levels) : Optional.empty();
    }

    @Override
    public ComplexMatrix matrix(int levels) {
      double ratio = mean / (1 + mean);
      Truncation.require(
          "A thermal state of %.3g quanta".formatted(mean),
          levels,
          n -> StrictMath.pow(ratio, n) / (1 + mean));
      double[] p = new double[levels];
      double sum = 0;
      for (int n = 0; n < levels; n++) {
        p[levels - 1 - n] = StrictMath.pow(ratio, n);
        sum += StrictMath.pow(ratio, n);
      }
      return ComplexMatrix.diagonal(p).times(1 / sum);
    }
  }

  /**
   * The coherent state of a spin j of 2j + 1 levels: 2j spins 1/2, each {@code cos(theta/2) |e> +
   * exp(i phi) sin(theta/2) |g>}, so that {@code <J> = j (sin theta cos phi, sin theta sin phi, cos
   * theta)}; Arecchi et al., Phys. Rev. A 6, 2211 (1972).
   *
   * @param theta angle from the highest level, radians; 0 is up, pi down
   * @param phi angle about the z axis, radians
   */
  record CoherentSpin(double theta, double phi) implements SiteState {

    /**
     * Checks the angles.
     *
     * @throws IllegalArgumentException if one is not finite
     */
    public CoherentSpin {
      if (!Double.isFinite(theta) || !Double.isFinite(phi)) {
        throw new IllegalArgumentException(
            "The angles of a coherent spin state are %s and %s; both must be finite numbers."
                .formatted(theta, phi));
      }
    }

    @Override
    public Optional<double[]> amplitudes(int levels) {
      int spins = levels - 1;
      double up = StrictMath.cos(theta / 2);
      double down = StrictMath.sin(theta / 2);
      double[] psi = new double[2 * levels];
      for (int k = 0; k <= spins; k++) { // k spins down
        double size =
            StrictMath.exp(Truncation.logBinomial(spins, k) / 2)
                * StrictMath.pow(up, spins - k)
                * StrictMath.pow(down, k);
        psi[2 * k] = size * StrictMath.cos(k * phi);
        psi[2 * k + 1] = size * StrictMath.sin(k * phi);
      }
      return Optional.of(psi);
    }
  }

  /**
   * A mixture, or any state, by its density matrix.
   *
   * @param matrix the density matrix, the highest level first
   */
  record Given(ComplexMatrix matrix) implements SiteState {
    @Override
    public Optional<double[]> amplitudes(int levels) {
      return Optional.empty();
    }

    @Override
    public ComplexMatrix matrix(int levels) {
      if (matrix.rows() != levels || matrix.columns() != levels) {
        throw new IllegalArgumentException(
            "The density matrix of a site of %d levels is %d x %d, not %d x %d."
                .formatted(levels, levels, levels, matrix.rows(), matrix.columns()));
      }
      return matrix;
    }
  }
}
