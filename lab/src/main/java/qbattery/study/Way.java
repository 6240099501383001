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

  /** Up to this dimension a density matrix is evolved in about a second. */
  private static final int CHEAP = 128;

  /** The same of a state vector. */
  private static final int CHEAP_VECTOR = 4096;

  /**
   * A second way has tolerances as many times looser. It is in the same form: the error of the
   * steps is then larger by about this factor and of one sign, so that the difference is not less
   * than the error of the first way. In another form it may be as small as that, and both may agree
   * more closely than either is right.
   */
  private static final double LOOSER = 10;

  /** The same where the first way takes long: at order 8 this saves nearly half of the steps. */
  private static final double MUCH_LOOSER = 100;

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
    double factor = cheap(setup) ? LOOSER : MUCH_LOOSER;
    double relative = main.rtol() * factor;
    double absolute = main.atol() * factor;
    return relative >= 1 || absolute >= 1
        ? Optional.empty()
        : Optional.of(new Way(new Method.DormandPrince(relative, absolute), setup.form()));
  }

  private static boolean cheap(Setup setup) {
    int dimension = setup.battery().space().dimension();
    return dimension <= CHEAP
        || (dimension <= CHEAP_VECTOR
            && setup.battery().channels().isEmpty()
            && setup.start().vector(setup.battery()).isPresent());
  }
}
