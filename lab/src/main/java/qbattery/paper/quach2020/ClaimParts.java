package qbattery.paper.quach2020;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;

/** What all claims of this paper share. */
final class ClaimParts {

  /** What numbers computed in two ways must agree to: sums of rounded numbers and step errors. */
  static final double AGREED = 1e-9;

  private ClaimParts() {}

  /** A claim that prints no number. */
  static Claim claim(
      String id, String where, String says, String criterion, Supplier<Judgement> computation) {
    return new Claim("quach2020." + id, where, says, Map.of(), criterion, computation);
  }

  /** A claim that prints one. */
  static Claim claim(
      String id,
      String where,
      String says,
      Map<String, Double> printed,
      String criterion,
      Supplier<Judgement> computation) {
    return new Claim("quach2020." + id, where, says, printed, criterion, computation);
  }

  /** A judgement on any number of checks. */
  static Judgement judged(String reason, List<Check> checks) {
    return Judgement.of(reason, checks.toArray(Check[]::new));
  }
}
