package qbattery.file.words;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import qbattery.file.tree.Node;
import qbattery.model.Distribution;

/** A number of the model, several, or one that is left to chance. */
public sealed interface Amount {

  /** Whether what stands in a file for an amount is drawn. */
  static boolean isDrawn(Node amount) {
    return amount instanceof Node.Mapping;
  }

  /** A number for each of some things that may not be drawn. */
  List<Double> each(int count, String unit, String what);

  /** A number. */
  record Single(double value) implements Amount {
    @Override
    public List<Double> each(int count, String unit, String what) {
      return Collections.nCopies(count, value);
    }
  }

  /** Several numbers: one for each cell or link, or the items of a parameter. */
  record Several(List<Double> values) implements Amount {

    /** Copies the list. */
    public Several {
      values = List.copyOf(values);
    }

    @Override
    public List<Double> each(int count, String unit, String what) {
      if (values.size() != count) {
        throw new IllegalArgumentException(
            "The list of %s has %d numbers; it needs one for each %s, so %d, or one number for all."
                .formatted(what, values.size(), unit, count));
      }
      return values;
    }
  }

  /**
   * Drawn anew for each realisation; for a network, anew for each cell or link.
   *
   * @param from what it is drawn from
   * @param each of a parameter: how many are drawn, which makes it a list; empty for one number
   */
  record Drawn(Distribution from, Optional<Integer> each) implements Amount {
    @Override
    public List<Double> each(int count, String unit, String what) {
      throw new IllegalArgumentException(
          "The %s cannot be drawn here; draw a parameter, and use that.".formatted(what));
    }
  }
}
