package qbattery.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import qbattery.dynamics.LocalDissipation;
import qbattery.dynamics.currents.CurrentBalance;
import qbattery.dynamics.currents.Currents;
import qbattery.file.Setup;
import qbattery.file.Sweep;
import qbattery.measure.Measure;
import qbattery.quantum.State;
import qbattery.report.Numbers;
import qbattery.steady.AsymptoticStates;
import qbattery.steady.Destination;

/**
 * What becomes of a battery after a long time, in words: its steady states with their certificate,
 * where its start ends up, the measures there, and whether its local channels are doubtful.
 *
 * @param text the words, of each place of the sweep
 * @param warnings what is doubtful about the model
 * @param isKnown whether it could be told of every place where the start ends up
 */
public record LongTimeText(String text, List<String> warnings, boolean isKnown) {

  /** Copies the list. */
  public LongTimeText {
    warnings = List.copyOf(warnings);
  }

  /**
   * The words for an outcome.
   *
   * @param outcome what came out of a study without chance
   * @return the words
   */
  public static LongTimeText of(Outcome outcome) {
    StringBuilder text = new StringBuilder();
    List<String> warnings = new ArrayList<>();
    boolean known = true;
    List<Map<String, Double>> places = outcome.study().places();
    for (int place = 0; place < places.size(); place++) {
      String where = Sweep.words(places.get(place));
      text.append(text.isEmpty() ? "" : "\n").append(where.isEmpty() ? "" : where + ":\n");
      if (!outcome.completion(place).hasNumbers()) {
        text.append("Nothing was computed.\n");
        known = false;
        continue;
      }
      OnePlace one = new OnePlace(outcome, place);
      text.append(one.words());
      known &= one.isKnown();
      one.doubt()
          .map(doubt -> (where.isEmpty() ? "" : where + ": ") + doubt)
          .ifPresent(warnings::add);
    }
    return new LongTimeText(text.toString(), warnings, known);
  }

  /**
   * The words with the warnings at the end.
   *
   * @return lines
   */
  public String whole() {
    return text + warnings.stream().map(w -> "warning: " + w + "\n").collect(Collectors.joining());
  }

  private static final class OnePlace {

    private final PointRun point;
    private final LongTimes.Found found;

    OnePlace(Outcome outcome, int place) {
      this.point = outcome.study().middle(place);
      this.found = point.steady().found();
    }

    boolean isKnown() {
      return !(found instanceof LongTimes.None);
    }

    /** Whether channels of single cells are doubtful while the cells are coupled. */
    Optional<String> doubt() {
      Setup setup = point.setup();
      boolean cells = setup.battery().space().localDimensions().stream().allMatch(d -> d == 2);
      return setup.ensembles().isEmpty()
              && setup.stages().isEmpty()
              && cells
              && LocalDissipation.of(setup.battery(), setup.contacts())
                  instanceof LocalDissipation.Doubt doubt
          ? Optional.of(doubt.sentence())
          : Optional.empty();
    }

    String words() {
      StringBuilder text = new StringBuilder();
      found.answer().map(AsymptoticStates::describe).ifPresent(a -> text.append(a).append("\n\n"));
      if (found instanceof LongTimes.Settled settled) {
        text.append("From this start it settles:\n");
        settled.limit().ifPresent(limit -> text.append(limit.describe()).append('\n'));
        text.append(values(settled.state(), settled.error()));
      } else if (found instanceof LongTimes.Oscillating oscillating) {
        Destination.Oscillates turning = oscillating.oscillation();
        text.append("From this start it goes on oscillating:\n");
        text.append("%14s  %12s%n".formatted("frequency", "amplitude"));
        turning
            .oscillations()
            .forEach(
                o ->
                    text.append(
                        "%14s  %12s%n"
                            .formatted(
                                Numbers.brief(o.frequency()), Numbers.rounded(o.amplitude(), 6))));
        text.append("Of the state in the mean over long times:\n");
        text.append(values(turning.mean(), turning.error()));
      } else {
        text.append(((LongTimes.Unsettled) found).reason()).append('\n');
      }
      return text.toString();
    }

    /** The measures in a state, and how well the currents balance. */
    private String values(State state, double error) {
      StringBuilder text = new StringBuilder();
      List<Setup.BuiltMeasure> measures = point.setup().measures();
      int longest = measures.stream().mapToInt(m -> m.name().length()).max().orElse(0);
      for (int q = 0; q < measures.size(); q++) {
        var value = point.steady().value(q, state, error);
        boolean off = Way.modesCutOff(point.setup()).isEmpty(); // of cutoffs nothing is known here
        text.append(
            "  %s  %s%s%n"
                .formatted(
                    (measures.get(q).name() + " ".repeat(longest)).substring(0, longest),
                    Numbers.within(value.value(), off ? value.error() : Double.NaN),
                    most(q)));
      }
      text.append(currents(state));
      return text.toString();
    }

    private String most(int measure) {
      Measure kind = point.setup().measures().get(measure).kind();
      return kind.equals(Measure.ENERGY) || kind.equals(Measure.ERGOTROPY)
          ? ", of at most " + Numbers.rounded(point.prepared().measuring().width(measure), 6)
          : "";
    }

    private String currents(State state) {
      Setup setup = point.setup();
      if (setup.contacts().isEmpty() || !setup.stages().isEmpty()) {
        return "";
      }
      CurrentBalance balance = Currents.of(setup.battery(), setup.contacts()).at(state);
      return "  sum rule of the currents kept to %.1e of the largest current in one direction%n"
          .formatted(balance.relativeImbalance());
    }
  }
}
