package qbattery.file;

import static qbattery.file.words.CommonWords.NUMBER;
import static qbattery.file.words.CommonWords.positive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import qbattery.file.formula.Evaluator;
import qbattery.file.tree.Node;
import qbattery.file.tree.Quoted;
import qbattery.file.tree.View;
import qbattery.file.words.BatteryFile;
import qbattery.file.words.Expected;
import qbattery.file.words.Parameters;

/** Evaluates the expected numbers of a file. */
public final class Expectations {

  /** A value is on an axis if no more than rounding is between. */
  private static final double ROUNDING = 1e-9;

  /** The same for 0, which an axis may miss by rounding of its other values. */
  private static final double ROUNDING_AT_ZERO = 1e-15;

  private final BatteryFile file;
  private final List<Reading.SweptAxis> axes;
  private final Attempts attempts;

  Expectations(BatteryFile file, List<Reading.SweptAxis> axes, Attempts attempts) {
    this.file = file;
    this.axes = axes;
    this.attempts = attempts;
  }

  /** Those that have values; of the others the attempts know what is wrong. */
  List<Expected> all() {
    List<Expected> all = new ArrayList<>();
    List<Node> said = file.list("expect");
    for (int k = 0; k < said.size(); k++) {
      View section = View.of(said.get(k));
      String path = "expect/" + k;
      place(section, path).flatMap(at -> at(section, at, path)).ifPresent(all::add);
    }
    return all;
  }

  private Optional<Expected> at(View section, Map<String, Double> at, String path) {
    Evaluator numbers = numbers(at);
    Optional<Double> value =
        attempts.at(path + "/value", () -> NUMBER.read(section.node("value"), numbers));
    Optional<Double> tolerance =
        attempts.at(path + "/tolerance", () -> positive().read(section.node("tolerance"), numbers));
    return value.isEmpty() || tolerance.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Expected(
                section.text("result"),
                value.get(),
                tolerance.get(),
                section.has("because") ? section.text("because") : "",
                section.has("source") ? section.text("source") : "",
                at));
  }

  /** Numbers at a place of the sweep; what is drawn has none that could be expected. */
  private Evaluator numbers(Map<String, Double> swept) {
    return Evaluator.ofNumbers(
        new Parameters(
            file.named("parameters"),
            swept,
            () -> {
              throw new IllegalArgumentException(
                  "A number that is expected cannot depend on what is drawn at random.");
            }));
  }

  /** The place of the sweep, if it is a single one. */
  private Optional<Map<String, Double>> place(View section, String path) {
    Map<String, Double> place = new LinkedHashMap<>();
    for (Reading.SweptAxis axis : axes) {
      String name = axis.parameter();
      Optional<Node> wanted =
          section.mapping().get("at").flatMap(at -> View.of(at).mapping().get(name));
      if (wanted.isPresent()) {
        attempts
            .at(path + "/at/" + name, () -> on(axis, NUMBER.read(wanted.get(), numbers(Map.of()))))
            .ifPresent(value -> place.put(name, value));
      } else if (axis.values().length == 1) {
        place.put(name, axis.values()[0]);
      } else {
        attempts.wrong(
            path,
            "The number expected for '%s' is one place's, and '%s' takes %d values; say with 'at' which one, as in at: {%s: %s}."
                .formatted(
                    Quoted.brief(section.text("result")),
                    name,
                    axis.values().length,
                    name,
                    axis.values()[0]));
      }
    }
    return place.size() == axes.size() ? Optional.of(place) : Optional.empty();
  }

  /** The value of the axis itself. */
  private static double on(Reading.SweptAxis axis, double wanted) {
    double nearest = axis.values()[0];
    double largest = 0;
    for (double value : axis.values()) {
      largest = Math.max(largest, Math.abs(value));
      if (Math.abs(value - wanted) < Math.abs(nearest - wanted)) {
        nearest = value;
      }
    }
    double apart = Math.abs(nearest - wanted);
    if (apart > Math.max(ROUNDING * Math.abs(wanted), ROUNDING_AT_ZERO * largest)) {
      throw new IllegalArgumentException(
          "The sweep has no %s = %s; the nearest value is %s."
              .formatted(axis.parameter(), wanted, nearest));
    }
    int times = 0;
    for (double value : axis.values()) {
      times += value == nearest ? 1 : 0;
    }
    if (times > 1) {
      throw new IllegalArgumentException(
          "The sweep has %s = %s %d times; a number is expected at one place only."
              .formatted(axis.parameter(), nearest, times));
    }
    return nearest;
  }
}
