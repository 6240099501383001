package qbattery.dynamics.events;

import java.util.Optional;

/** Searches for one event on a curve that it receives stretch by stretch, in the order of time. */
interface Finder {

  /** Where the curve starts. */
  void start(double t, double v);

  /** The curve goes on from another value than it came to. */
  void jump(double t, double v);

  /** The next stretch; it begins where the one before ended. */
  void look(Stretch stretch, Seen seen);

  /** Whether anything is still to be found. */
  boolean isOpen();

  /** What was found so far, when the curve ends here. */
  Optional<Occurrence> found();

  /** What values a curve has had, by which is judged what is fine. */
  final class Seen {

    /** A part of a curve's range that does not matter for where to look. */
    private static final double FINE = 0.005;

    /**
     * Halvings for each stretch, on average; smooth ones need one or two, a top as many as this.
     */
    private static final int HALVINGS = 8;

    /** Halvings that may be saved up. */
    private static final int SAVED = 400;

    private int halvings = SAVED;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    void add(double value) {
      if (!Double.isNaN(value)) {
        least = StrictMath.min(least, value);
        most = StrictMath.max(most, value);
      }
    }

    void add(Stretch stretch) {
      halvings = StrictMath.min(SAVED, halvings + HALVINGS);
      for (double value : stretch.v) {
        add(value);
      }
    }

    /**
     * Whether a stretch is looked at no more closely: it is clear, or nothing but noise, which
     * would be followed for ever.
     */
    boolean isEnough(Stretch stretch) {
      return stretch.isResolved(fine()) || !mayHalve(stretch);
    }

    /** Whether a stretch may be halved; to be asked once each time. */
    boolean mayHalve(Stretch stretch) {
      if (stretch.isShortest() || halvings == 0) {
        return false;
      }
      halvings--;
      return true;
    }

    /** Whether a top may be followed: that costs some dozen looks. */
    boolean mayFollow() {
      if (halvings < HALVINGS) {
        return false;
      }
      halvings -= HALVINGS;
      return true;
    }

    /** How rough a stretch may be when it is looked at no more closely. */
    double fine() {
      return most > least ? FINE * (most - least) : 0;
    }

    /** The largest absolute value. */
    double largest() {
      return most >= least ? StrictMath.max(StrictMath.abs(most), StrictMath.abs(least)) : 0;
    }
  }
}
