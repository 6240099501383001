package qbattery.paper.file;

import qbattery.claim.Judgement;
import qbattery.claim.Verdict;

/**
 * A claim with and without the change that its file names.
 *
 * @param before the judgement under the first reading
 * @param after the same with the change
 */
public record Turned(Judgement before, Judgement after) {

  /**
   * Whether the claim can fail: the change makes its verdict another, and a sure one.
   *
   * @return true if it does
   */
  public boolean turns() {
    return after.verdict() != before.verdict() && after.verdict() != Verdict.INCONCLUSIVE;
  }
}
