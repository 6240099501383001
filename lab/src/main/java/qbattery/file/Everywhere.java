package qbattery.file;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.stream.LongStream;
import qbattery.file.tree.Problem;
import qbattery.file.tree.WrongFileException;

/**
 * Builds the model at all places of a sweep to find those at which it is refused.
 *
 * @param places how many places the sweep has
 * @param looked at how many of them the model was built before the time was over
 */
public record Everywhere(long places, long looked) {

  /** Most places of a sweep. */
  static final long MOST_PLACES = 1_000_000;

  /** So many different mistakes are enough to begin with. */
  private static final int MOST_PROBLEMS = 10;

  /**
   * Looks at the corners of the sweep, then along its axes, then at the other places.
   *
   * @param reading the file
   * @param patience after this it stops; what it looked at by then is said
   * @return how many places it looked at
   * @throws WrongFileException if the model is refused at one of them; it says where and at which
   *     values
   */
  public static Everywhere look(Reading reading, Duration patience) {
    Sweep sweep = reading.sweep();
    long places = sweep.count();
    long end = System.nanoTime() + patience.toNanos();
    List<Problem> problems = new ArrayList<>();
    Set<Problem> known = new HashSet<>();
    int times = -1;
    long looked = 0;
    for (PrimitiveIterator.OfLong order = order(sweep.axes(), places).iterator();
        order.hasNext(); ) {
      long place = order.nextLong();
      if ((looked > 1 && System.nanoTime() > end) || problems.size() >= MOST_PROBLEMS) {
        break;
      }
      Map<String, Double> values = sweep.place(place);
      try {
        int count = reading.setup(values, () -> 0.5).times().count();
        times = times < 0 ? count : times;
        if (count != times) {
          problems.add(
              new Problem(
                  reading.places().of("times"),
                  "There are %d times%s and %d elsewhere in the sweep; their number must be the same everywhere."
                      .formatted(count, Sweep.at(values), times)));
        }
      } catch (WrongFileException e) {
        for (Problem problem : e.problems()) {
          if (known.add(problem)) {
            problems.add(
                new Problem(
                    problem.place(), problem.sentence() + (" This is" + Sweep.at(values) + ".")));
          }
        }
      }
      looked++;
    }
    if (!problems.isEmpty()) {
      throw new WrongFileException(reading.name(), problems);
    }
    return new Everywhere(places, looked);
  }

  /** Each place once: the first, the last, those along the axes from the first, the others. */
  private static LongStream order(List<Reading.SweptAxis> axes, long places) {
    int fastest = axes.isEmpty() ? 1 : axes.get(axes.size() - 1).values().length;
    long last = places - 1;
    return LongStream.of(0, 1, 2) // in three passes, so that no list of all places is held
        .flatMap(
            pass ->
                pass == 0
                    ? LongStream.of(0, last).distinct()
                    : LongStream.range(1, last)
                        .filter(p -> (p < fastest || p % fastest == 0) == (pass == 1)));
  }
}
