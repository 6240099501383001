package qbattery.steady;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import qbattery.linalg.Arnoldi;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.HermitianEigen;
import qbattery.linalg.SparseMatrix;
import qbattery.model.Battery;

/**
 * The analysis of batteries with components that are too large for all their eigenvalues. What
 * lasts is searched for; of several matrices that rest each is checked to be exactly at rest. What
 * oscillates for ever cannot be checked in this size and is not claimed.
 */
final class LargeAnalysis {

  /** Residual of an eigenvalue, relative to the largest one seen. */
  private static final double CONVERGED = 1e-9;

  /** A computed eigenvalue off the axis by less, relative to the norm, might be on it. */
  private static final double CLEAR = 1e-6;

  /** Vectors that differ by less are the same; their errors enter squared. */
  private static final double SAME = 1e-6;

  private static final int SUBSPACE = 48;
  private static final int RESTARTS = 120;

  /** Starts of the search in each component; a value missed by all would be an accident. */
  private static final int STARTS = 3;

  private final SparseMatrix generator;
  private final int d;
  private final boolean proven;
  private final int starts;
  private final double norm;
  private double gap = Double.POSITIVE_INFINITY;
  private double tolerance;
  private double zero;
  private int zeros;

  /** Whether all that was found is at rest. */
  private boolean rests = true;

  /** What lasts in small components, and the others in which something does. */
  private final List<AsymptoticMode> lasting = new ArrayList<>();

  private final List<Component> resting = new ArrayList<>();
  private double residual;
  private double next = Double.POSITIVE_INFINITY;
  private double largestZero;

  private LargeAnalysis(SparseMatrix generator, int dimension, boolean proven) {
    this.generator = generator;
    norm = generator.maxAbs();
    d = dimension;
    this.proven = proven;
    starts = proven ? 1 : STARTS;
  }

  static AsymptoticStates of(
      Battery battery,
      Jump.All jumps,
      SparseMatrix generator,
      List<Component> components,
      double cancelled,
      Settings settings,
      Optional<Evidence> proof) {
    LargeAnalysis analysis =
        new LargeAnalysis(generator, battery.space().dimension(), proof.isPresent());
    for (Component component : components) {
      if (component.size() <= settings.fastLimit()) {
        analysis.lookAtAll(component, cancelled);
      } else {
        analysis.search(component);
      }
    }
    if (analysis.zeros > 1 && analysis.rests && proof.isEmpty()) {
      return analysis.several(battery, jumps, components, cancelled);
    }
    if (analysis.zeros != 1 && proof.isEmpty()) {
      throw new UnresolvedException(
          "%d matrices were found that seem to last, in components of up to %d elements; one would be a steady state, anything else is too large to check."
              .formatted(analysis.zeros, largest(components)));
    }
    Component populations =
        components.stream().filter(Component::populations).findFirst().orElseThrow();
    LargeState.Solution solution =
        LargeState.of(battery, populations, generator.submatrix(populations.pairs()), cancelled);
    return new UniqueSteadyState(
        battery,
        solution.state().state(),
        new Certificate(
            proof.orElse(Evidence.SEARCHED),
            solution.state().residual(),
            solution.state().state().spectrum().min(),
            analysis.gap,
            analysis.tolerance,
            analysis.zero,
            solution.singular(),
            solution.state().error(),
            0,
            battery.space().dimension(),
            components.size(),
            largest(components)));
  }

  private AsymptoticStates several(
      Battery battery, Jump.All jumps, List<Component> components, double cancelled) {
    for (Component component : resting) {
      LargeModes found = LargeModes.of(component, generator, d);
      lasting.addAll(found.modes());
      residual = StrictMath.max(residual, found.residual());
      next = StrictMath.min(next, found.next());
    }
    Analysis.requireFew(lasting, d);
    double size = norm + cancelled;
    double error = Analysis.error(lasting.size(), d, largestZero + residual, size, next);
    AsymptoticModes modes = new AsymptoticModes(battery.space(), lasting, SAME * size, error);
    ComplexMatrix mean = modes.mean(ComplexMatrix.identity(d).times(1.0 / d));
    double defect =
        AlgebraicCheck.of(battery, jumps, modes, mean, size / StrictMath.min(next, size));
    return new SeveralSteadyStates(
        battery,
        modes,
        NamedQuantities.conserved(battery, jumps.jumps()),
        new Certificate(
            Evidence.SEARCHED,
            residual,
            HermitianEigen.valuesOf(mean, 10 * error)[0],
            gap,
            tolerance,
            StrictMath.max(largestZero, residual),
            next,
            error,
            defect,
            d,
            components.size(),
            largest(components)));
  }

