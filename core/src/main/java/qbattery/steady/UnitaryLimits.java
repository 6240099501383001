package qbattery.steady;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.HermitianEigen;
import qbattery.model.Battery;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;

/** A battery without dissipation: all differences of its levels are undamped frequencies. */
final class UnitaryLimits implements Limits {

  private static final double ROUNDINGS = 50;
  private static final double CLEAR = 20;

  /** Most numbers in the matrices of all conserved quantities. */
  private static final long MOST_KEPT = 1L << 23;

  /** Relative departure of what commutes exactly. */
  private static final double COMMUTES = 1e-10;

  /** A level: its eigenvectors are columns from (inclusive) to to (exclusive). */
  private record Level(double energy, int from, int to) {
    int multiplicity() {
      return to - from;
    }
  }

  /** Coherence between two levels, which turns at the frequency. */
  private record Turn(double omega, Level lower, Level upper) {}

  private final Space space;
  private final ComplexMatrix vectors;
  private final List<Level> levels;
  private final List<List<Turn>> turns = new ArrayList<>();
  private final double tolerance;
  private final double error;
  private double spacing = Double.POSITIVE_INFINITY;

  private UnitaryLimits(Space space, Operator hamiltonian) {
    this.space = space;
    int d = space.dimension();
    ComplexMatrix matrix = hamiltonian.matrix();
    HermitianEigen eigen = HermitianEigen.of(matrix);
    vectors = eigen.vectors();
    tolerance = ROUNDINGS * d * StrictMath.ulp(1.0) * matrix.norm1();
    levels = levels(eigen.values());
    List<Turn> all = new ArrayList<>();
    for (int b = 0; b < levels.size(); b++) {
      for (int a = 0; a < b; a++) {
        double omega = levels.get(b).energy - levels.get(a).energy;
        all.add(new Turn(omega, levels.get(a), levels.get(b)));
      }
    }
    all.sort(Comparator.comparingDouble(Turn::omega));
    double before = Double.NEGATIVE_INFINITY;
    for (Turn turn : all) {
      double step = turn.omega - before;
      if (step > 4 * tolerance) { // each level is good to the tolerance
        turns.add(new ArrayList<>());
      } else if (step > OneFrequency.rounding(d) * matrix.norm1()) {
        throw new UnresolvedException(
            "Two lasting frequencies near %.6g differ by %.1e, too little to tell them apart."
                .formatted(turn.omega, step));
      }
      turns.get(turns.size() - 1).add(turn);
      before = turn.omega;
    }
    double mixing = levels.size() == 1 ? 0 : d * StrictMath.ulp(1.0) * matrix.norm1() / spacing;
    error = d * StrictMath.ulp(1.0) + mixing;
  }

  private List<Level> levels(double[] energies) {
    List<Level> found = new ArrayList<>();
    int from = 0;
    for (int k = 1; k <= energies.length; k++) {
      double step = k < energies.length ? energies[k] - energies[k - 1] : Double.POSITIVE_INFINITY;
      if (step > 2 * tolerance) {
        if (step < CLEAR * tolerance) {
          throw new UnresolvedException(
              "Two levels are %.2e apart, too little to tell them from one (tolerance %.1e)."
                  .formatted(step, tolerance));
        }
        spacing = StrictMath.min(spacing, step);
        double sum = 0;
        for (int i = from; i < k; i++) {
          sum += energies[i];
        }
        found.add(new Level(sum / (k - from), from, k));
        from = k;
      }
    }
    return found;
  }

  static AsymptoticStates answer(Battery battery) {
    Operator hamiltonian = Hamiltonian.of(battery);
    UnitaryLimits limits = new UnitaryLimits(battery.space(), hamiltonian);
    double defect = limits.requireDegeneracies(hamiltonian);
    int d = battery.space().dimension();
    Certificate certificate =
        new Certificate(
            Evidence.LEVELS,
            0,
            1.0 / d,
            Double.POSITIVE_INFINITY,
            limits.tolerance,
            0,
            limits.spacing,
            limits.error,
            defect,
            d,
            d,
            d);
    if (d == 1) {
      State only = State.of(battery.space(), ComplexMatrix.identity(1));
      return new UniqueSteadyState(battery, only, certificate);
    }
    List<String> names = NamedQuantities.conserved(battery, List.of());
    return limits.turns.isEmpty()
        ? new SeveralSteadyStates(battery, limits, names, certificate)
        : new PersistentOscillations(battery, limits, names, certificate);
  }

