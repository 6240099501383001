package qbattery.study;

import java.util.List;
import java.util.Optional;
import qbattery.dynamics.Form;
import qbattery.dynamics.Method;
import qbattery.file.Setup;

/**
 * How an evolution is computed.
 *
 * @param method the method
 * @param form the form of the state
 */
record Way(Method method, Form form) {

  /** Up to this dimension the matrix exponential costs less than the integrator. */
  private static final int SMALL = 4;

  /** Up to this dimension the whole matrix costs little, and is a form of its own. */
  private static final int MIDDLING = 16;

  /** A witness is as much looser, so that the difference shows the error of the steps too. */
  private static final double LOOSER = 10;

  /** As the file says. */
  static Way of(Setup setup) {
    return new Way(setup.method(), setup.form());
  }

  /** Another way to the same numbers, whose difference is the error. */
  static Optional<Way> witness(Setup setup, List<Segment> segments) {
    if (!(setup.method() instanceof Method.DormandPrince main)) {
      return Optional.of(new Way(Method.DormandPrince.TIGHT, setup.form()));
    }
    int dimension = setup.battery().space().dimension();
    boolean driven = segments.stream().anyMatch(s -> !s.battery().drives().isEmpty());
    if (dimension <= SMALL && !driven) {
      return Optional.of(new Way(new Method.Exact(), Form.FULL_MATRIX));
    }
    double relative = main.rtol() * LOOSER;
    double absolute = main.atol() * LOOSER;
    if (relative >= 1 || absolute >= 1) {
      return Optional.empty();
    }
    return Optional.of(
        new Way(
            new Method.DormandPrince(relative, absolute),
            dimension <= MIDDLING ? Form.FULL_MATRIX : setup.form()));
  }
}
