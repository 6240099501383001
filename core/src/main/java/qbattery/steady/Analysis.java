package qbattery.steady;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.HermitianEigen;
import qbattery.linalg.SparseMatrix;
import qbattery.model.Battery;

/** Chooses the method for a question about long times and applies it. */
final class Analysis {

  /** Most pairs |i><j|: nine cells. */
  private static final int MOST_PAIRS = 1 << 18;

  /** Rates and energies whose squares have room in a double. */
  private static final double LARGEST = 1e140;

  /** Limits whose error could be larger are of no use. */
  private static final double WORST = 1e-6;

  /** Most numbers in the matrices of all that lasts. */
  private static final long MOST_KEPT = 1L << 22;

  private final Battery battery;
  private final int d;
  private final Jump.All jumps;
  private final SparseMatrix generator;
  private final List<Component> components;
  private final double cancelled;

  private Analysis(Battery battery, Jump.All jumps) {
    this.battery = battery;
    this.jumps = jumps;
    d = battery.space().dimension();
    generator = Superoperator.of(battery);
    int[] spins = battery.space().totalSpins();
    components =
        Component.of(generator, d).stream()
            .filter(c -> spins[c.pairs()[0] / d] == spins[c.pairs()[0] % d])
            .toList();
    cancelled =
        2 * largestDiagonal(Superoperator.drift(battery)) + Superoperator.largestLoss(battery);
  }

  static AsymptoticStates of(Battery battery, Settings settings, DoubleConsumer expected) {
    long pairs = pairs(battery.space().totalSpins());
    if (pairs > MOST_PAIRS) {
      throw new UnresolvedException(
          "The state of %d dimensions has %d elements; at most %d can be handled."
              .formatted(battery.space().dimension(), pairs, MOST_PAIRS));
    }
    requireInRange(battery);
    Jump.All jumps = Jump.of(battery);
    if (jumps.jumps().isEmpty()) {
      return UnitaryLimits.answer(battery);
    }
    if (settings.closedForms()) {
      Optional<AsymptoticStates> vacuum = DecayToVacuum.of(battery);
      if (vacuum.isPresent()) {
        return vacuum.get();
      }
    }
    Analysis analysis = new Analysis(battery, jumps);
    expected.accept(analysis.products(settings));
    int size = analysis.largest();
    if (size <= settings.fastLimit()) {
      return analysis.dense(); // whether uniqueness could be proven need not be asked
    }
    Optional<Evidence> proof = proof(battery, jumps.jumps());
    if (proof.isPresent() || size > settings.denseLimit()) {
      return analysis.large(settings, proof);
    }
    try {
      return analysis.dense();
    } catch (UnresolvedException rounded) {
      try {
        return analysis.large(settings, proof); // whose vectors have more digits
      } catch (UnresolvedException neither) {
        throw rounded;
      }
    }
  }

  private AsymptoticStates large(Settings settings, Optional<Evidence> proof) {
    return LargeAnalysis.of(battery, jumps, generator, components, cancelled, settings, proof);
  }

  /** The linear algebra takes squares, and sums of many elements. */
  private static void requireInRange(Battery battery) {
    double size = Superoperator.drift(battery).maxAbs() + Superoperator.largestLoss(battery);
    if (!(size <= LARGEST)) {
      throw new UnresolvedException(
          "Rates or energies of the order %.0e are too large to look for all that lasts; up to %.0e can be."
              .formatted(size, LARGEST));
    }
  }

  /** What proves that there is one steady state and that everything comes to it. */
  private static Optional<Evidence> proof(Battery battery, List<Jump> jumps) {
    if (EvansCriterion.generatesAll(battery, jumps)) {
      return Optional.of(Evidence.IRREDUCIBLE);
    }
    return ReachedFromBelow.isAll(battery, jumps)
        ? Optional.of(Evidence.REACHED)
        : Optional.empty();
  }

  /**
   * About how many products it takes: those of all eigenvalues and of a singular value
   * decomposition, or those of a search, whose number of steps grows with the size. Both factors
   * were found from times of modes of 24 to 80 levels.
   */
  private double products(Settings settings) {
    double sum = 0;
    for (Component component : components) {
      double n = component.size();
      sum +=
          n <= (largest() <= settings.denseLimit() ? settings.denseLimit() : settings.fastLimit())
              ? 10 * n * n * n
              : 13000 * StrictMath.pow(n, 1.4);
    }
    return sum;
  }

