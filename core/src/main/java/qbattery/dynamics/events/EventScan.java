package qbattery.dynamics.events;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import qbattery.dynamics.Solution;

/**
 * Finds events on a curve that it receives piece by piece while the curve is computed; it keeps
 * nothing of the curve except values at given times, if they are {@linkplain #samples() asked for}.
 *
 * <p>The pieces are what an evolution is made of: steps of an integrator, or the {@linkplain
 * Solution#nodes() nodes} of a solution, which are as short as the frequencies in the states ask
 * for. Each is looked at in at least five places. These bound what lies between them; where an
 * event may be, the piece is halved until it is clear whether it is, and then the event is followed
 * to its place. So the cost is four looks a piece, and some dozens an event.
 *
 * <p>Peaks that differ by less than 1e-7 of the curve's largest absolute value are equal, and the
 * first counts. What rises and falls within a quarter of a piece, and leaves no trace at five
 * places of it, is not seen: no sum of the states' frequencies does that, a measure with a
 * threshold (a negativity that is 0 before and after) may.
 */
public final class EventScan implements Scan {

  /** In so many places a piece is looked at, its ends among them. */
  public static final int PLACES = Stretch.PLACES;

  private final double from;
  private final double to;
  private final List<Finder> finders;
  private final Sampler sampler;
  private final Finder.Seen seen = new Finder.Seen();
  private boolean begun;
  private boolean mayJump;
  private double now;
  private double value;

  /**
   * A search.
   *
   * @param events what is looked for
   * @param from where the curve starts; half of the first value is half of the value there
   * @param to where it ends
   * @throws IllegalArgumentException if the end is before the start
   */
  public EventScan(List<Event> events, double from, double to) {
    this(events, from, to, new double[0]);
  }

  /**
   * A search that also takes the curve's values at given times.
   *
   * @param events what is looked for
   * @param from where the curve starts
   * @param to where it ends
   * @param samples the times, ascending, from the start to the end. One that is given twice is a
   *     time at which the curve may jump: its values from the left and from the right are taken
   * @throws IllegalArgumentException if the end is before the start
   */
  public EventScan(List<Event> events, double from, double to, double[] samples) {
    if (!(to >= from)) {
      throw new IllegalArgumentException(
          "A curve is looked at from an earlier time to a later one, not from %s to %s."
              .formatted(from, to));
    }
    this.from = from;
    this.to = to;
    this.sampler = new Sampler(samples);
    this.finders = events.stream().map(EventScan::finder).toList();
  }

  private static Finder finder(Event event) {
    if (event instanceof Event.ValueAt at) {
      return new ValueFinder(at.time());
    }
    if (event instanceof Event.Maximum) {
      return new SummitFinder();
    }
    if (event instanceof Event.InnerMaximum) {
      return new InnerSummitFinder();
    }
    return event instanceof Event.LargestAverage ? new AverageFinder() : new PassageFinder(event);
  }

  /**
   * Finds events on a curve whose pieces are known beforehand.
   *
   * @param curve the quantity as a function of time
   * @param nodes where its pieces begin and end, ascending, as {@link Solution#nodes()}
   * @param events what is looked for
   * @return for each event what was found
   */
  public static List<Optional<Occurrence>> along(
      DoubleUnaryOperator curve, double[] nodes, List<Event> events) {
    EventScan scan = new EventScan(events, nodes[0], nodes[nodes.length - 1]);
    for (int k = 1; k < nodes.length && scan.isOpen(); k++) {
      scan.look(nodes[k - 1], nodes[k], curve);
    }
    return scan.found();
  }

  @Override
  public void mayJump() {
    mayJump = true;
  }

  /**
   * Whether anything is still to be found in what follows; if not, nothing needs to be shown.
   *
   * @return false if all has been found or cannot happen any more
   */
  @Override
  public boolean isOpen() {
    return !begun || (now < to && (isSearching() || sampler.isOpen()));
  }

  /** A value at a known time needs no pieces of the curve. */
  @Override
  public boolean looksClosely() {
    return isOpen() && finders.stream().anyMatch(f -> f.isOpen() && !(f instanceof ValueFinder));
  }

  private boolean isSearching() {
    return finders.stream().anyMatch(Finder::isOpen);
  }

  @Override
  public void look(double start, double end, DoubleUnaryOperator curve) {
    for (Finder finder : finders) {
      if (finder instanceof ValueFinder value) {
        value.lookBefore(from, start, end, curve);
      }
    }
    double left = StrictMath.max(start, from);
    double right = StrictMath.min(end, to);
    if (right < left || (begun && !isOpen())) {
      return;
    }
    DoubleUnaryOperator remembered = Stretch.remembering(curve);
    sampler.look(left, right, remembered);
    if (begun && !isSearching()) {
      now = right; // there are values to be taken, and no more events
      return;
    }
    if (!begun) {
      begin(left, remembered.applyAsDouble(left));
    } else if (mayJump) {
      double after = remembered.applyAsDouble(left);
      if (Double.compare(after, value) != 0) {
        seen.add(after);
        finders.forEach(f -> f.jump(left, after));
      }
    } else {
      double known = value;
      DoubleUnaryOperator further = remembered;
      remembered = t -> t == left ? known : further.applyAsDouble(t);
    }
    mayJump = false;
    if (right > left) {
      show(Stretch.of(remembered, left, right));
    }
  }

  private void begin(double t, double v) {
    begun = true;
    now = t;
    value = v;
    seen.add(v);
    finders.forEach(f -> f.start(t, v));
  }

  private void show(Stretch stretch) {
    seen.add(stretch);
    finders.stream().filter(Finder::isOpen).forEach(f -> f.look(stretch, seen));
    now = stretch.t[Stretch.PLACES - 1];
    value = stretch.v[Stretch.PLACES - 1];
  }

  /**
   * What was found.
   *
   * @return for each event, in the order they were given, where it is; nothing if it does not
   *     happen
   */
  public List<Optional<Occurrence>> found() {
    return finders.stream().map(Finder::found).toList();
  }

  /**
   * The values at the times that were given.
   *
   * @return as many; NaN where the curve has none, or was not shown
   */
  public double[] samples() {
    return sampler.values();
  }
}
