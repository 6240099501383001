package qbattery.paper.file;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A condition that a claim must meet. */
sealed interface CheckSection {

  /** Why this bound; may be empty. */
  String because();

  /** The formulas in it. */
  List<Quantity> quantities();

  /**
   * A number is above, below or near another.
   *
   * @param name what it is called
   * @param number the number
   * @param above the number that it is above
   * @param below the number that it is below
   * @param equal the number that it equals; one of the three is there
   * @param within how far it may be from it, if it is to equal it
   */
  record Compared(
      String name,
      Quantity number,
      Optional<Quantity> above,
      Optional<Quantity> below,
      Optional<Quantity> equal,
      Optional<Quantity> within,
      String because)
      implements CheckSection {

    /** The other numbers; one, if it is right. */
    List<Quantity> bounds() {
      return Stream.of(above, below, equal).flatMap(Optional::stream).toList();
    }

    @Override
    public List<Quantity> quantities() {
      return Stream.of(Stream.of(number), bounds().stream(), within.stream())
          .flatMap(all -> all)
          .toList();
    }
  }

  /**
   * A series rises or falls along an axis.
   *
   * @param name what it is called
   * @param series the series
   * @param up whether it rises
   * @param along along what
   * @param by by more than that in each step
   */
  record Monotonic(
      String name, Quantity series, boolean up, String along, Optional<Quantity> by, String because)
      implements CheckSection {

    @Override
    public List<Quantity> quantities() {
      return Stream.concat(Stream.of(series), by.stream()).toList();
    }
  }

  /**
   * Each lies above the next.
   *
   * @param curves from the highest
   * @param by by more than that
   */
  record Order(List<Quantity> curves, Optional<Quantity> by, String because)
      implements CheckSection {

    @Override
    public List<Quantity> quantities() {
      return Stream.concat(curves.stream(), by.stream()).toList();
    }
  }

  /**
   * All agree with the first.
   *
   * @param curves the curves
   * @param within how far they may be apart
   */
  record Same(List<Quantity> curves, Quantity within, String because) implements CheckSection {

    @Override
    public List<Quantity> quantities() {
      return Stream.concat(curves.stream(), Stream.of(within)).toList();
    }
  }
}
