package qbattery.study;

import java.util.Optional;
import java.util.stream.IntStream;
import qbattery.file.Expected;
import qbattery.report.Numbers;

/** What must be said where the times are too far apart for a result of a mean curve. */
final class BetweenNotes {

  /** Why an error is not known. */
  static final String NOT_KNOWN =
      "Some realisations have no value between the times, or not all the same; what their mean does there is not known.";

  private BetweenNotes() {}

  /** The note on a result; nothing if the times suffice, or if it is of no mean curve. */
  static Optional<String> of(Outcome outcome, int result) {
    Study study = outcome.study();
    RowLayout layout = study.layout();
    var section = study.reading().file().results().get(result);
    boolean asked =
        layout.count() > 1
            && layout.bands().contains(RowLayout.Banded.of(section, layout.measures()))
            && !Feature.of(study.setup(0, () -> 0.5).results().get(result)).isLinear();
    if (!asked) {
      return Optional.empty();
    }
    int[] wide =
        IntStream.range(0, study.places().size())
            .filter(p -> outcome.completion(p).hasNumbers())
            .filter(p -> outcome.limits(p, result).areWide(outcome.times(p)))
            .toArray();
    if (wide.length == 0) {
      return Optional.empty();
    }
    Band.Limits limits = outcome.limits(wide[0], result);
    String from = Numbers.rounded(limits.earliest(), 3);
    String when =
        Double.isInfinite(limits.latest())
            ? "it may happen from the time %s on, or never".formatted(from)
            : "it may happen from the time %s to %s"
                .formatted(from, Numbers.rounded(limits.latest(), 3));
    return Optional.of(
        "The times do not tell '%s%s'%s closely: %s%s. More times make its error smaller."
            .formatted(
                section.name(),
                Expected.OF_MEAN_CURVE,
                Text.at(study.places().get(wide[0])),
                when,
                wide.length == 1 ? "" : " (and so at %d more places)".formatted(wide.length - 1)));
  }
}