  private static int largest(List<Component> components) {
    return components.stream().mapToInt(Component::size).max().orElseThrow();
  }

  private void lookAtAll(Component component, double cancelled) {
    DenseSpectrum spectrum =
        DenseSpectrum.of(
            component, Component.dense(generator, List.of(component)).get(0), cancelled, d);
    zeros += spectrum.lasting().size();
    lasting.addAll(spectrum.lasting());
    if (spectrum.lasting().stream().anyMatch(mode -> mode.omega() != 0)) {
      rests = false;
    }
    residual = StrictMath.max(residual, spectrum.residual());
    next = StrictMath.min(next, spectrum.next());
    largestZero = StrictMath.max(largestZero, spectrum.largestZero());
    gap = StrictMath.min(gap, spectrum.gap());
    tolerance = StrictMath.max(tolerance, spectrum.tolerance());
    zero = StrictMath.max(zero, spectrum.largestZero());
  }

  private void search(Component component) {
    SparseMatrix matrix = generator.submatrix(component.pairs());
    List<double[]> found = new ArrayList<>();
    for (int attempt = 0; attempt < starts; attempt++) {
      Arnoldi.Result result =
          Arnoldi.rightmost(
              matrix.asMap(),
              start(component, attempt),
              new Arnoldi.Settings(component.populations() ? 3 : 2, SUBSPACE, CONVERGED, RESTARTS));
      if (!result.open().isEmpty() && starts > 1) {
        throw new UnresolvedException(
            "The search for what lasts did not converge in a component of %d elements."
                .formatted(component.size()));
      }
      if (proven && component.populations()) {
        gap = StrictMath.min(gap, besideTheSteadyState(result));
      }
      for (Arnoldi.Pair pair : result.converged()) {
        double rate = -pair.value().re();
        if (rate > CLEAR * norm) {
          gap = StrictMath.min(gap, rate);
        } else {
          if (StrictMath.abs(pair.value().im()) > CLEAR * norm) {
            rests = false;
          }
          if (isNew(pair.vector(), found)) {
            found.add(pair.vector());
          }
          zero = StrictMath.max(zero, pair.residual());
        }
      }
      if (!proven || !component.populations()) {
        for (Arnoldi.Pair pair : result.open()) {
          gap = StrictMath.min(gap, rate(pair));
        }
      }
    }
    tolerance = StrictMath.max(tolerance, CLEAR * norm);
    zeros += found.size() * (component.mirrored() ? 2 : 1);
    if (!found.isEmpty()) {
      resting.add(component);
    }
  }

  /** The slowest decay where one steady state is proven: that is the value nearest to zero. */
  private static double besideTheSteadyState(Arnoldi.Result result) {
    return Stream.concat(result.converged().stream(), result.open().stream())
        .sorted(Comparator.comparingDouble(pair -> pair.value().abs()))
        .skip(1)
        .mapToDouble(LargeAnalysis::rate)
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private static double rate(Arnoldi.Pair pair) {
    return StrictMath.max(0, -pair.value().re());
  }

  /**
   * Whether a vector that lasts is another than those from earlier starts; of several that last at
   * one frequency each start finds a mixture of its own.
   */
  private static boolean isNew(double[] vector, List<double[]> known) {
    for (double[] other : known) {
      double re = 0;
      double im = 0;
      for (int k = 0; k < vector.length; k += 2) {
        re += vector[k] * other[k] + vector[k + 1] * other[k + 1];
        im += vector[k] * other[k + 1] - vector[k + 1] * other[k];
      }
      if (StrictMath.hypot(re, im) > 1 - SAME) {
        return false;
      }
    }
    return true;
  }

  private static double[] start(Component component, int attempt) {
    SplittableRandom random = new SplittableRandom(31L * component.pairs()[0] + attempt);
    return random.doubles(2L * component.size(), -1, 1).toArray();
  }
}
