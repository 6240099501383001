package qbattery.paper.kamin2023;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import qbattery.experiment.Estimate;
import qbattery.experiment.Laboratory;

/** The bias at which a battery begins to be charged: where its 2p - 1 goes through zero. */
final class Onset {

  private static final double[] FIRST = Ranges.even(0, 8, 9);
  private static final int MOST_STEPS = 12;

  /** How close two successive biases must come. */
  private static final double CLOSE = 1e-6;

  private Onset() {}

  /** Values along the bias, and among them those at which some batteries begin to be charged. */
  static double[] among(double[] biases, Laboratory laboratory, List<Setting> settings) {
    DoubleStream onsets =
        settings.stream()
            .flatMap(setting -> of(laboratory, setting).stream())
            .mapToDouble(Estimate::value);
    return DoubleStream.concat(DoubleStream.of(biases), onsets).sorted().distinct().toArray();
  }

  /**
   * Looked for on whole numbers from 0 to 8, then by straight lines through the last two points,
   * which on a curve as smooth as this one get there in a few steps.
   *
   * @return the bias, its error being the last step; nothing where there is no charge at 8
   */
  static Optional<Estimate> of(Laboratory laboratory, Setting setting) {
    List<Found> found = Run.along(setting, Start.GROUND, Knob.BIAS, FIRST).in(laboratory);
    int after = 0;
    while (after < found.size() && !(found.get(after).inversion().value() > 0)) {
      after++;
    }
    if (after == 0 || after == found.size()) {
      return Optional.empty();
    }
    Found before = found.get(after - 1);
    Found last = found.get(after);
    for (int k = 0; k < MOST_STEPS; k++) {
      double slope =
          (last.inversion().value() - before.inversion().value())
              / (last.setting().bias() - before.setting().bias());
      double step = -last.inversion().value() / slope;
      double bias = last.setting().bias() + step;
      if (StrictMath.abs(step) < CLOSE) {
        double uncertain = last.inversion().error() / StrictMath.abs(slope);
        return Optional.of(new Estimate(bias, StrictMath.abs(step) + uncertain));
      }
      before = last;
      last = Run.along(setting, Start.GROUND, Knob.BIAS, bias).in(laboratory).get(0);
    }
    return Optional.empty();
  }
}
