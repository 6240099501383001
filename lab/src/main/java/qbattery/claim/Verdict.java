package qbattery.claim;

import java.util.Collection;

/** What computing says of a published claim. */
public enum Verdict {

  /** The stated model gives what was printed, within the tolerance. */
  REPRODUCED,

  /** The stated model gives something else. */
  NOT_REPRODUCED,

  /** The paper leaves open something that decides it; each reading has a verdict of its own. */
  DEPENDS_ON_READING,

  /** The numerical or statistical error is too large against the tolerance. */
  INCONCLUSIVE;

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
}
