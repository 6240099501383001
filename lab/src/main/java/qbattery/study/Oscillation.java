package qbattery.study;

import java.util.HashMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import qbattery.dynamics.PreparedMeasure;
import qbattery.dynamics.Quantity;
import qbattery.file.Setup;
import qbattery.linalg.ComplexMatrix;
import qbattery.measure.Measure;
import qbattery.quantum.Operator;
import qbattery.quantum.State;
import qbattery.steady.Destination;
import qbattery.steady.TurningPhases;

/** What of a state that oscillates for ever rests all the same, number by number. */
final class Oscillation {

  /** What the spectrum of a state decides. */
  private static final Set<Measure> OF_SPECTRUM =
      Set.of(Measure.PURITY, Measure.ENTROPY, Measure.PASSIVE_ENERGY);

  /** What the spectrum of a state and its energy decide. */
  private static final Set<Measure> OF_SPECTRUM_AND_ENERGY =
      Set.of(Measure.ERGOTROPY, Measure.EFFICIENCY, Measure.OPEN_WORK, Measure.FREE_ENERGY);

  /** Frequencies that fit in a sentence. */
  private static final int LISTED = 4;

  private Oscillation() {}

  /**
   * The state of which a measure has its limit. That of expectation values is the mean over long
   * times, if what turns about it has none. Where nothing turns but phases of basis states, it is
   * the state at any time, for what does not depend on these phases. And what lasts of the whole
   * battery moves by a unitary (Wolf, Quantum Channels and Operations, Theorem 6.16), so that its
   * spectrum rests.
   *
   * @param found the oscillation
   * @param gauge the measure, ready for the battery
   * @param measure the measure
   * @param storage H0 of the battery
   * @return that state; nothing if the number is not shown to have a limit
   */
  static Optional<LongTimes.Settled> rest(
      LongTimes.Oscillating found,
      PreparedMeasure gauge,
      Setup.BuiltMeasure measure,
      Operator storage) {
    Destination.Oscillates there = found.oscillation();
    OptionalDouble linear = amplitude(there, gauge);
    if (linear.isPresent() && linear.getAsDouble() <= allowed(there, gauge)) {
      return Optional.of(settled(found, there.mean(), excess(linear.getAsDouble(), there, gauge)));
    }
    if (isOfTheWhole(measure, there) && restsWithSpectrum(measure, there, storage)) {
      return there.recurring().map(state -> settled(found, state, 0));
    }
    if (!dependsOnNoPhase(measure, storage)
        || !there.mean().space().equals(storage.space())
        || measure.sites().isEmpty()) {
      return Optional.empty();
    }
    int[] sites = measure.sites().stream().mapToInt(Integer::intValue).sorted().toArray();
    OptionalDouble leftOut = TurningPhases.leftOut(there, sites);
    Optional<State> recurring = there.recurring();
    return leftOut.isPresent() && recurring.isPresent()
        ? Optional.of(settled(found, recurring.get(), leftOut.getAsDouble()))
        : Optional.empty();
  }

  private static LongTimes.Settled settled(
      LongTimes.Oscillating found, State state, double leftOut) {
    Destination.Oscillates there = found.oscillation();
    double parts = 1 + 2.0 * there.oscillations().size();
    return new LongTimes.Settled(
        state, parts * there.error() + leftOut, Optional.empty(), found.answer());
  }

  private static boolean isOfTheWhole(Setup.BuiltMeasure measure, Destination.Oscillates there) {
    return Set.copyOf(measure.sites()).size() == there.mean().space().sites();
  }

  /** Whether a measure is decided by the spectrum, or by it and an energy that does not swing. */
  private static boolean restsWithSpectrum(
      Setup.BuiltMeasure measure, Destination.Oscillates there, Operator storage) {
    if (OF_SPECTRUM.contains(measure.kind())) {
      return true;
    }
    if (!OF_SPECTRUM_AND_ENERGY.contains(measure.kind())
        || !there.mean().space().equals(storage.space())) {
      return false;
    }
    double swing = 0;
    for (Destination.Oscillation oscillation : there.oscillations()) {
      if (oscillation.turning().isEmpty()) {
        return false;
      }
      swing += 2 * trace(storage, oscillation.turning().get());
    }
    return swing <= 2 * there.oscillations().size() * there.error() * norm(storage);
  }

