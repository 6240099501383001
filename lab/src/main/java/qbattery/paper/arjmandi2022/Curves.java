package qbattery.paper.arjmandi2022;

import java.util.List;
import java.util.Optional;
import qbattery.experiment.Ensemble;
import qbattery.experiment.Estimate;
import qbattery.statistics.MeanCurve;

/**
 * Means over the realisations of a chain, along time.
 *
 * @param run what was computed
 * @param ensemble its realisations
 * @param rowErrors how far a row may be off; nothing where no errors are asked for
 */
record Curves(ChainRun run, Ensemble ensemble, Optional<RowErrors> rowErrors) {

  /** Errors of means and of what is derived from them are this many standard errors: 95 %. */
  static final double STANDARD_ERRORS = 2;

  /** Curves of which no errors are asked for. */
  Curves(ChainRun run, Ensemble ensemble) {
    this(run, ensemble, Optional.empty());
  }

  double[] times() {
    return run.times().toArray();
  }

  List<double[]> rows() {
    return ensemble.rows();
  }

  MeanCurve mean(Merit merit) {
    return MeanCurve.of(rows(), run.column(merit, 0), run.times().count());
  }

  /** Whether all realisations are the same, as without disorder. */
  boolean certain() {
    return ensemble.count() == 1;
  }

  /** The mean at a time with this number; the error is two standard errors and that of a row. */
  Estimate at(Merit merit, int time) {
    return estimate(merit, mean(merit).means()[time], mean(merit).standardErrors()[time]);
  }

  /**
   * A number of a merit with its standard error. Of a single row there is none: realisations are
   * alike.
   */
  Estimate estimate(Merit merit, double value, double standardError) {
    double statistical = certain() ? 0 : STANDARD_ERRORS * standardError;
    return new Estimate(value, statistical + rowError(merit));
  }

  /** How far a number of a row may be off. */
  double rowError(Merit merit) {
    return rowErrors.orElseThrow().of(merit);
  }

  /** The standard error of each mean; 0 where all realisations are the same. */
  double[] errors(Merit merit) {
    double[] errors = mean(merit).standardErrors();
    for (int k = 0; k < errors.length; k++) {
      errors[k] = certain() ? 0 : errors[k];
    }
    return errors;
  }
}
