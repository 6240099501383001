package qbattery.file.words;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import qbattery.measure.Measure;

/** The words for measures in a file: those of today, and former ones that are accepted still. */
public final class MeasureNames {

  private static final Map<String, Measure> FORMER =
      Map.of("ergotropy over all states", Measure.ERGOTROPY);

  private MeasureNames() {}

  /** All words; those of today come first. */
  static List<String> all() {
    return Stream.concat(Measure.all().stream().map(Measure::word), FORMER.keySet().stream())
        .toList();
  }

  /** The measure of a word; a former one keeps the word as it stands in the file. */
  static Optional<Measure> find(String word) {
    return Measure.find(word).or(() -> former(word).map(measure -> measure.called(word)));
  }

  /** The measure of a former word. */
  public static Optional<Measure> former(String word) {
    return Optional.ofNullable(FORMER.get(word));
  }

  /** The measure that is meant, by its word of today. */
  public static Measure today(Measure written) {
    return former(written.word()).orElse(written);
  }
}
