package qbattery.paper.kamin2023;

import java.util.List;
import java.util.stream.Stream;
import qbattery.paper.Paper;

/** All figures of the paper, in its order, and those that no one has drawn. */
final class KaminFigures {

  private KaminFigures() {}

  static List<Paper.Figure> all() {
    return Stream.of(PaperFigures.all(), MapFigures.all(), OwnFigures.all())
        .flatMap(List::stream)
        .toList();
  }
}
