package qbattery.study;

import java.util.List;

/**
 * The identity of a point: the canonical form of its model, start, times and methods. Titles,
 * names, the sweep that a point belongs to, what is measured besides and how a number is written do
 * not enter; a realisation is told by the numbers that were drawn for it.
 *
 * <p>docs/store.md describes it for other programs. {@link #VERSION} counts up when the same model
 * would have other numbers in a row, or another form.
 */
final class PointIdentity {

  static final int VERSION = 1;

  private PointIdentity() {}

  /**
   * The identity of a point.
   *
   * @param point the point
   * @param second whether it is computed in a second way
   * @param wider the model with more levels of that, if there is one
   * @param measured what is measured, as far as the keys of the family do not say it
   */
  static String of(PointRun point, boolean second, Study.Second wider, List<String> measured) {
    StringBuilder text = new StringBuilder("point of version " + VERSION + "\n");
    text.append(PointText.of(point.setup()));
    text.append("computed as ").append(point.kind()).append('\n');
    text.append("second way ").append(second).append('\n');
    if (wider instanceof Study.Wider more) {
      text.append("with more levels\n").append(PointText.of(more.point().setup()));
    } else if (wider instanceof Study.NotWider) {
      text.append("more levels are refused\n");
    }
    measured.forEach(key -> text.append("measured ").append(key).append('\n'));
    return PointText.digest(text.toString());
  }
}
