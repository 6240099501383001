package qbattery.paper.file;

import java.util.List;
import java.util.Optional;
import qbattery.file.Node;
import qbattery.file.Place;

/**
 * What is changed before something is computed.
 *
 * @param set what stands in the place of something in the battery file
 * @param along parameters that vary, with their values
 * @param battery the name of another battery
 * @param like the name of a reading of the paper to begin from
 * @param place where it stands
 */
record Variation(
    List<Change> set,
    List<Node.Entry> along,
    Optional<Node.Scalar> battery,
    Optional<Node.Scalar> like,
    Place place) {

  /** Nothing is changed. */
  static final Variation NONE =
      new Variation(List.of(), List.of(), Optional.empty(), Optional.empty(), Place.START);

  /**
   * One thing in the place of another.
   *
   * @param of what is changed: a parameter, or names with points between
   * @param value what stands there
   */
  record Change(Node.Scalar of, Node value) {}

  Variation {
    set = List.copyOf(set);
    along = List.copyOf(along);
  }
}
