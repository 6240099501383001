package qbattery.paper.file;

import java.util.List;
import java.util.Optional;
import qbattery.file.tree.Node;

/**
 * A change that is made to a battery before a series is computed.
 *
 * @param set what stands in the place of something in the battery file: a parameter, or names with
 *     points between, with what stands there
 * @param along parameters that vary, with their values
 * @param battery the name of another battery
 * @param like the name of a reading of the paper to begin from
 */
record Variation(
    List<Node.Entry> set,
    List<Node.Entry> along,
    Optional<Node.Scalar> battery,
    Optional<Node.Scalar> like) {

  /** Nothing is changed. */
  static final Variation NONE =
      new Variation(List.of(), List.of(), Optional.empty(), Optional.empty());

  Variation {
    set = List.copyOf(set);
    along = List.copyOf(along);
  }
}