  /** That what is weak in the Hamiltonian does not split a level. */
  private double requireDegeneracies(Operator hamiltonian) {
    List<Scales.Scaled> parts = Scales.matrices(Scales.pieces(hamiltonian));
    double defect = 0;
    for (Level level : levels) {
      if (level.multiplicity() == 1) {
        continue;
      }
      ComplexMatrix basis = columns(level);
      for (Scales.Scaled part : parts) {
        ComplexMatrix image = part.matrix().times(basis);
        ComplexMatrix inside = basis.adjoint().times(image);
        double mean = inside.trace().re() / level.multiplicity();
        double departure = image.minus(basis.times(mean)).maxAbs();
        double[] inner = HermitianEigen.valuesOf(inside.plus(inside.adjoint()).times(0.5));
        double split = inner[inner.length - 1] - inner[0]; // free of first errors of the basis
        if (departure > COMMUTES || split > OneFrequency.rounding(vectors.rows())) {
          throw new UnresolvedException(
              "A level seems to be %d-fold, but the Hamiltonian, or a weak part of it (the weakest is of size %.1e), may split it by less than can be resolved (%.1e)."
                  .formatted(level.multiplicity(), parts.get(parts.size() - 1).size(), tolerance));
        }
        defect = StrictMath.max(defect, departure);
      }
    }
    return defect;
  }

  private ComplexMatrix columns(Level level) {
    return ComplexMatrix.generate(
        vectors.rows(), level.multiplicity(), (i, k) -> vectors.get(i, level.from + k));
  }

  @Override
  public Space space() {
    return space;
  }

  @Override
  public int stationary() {
    return levels.stream().mapToInt(l -> l.multiplicity() * l.multiplicity()).sum();
  }

  @Override
  public List<Frequency> frequencies() {
    return turns.stream()
        .map(
            group ->
                new Frequency(
                    group.get(0).omega,
                    group.stream()
                        .mapToInt(t -> t.lower.multiplicity() * t.upper.multiplicity())
                        .sum()))
        .toList();
  }

  @Override
  public List<ConservedQuantity> conserved() {
    long d = space.dimension();
    if (stationary() * d * d > MOST_KEPT) {
      throw new IllegalArgumentException(
          "%d conserved quantities of %d dimensions are too many to be held; without dissipation they are all operators between states of one level."
              .formatted(stationary() - 1, d));
    }
    List<ComplexMatrix> units = new ArrayList<>();
    for (Level level : levels) {
      for (int a = level.from; a < level.to; a++) {
        for (int b = a; b < level.to; b++) {
          units.add(column(a).times(column(b).adjoint()));
        }
      }
    }
    return HermitianBasis.of(units, stationary());
  }

  private ComplexMatrix column(int k) {
    return ComplexMatrix.generate(vectors.rows(), 1, (i, j) -> vectors.get(i, k));
  }

  /** What turns at one frequency. */
  private Optional<ComplexMatrix> turning(List<Turn> group, ComplexMatrix rho) {
    long d = space.dimension();
    if (turns.size() * d * d > MOST_KEPT) {
      return Optional.empty();
    }
    double[] elements = new double[2 * vectors.rows() * vectors.rows()];
    for (Turn turn : group) {
      for (int i = turn.lower.from; i < turn.lower.to; i++) {
        for (int j = turn.upper.from; j < turn.upper.to; j++) {
          int at = 2 * (i * vectors.rows() + j);
          elements[at] = rho.re(i, j);
          elements[at + 1] = rho.im(i, j);
        }
      }
    }
    ComplexMatrix own = ComplexMatrix.ofInterleaved(vectors.rows(), vectors.rows(), elements);
    return Optional.of(vectors.times(own).times(vectors.adjoint()));
  }

  @Override
  public Destination from(State start) {
    ComplexMatrix rho = vectors.adjoint().times(start.matrix()).times(vectors);
    int[] levelOf = new int[space.dimension()];
    for (int l = 0; l < levels.size(); l++) {
      for (int k = levels.get(l).from; k < levels.get(l).to; k++) {
        levelOf[k] = l;
      }
    }
    ComplexMatrix resting =
        ComplexMatrix.generate(
            space.dimension(),
            space.dimension(),
            (i, j) -> levelOf[i] == levelOf[j] ? rho.get(i, j) : Complex.ZERO);
    double accuracy = StrictMath.max(error, start.tolerance());
    State mean;
    try {
      mean =
          State.of(
              space,
              vectors.times(resting).times(vectors.adjoint()),
              StrictMath.max(10 * error, start.tolerance()));
    } catch (IllegalArgumentException notAState) {
      return new Destination.Unknown(
          "The mean of this start was computed, but is no state: " + notAState.getMessage());
    }
    List<Destination.Oscillation> oscillations = new ArrayList<>();
    for (List<Turn> group : turns) {
      double amplitude = 0;
      for (Turn turn : group) { // no two of a group share their upper or their lower level
        amplitude +=
            AsymptoticModes.traceNorm(
                ComplexMatrix.generate(
                    turn.lower.multiplicity(),
                    turn.upper.multiplicity(),
                    (i, j) -> rho.get(turn.lower.from + i, turn.upper.from + j)));
      }
      if (amplitude > 10 * error) {
        oscillations.add(
            new Destination.Oscillation(group.get(0).omega, amplitude, turning(group, rho)));
      }
    }
    return oscillations.isEmpty()
        ? new Destination.Settles(mean, accuracy)
        : new Destination.Oscillates(mean, oscillations, accuracy);
  }
}
