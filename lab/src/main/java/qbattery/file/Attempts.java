package qbattery.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import qbattery.file.tree.Places;
import qbattery.file.tree.Problem;
import qbattery.file.tree.WrongFileException;

/** Tries to build the parts of a file and records where it failed and why. */
final class Attempts {

  private final Places places;
  private final List<Problem> problems = new ArrayList<>();

  Attempts(Places places) {
    this.places = places;
  }

  /** What could be built; nothing, with a problem noted, if it is refused. */
  <T> Optional<T> at(String path, Supplier<T> build) {
    try {
      return Optional.of(build.get());
    } catch (IllegalArgumentException e) {
      wrong(path, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  void wrong(String path, String sentence) {
    problems.add(new Problem(places.of(path), sentence));
  }

  /** What went wrong so far. */
  List<Problem> problems() {
    return problems;
  }

  /** Stops here if something went wrong. */
  void require(String file) {
    if (!problems.isEmpty()) {
      throw new WrongFileException(file, problems);
    }
  }
}
