package qbattery.claim;

import java.util.List;
import qbattery.measure.Estimate;

/**
 * The results for the claims of a paper, with a way to look up a number by name.
 *
 * @param all the findings, in the order of the claims
 */
public record Findings(List<Claim.Finding> all) {

  /** Copies the findings. */
  public Findings {
    all = List.copyOf(all);
  }

  /**
   * What was found about one claim.
   *
   * @param claim its id
   * @return the judgement
   * @throws IllegalArgumentException if the claim is not among them
   */
  public Judgement judgement(String claim) {
    return all.stream()
        .filter(finding -> finding.claim().id().equals(claim))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("There is no finding on '%s'.".formatted(claim)))
        .judgement();
  }

  /**
   * A number that was found.
   *
   * @param claim id of the claim it was found for
   * @param quantity its name there
   * @return the number with its error
   * @throws IllegalArgumentException if there is no such claim or number
   */
  public Estimate number(String claim, String quantity) {
    Estimate found = judgement(claim).observed().get(quantity);
    if (found == null) {
      throw new IllegalArgumentException(
          "'%s' has no number called '%s'; it has %s."
              .formatted(claim, quantity, judgement(claim).observed().keySet()));
    }
    return found;
  }
}