  /** How many pairs of basis states have one total spin. */
  private static long pairs(int[] spins) {
    Map<Integer, Long> sizes = new HashMap<>();
    for (int spin : spins) {
      sizes.merge(spin, 1L, Long::sum);
    }
    return sizes.values().stream().mapToLong(n -> n * n).sum();
  }

  private static double largestDiagonal(SparseMatrix matrix) {
    double[] diagonal = matrix.diagonal();
    double largest = 0;
    for (int k = 0; k < diagonal.length; k += 2) {
      largest = StrictMath.max(largest, StrictMath.hypot(diagonal[k], diagonal[k + 1]));
    }
    return largest;
  }

  private int largest() {
    return components.stream().mapToInt(Component::size).max().orElseThrow();
  }

  /** Refuses to keep too many matrices. */
  static void requireFew(List<AsymptoticMode> lasting, int d) {
    if (lasting.size() * (long) d * d > MOST_KEPT) {
      throw new UnresolvedException(
          "More than %d matrices of %d dimensions last, too many to keep."
              .formatted(lasting.size() - 1, d));
    }
  }

  /**
   * Bound on the error of a limit.
   *
   * @param count how many matrices last
   * @param left what a generator of some norm makes of them
   * @param next the smallest singular value that is not zero
   * @throws UnresolvedException if it is too large to be of use
   */
  static double error(int count, int d, double left, double norm, double next) {
    double error =
        d * StrictMath.ulp(1.0)
            + (1 + StrictMath.sqrt(d)) * (left + 4 * StrictMath.ulp(1.0) * norm) / next;
    if (!(error <= WORST)) {
      throw new UnresolvedException(
          "%d matrices seem to last, but decays are so slow beside the largest rates and energies that they can only be computed to %.1e."
              .formatted(count, error));
    }
    return error;
  }

  private AsymptoticStates dense() {
    List<ComplexMatrix> matrices = Component.dense(generator, components);
    List<AsymptoticMode> lasting = new ArrayList<>();
    double gap = Double.POSITIVE_INFINITY;
    double tolerance = 0;
    double zero = 0;
    double next = Double.POSITIVE_INFINITY;
    double residual = 0;
    double norm = cancelled;
    int at = 0;
    for (int k = 0; k < components.size(); k++) {
      DenseSpectrum spectrum = DenseSpectrum.of(components.get(k), matrices.get(k), cancelled, d);
      at = spectrum.lasting().isEmpty() ? at : k;
      lasting.addAll(spectrum.lasting());
      requireFew(lasting, d);
      gap = StrictMath.min(gap, spectrum.gap());
      tolerance = StrictMath.max(tolerance, spectrum.tolerance());
      zero = StrictMath.max(zero, spectrum.largestZero());
      next = StrictMath.min(next, spectrum.next());
      residual = StrictMath.max(residual, spectrum.residual());
      norm = StrictMath.max(norm, matrices.get(k).norm1() + cancelled);
    }
    if (lasting.isEmpty()) {
      throw new UnresolvedException("No steady state was found, which rounding must have hidden.");
    }
    if (lasting.size() == 1) {
      UniqueState found =
          UniqueState.byElimination(
              battery.space(), components.get(at), matrices.get(at), cancelled, next);
      return new UniqueSteadyState(
          battery,
          found.state(),
          new Certificate(
              Evidence.WHOLE_SPECTRUM,
              found.residual(),
              found.state().spectrum().min(),
              gap,
              tolerance,
              zero,
              next,
              found.error(),
              0,
              d,
              components.size(),
              largest()));
    }
    double error = error(lasting.size(), d, zero + residual, norm, next);
    AsymptoticModes modes = new AsymptoticModes(battery.space(), lasting, 50 * tolerance, error);
    ComplexMatrix mean = modes.mean(ComplexMatrix.identity(d).times(1.0 / d));
    double defect =
        AlgebraicCheck.of(battery, jumps, modes, mean, norm / StrictMath.min(next, norm));
    Certificate certificate =
        new Certificate(
            Evidence.WHOLE_SPECTRUM,
            residual,
            HermitianEigen.valuesOf(mean, 10 * error)[0],
            gap,
            tolerance,
            zero,
            next,
            error,
            defect,
            d,
            components.size(),
            largest());
    List<String> names = NamedQuantities.conserved(battery, jumps.jumps());
    return modes.frequencies().isEmpty()
        ? new SeveralSteadyStates(battery, modes, names, certificate)
        : new PersistentOscillations(battery, modes, names, certificate);
  }
}