  /** Whether a measure is one of the reduced state up to diagonal phases, and H0 is diagonal. */
  private static boolean dependsOnNoPhase(Setup.BuiltMeasure measure, Operator storage) {
    Measure.Calculation calculation = measure.kind().calculation();
    if (measure.kind().equals(Measure.TOTAL_ERGOTROPY)) {
      return false; // it counts the interaction too
    }
    return calculation instanceof Measure.Calculation.OfState
        || (calculation instanceof Measure.Calculation.OfStorage && isDiagonal(storage));
  }

  private static boolean isDiagonal(Operator operator) {
    boolean[] diagonal = {true};
    operator.sparse().forEach((i, j, re, im) -> diagonal[0] &= i == j);
    return diagonal[0];
  }

  /** How far expectation values swing about their means; nothing for other measures. */
  private static OptionalDouble amplitude(Destination.Oscillates there, PreparedMeasure gauge) {
    double largest = 0;
    for (Quantity quantity : gauge.quantities()) {
      if (!(quantity instanceof Quantity.Expectation expectation)) {
        return OptionalDouble.empty();
      }
      double sum = 0;
      for (Destination.Oscillation oscillation : there.oscillations()) {
        Optional<ComplexMatrix> turning = oscillation.turning();
        if (turning.isEmpty()) {
          return OptionalDouble.empty();
        }
        sum += 2 * trace(expectation.operator(), turning.get());
      }
      largest = StrictMath.max(largest, sum);
    }
    return gauge.quantities().isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(largest);
  }

  private static double trace(Operator operator, ComplexMatrix matrix) {
    double[] sum = new double[2];
    operator
        .sparse()
        .forEach(
            (i, j, re, im) -> {
              sum[0] += re * matrix.re(j, i) - im * matrix.im(j, i);
              sum[1] += re * matrix.im(j, i) + im * matrix.re(j, i);
            });
    return StrictMath.hypot(sum[0], sum[1]);
  }

  /** What errors of the matrices alone may do to expectation values. */
  private static double allowed(Destination.Oscillates there, PreparedMeasure gauge) {
    return 2 * there.oscillations().size() * there.error() * norm(gauge);
  }

  /** The largest Hilbert-Schmidt norm of the operators. */
  private static double norm(PreparedMeasure gauge) {
    double largest = 0;
    for (Quantity quantity : gauge.quantities()) {
      largest = StrictMath.max(largest, norm(((Quantity.Expectation) quantity).operator()));
    }
    return largest;
  }

  private static double norm(Operator operator) {
    double[] sum = {0};
    operator.sparse().forEach((i, j, re, im) -> sum[0] += re * re + im * im);
    return StrictMath.sqrt(sum[0]);
  }

  /** An error of the state that does to the expectation values what the rest of turning does. */
  private static double excess(
      double amplitude, Destination.Oscillates there, PreparedMeasure gauge) {
    double norm = norm(gauge);
    return norm == 0 ? 0 : amplitude / norm * StrictMath.sqrt(there.mean().space().dimension());
  }

  /** Why a number that is not known to rest has no limit. */
  static String why(LongTimes.Oscillating found, PreparedMeasure gauge) {
    Destination.Oscillates there = found.oscillation();
    String frequencies =
        there.oscillations().stream()
                .limit(LISTED)
                .map(o -> "%.6g".formatted(o.frequency()))
                .collect(Collectors.joining(", "))
            + (there.oscillations().size() > LISTED ? ", ..." : "");
    OptionalDouble amplitude = amplitude(there, gauge);
    if (amplitude.isPresent() && gauge.quantities().size() == 1) {
      double mean = gauge.value(there.mean(), Double.POSITIVE_INFINITY, new HashMap<>());
      return "It goes on oscillating for ever about %.6g, by up to %.3g (frequencies: %s)."
          .formatted(mean, amplitude.getAsDouble(), frequencies);
    }
    return "Its state goes on oscillating for ever (frequencies: %s), and this number is not shown to rest. The output {long times: end.txt} holds the certificate."
        .formatted(frequencies);
  }
}
