package qbattery.claim;

import java.util.Collection;

/** The verdict that computation gives on a published claim. */
public enum Verdict {

  /** The stated model gives what the paper says. */
  REPRODUCED("the stated model gives what the paper says, within the tolerance."),

  /** The stated model gives something else. */
  NOT_REPRODUCED("the stated model gives something else."),

  /** The paper leaves open something that decides it; each reading has a verdict of its own. */
  DEPENDS_ON_READING(
      "the paper leaves open something that decides, and two of its readings have verdicts that are sure and differ."),

  /** The numerical or statistical error is too large against the tolerance. */
  INCONCLUSIVE(
      "the error is too large to tell: under the only reading, or under one of several where no two that are sure differ.");

  private final String meaning;

  Verdict(String meaning) {
    this.meaning = meaning;
  }

  /**
   * What the word means, for readers of the ledger.
   *
   * @return a sentence that goes on after a colon
   */
  public String meaning() {
    return meaning;
  }

  /**
   * The verdict on a claim of several parts, all of which must hold.
   *
   * @param parts verdicts of the parts, at least one
   * @return NOT_REPRODUCED if one part is, else the weakest of the others
   */
  static Verdict ofAll(Collection<Verdict> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("A claim without parts cannot be judged.");
    }
    for (Verdict decisive : new Verdict[] {NOT_REPRODUCED, DEPENDS_ON_READING, INCONCLUSIVE}) {
      if (parts.contains(decisive)) {
        return decisive;
      }
    }
    return REPRODUCED;
  }

  /**
   * The verdict on a claim that the paper lets one read in several ways, all of which count alike.
   *
   * @param readings verdicts under each reading, at least one
   * @return theirs if all agree; DEPENDS_ON_READING if two that are sure differ; else some reading
   *     is INCONCLUSIVE, and so is the claim
   */
  static Verdict ofReadings(Collection<Verdict> readings) {
    if (readings.isEmpty()) {
      throw new IllegalArgumentException("A claim without a reading cannot be judged.");
    }
    if (readings.contains(DEPENDS_ON_READING)
        || (readings.contains(REPRODUCED) && readings.contains(NOT_REPRODUCED))) {
      return DEPENDS_ON_READING;
    }
    return readings.contains(INCONCLUSIVE) ? INCONCLUSIVE : readings.iterator().next();
  }
}
