package qbattery.study;

import java.util.List;
import java.util.Optional;
import qbattery.experiment.Experiment;
import qbattery.experiment.Laboratory;
import qbattery.file.Reading;
import qbattery.file.Sweep;
import qbattery.file.words.Convergence;
import qbattery.report.Numbers;

/**
 * Decides whether the cutoffs of the modes in a file suffice, by a computation with more levels.
 */
public final class Cutoffs {

  /** How often levels are added in search of a sufficient number, each time twice as many. */
  private static final int RAISES = 4;

  private Cutoffs() {}

  /**
   * What was found.
   *
   * @param suffice whether nothing changes by more than the tolerance
   * @param difference the largest change of a measure over its largest value
   * @param sentence in words, with a recommendation
   */
  public record Answer(boolean suffice, double difference, String sentence) {}

  /**
   * Checks the cutoffs, if the file asks for that; of random batteries on the first realisation.
   *
   * @param outcome what came out with the cutoffs of the file
   * @param laboratory where the rows with more levels are computed and kept
   * @return the answer; nothing if the file has no section for it
   */
  public static Optional<Answer> check(Outcome outcome, Laboratory laboratory) {
    Reading reading = outcome.study().reading();
    return reading.convergence().map(c -> check(outcome, c, laboratory));
  }

  private static Answer check(Outcome outcome, Convergence asked, Laboratory laboratory) {
    Study study = outcome.study();
    Study larger = with(study, asked.moreLevels());
    int worst = 0;
    double most = -1;
    for (int p = 0; p < study.places().size(); p++) {
      double change =
          difference(outcome.rows(p).get(0), row(larger, p, laboratory), study.layout());
      if (change > most) {
        most = change;
        worst = p;
      }
    }
    String where = Sweep.at(study.places().get(worst));
    String found =
        "With %d more levels a measure changes by %s of its largest value%s"
            .formatted(asked.moreLevels(), Numbers.rounded(most, 2), where);
    if (most <= asked.tolerance()) {
      return new Answer(true, most, found + "; the cutoff suffices.");
    }
    return new Answer(
        false,
        most,
        "%s, more than %s: the cutoff is too low; %s."
            .formatted(
                found,
                Numbers.brief(asked.tolerance()),
                recommended(study, worst, asked, laboratory)
                    .map(more -> "%d more levels suffice there".formatted(more))
                    .orElse("no number of levels that was tried suffices")));
  }

  /** The first number of more levels from which on more change nothing. */
  private static Optional<Integer> recommended(
      Study study, int place, Convergence asked, Laboratory laboratory) {
    int more = asked.moreLevels();
    double[] before = row(with(study, more), place, laboratory);
    for (int raise = 0; raise < RAISES; raise++) {
      double[] after = row(with(study, 2 * more), place, laboratory);
      if (difference(before, after, study.layout()) <= asked.tolerance()) {
        return Optional.of(more);
      }
      more *= 2;
      before = after;
    }
    return Optional.empty();
  }

  private static Study with(Study study, int more) {
    return Study.of(study.reading().withMoreLevels(more), Errors.NONE, study.headway().most());
  }

  private static double[] row(Study study, int place, Laboratory laboratory) {
    List<Experiment> experiments = study.experiments();
    return study.reading().isRandom()
        ? laboratory.exactly(experiments.get(place), 1).rows().get(0)
        : laboratory.exactly(experiments.get(0), study.places().size()).rows().get(place);
  }

  private static double difference(double[] a, double[] b, RowLayout layout) {
    double most = 0;
    for (int q = 0; q < layout.measures().size(); q++) {
      double scale = 0;
      double apart = 0;
      for (int k = 0; k < layout.count(); k++) {
        int column = layout.value(q, k);
        if (!Double.isNaN(a[column]) && !Double.isNaN(b[column])) {
          scale = StrictMath.max(scale, StrictMath.abs(b[column]));
          apart = StrictMath.max(apart, StrictMath.abs(a[column] - b[column]));
        }
      }
      most = StrictMath.max(most, scale == 0 ? apart : apart / scale);
    }
    return most;
  }
}
