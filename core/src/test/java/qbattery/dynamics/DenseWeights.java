package qbattery.dynamics;

import java.util.Arrays;
import qbattery.dynamics.Method.DormandPrince;

/** The weights of the stages in the dense output, read off an integration. */
final class DenseWeights {

  /** Shorter than the first step from zero can be; a power of two, so that it scales exactly. */
  private static final double STEP = StrictMath.scalb(1.0, -14);

  private DenseWeights() {}

  /**
   * The change of x over a fraction of a step is a weighted sum of the stages' derivatives. A
   * generator that ignores x and answers for its i-th stage with the i-th unit vector makes that
   * change the vector of weights.
   *
   * @param s fraction of the step
   * @return weight of each of the sixteen stages
   */
  static double[] at(double s) {
    int stages = DormandPrinceTableau.DENSE_STAGES;
    double[] weights = new double[stages];
    SolverStatistics statistics =
        DormandPrinceIntegrator.integrate(
            new UnitDerivatives(stages),
            new double[stages],
            0,
            STEP,
            new DormandPrince(0.5, 0.5),
            step -> step.evaluate(s * STEP, weights));
    if (statistics.steps() != 1 || statistics.evaluations() != stages + 1) {
      throw new AssertionError("The integration took more than one step: " + statistics);
    }
    return Arrays.stream(weights).map(w -> w / STEP).toArray();
  }

  private static final class UnitDerivatives implements Generator {

    private final int stages;
    private int calls;

    UnitDerivatives(int stages) {
      this.stages = stages;
    }

    @Override
    public int size() {
      return stages;
    }

    /** The first stage is asked for twice: once more to find the length of the first step. */
    @Override
    public void apply(double t, double[] x, double[] dx) {
      Arrays.fill(dx, 0);
      dx[StrictMath.max(0, calls - 1)] = 1;
      calls++;
    }
  }
}
