package qbattery.paper.kamin2023;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Estimate;
import qbattery.report.Numbers;

/** What all claims of this paper share. */
final class ClaimParts {

  /**
   * What equal numbers must agree to, and a rise must exceed: above the errors of the steady
   * states, at most 5e-9.
   */
  static final double SAME = 1e-8;

  /** Below this part of the full charge a battery is called empty, above 1 less it full. */
  static final double HUNDREDTH = 0.01;

  private ClaimParts() {}

  static Claim claim(
      String id, String where, String says, String criterion, Claim.Examination examination) {
    return claim(id, where, says, Map.of(), criterion, examination);
  }

  static Claim claim(
      String id,
      String where,
      String says,
      Map<String, Double> printed,
      String criterion,
      Claim.Examination examination) {
    return new Claim("kamin2023." + id, where, says, printed, criterion, examination);
  }

  static Judgement judged(String reason, List<Check> checks) {
    return Judgement.of(reason, checks.toArray(Check[]::new));
  }

  /** A judgement for the links of Fig. 1 and for those of Eq. 1. */
  static Judgement perShape(Model model, Function<Shape, Judgement> judge) {
    Map<String, Judgement> readings = new LinkedHashMap<>();
    for (Shape shape : model.shapes()) {
      readings.put(
          "%s (%s)".formatted(shape.label(), shape == Shape.STAR ? "Fig. 1" : "Eq. 1"),
          judge.apply(shape));
    }
    return Judgement.across(readings);
  }

  static List<Estimate> ergotropies(List<Found> found) {
    return found.stream().map(Found::ergotropy).toList();
  }

  /** The step from a number to the next that is smallest; above 0 if all of them rise. */
  static Estimate smallestRise(List<Estimate> values) {
    Estimate smallest = Estimate.exact(Double.POSITIVE_INFINITY);
    for (int k = 1; k < values.size(); k++) {
      Estimate step = values.get(k).minus(values.get(k - 1));
      smallest = step.value() < smallest.value() ? step : smallest;
    }
    return smallest;
  }

  /** The same downwards: above 0 if all of them fall. */
  static Estimate smallestFall(List<Estimate> values) {
    return smallestRise(values.stream().map(v -> v.times(-1)).toList());
  }

  static Estimate smallest(List<Estimate> values) {
    return values.stream().min((a, b) -> Double.compare(a.value(), b.value())).orElseThrow();
  }

  static Estimate largest(List<Estimate> values) {
    return values.stream().max((a, b) -> Double.compare(a.value(), b.value())).orElseThrow();
  }

  /** The largest less the smallest. */
  static Estimate spread(List<Estimate> values) {
    return largest(values).minus(smallest(values));
  }

  /** Numbers in words, to four digits. */
  static String words(List<Estimate> values) {
    return values.stream().map(ClaimParts::word).collect(Collectors.joining(", "));
  }

  /** A number in words; what rounding leaves of nothing is 0. */
  static String word(Estimate value) {
    return Numbers.rounded(StrictMath.abs(value.value()) < 1e-12 ? 0 : value.value(), 4);
  }
}
