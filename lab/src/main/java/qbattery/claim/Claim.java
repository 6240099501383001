package qbattery.claim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import qbattery.experiment.Laboratory;

/**
 * A published claim that can be put to the test: what a paper says, and the experiment that judges
 * it.
 *
 * @param id stable name, {@code paper.claim} in lower case
 * @param where equation, figure or section
 * @param says the claim, in our words
 * @param printed the numbers the paper prints, by name; empty where it prints none
 * @param criterion how it is judged, with what tolerance and why that one
 * @param examination the experiment
 */
public record Claim(
    String id,
    String where,
    String says,
    Map<String, Double> printed,
    String criterion,
    Examination examination) {

  private static final Pattern ID = Pattern.compile("[a-z0-9]+\\.[a-zA-Z0-9-]+");

  /** An experiment that judges a claim: a pure computation, the same each time. */
  @FunctionalInterface
  public interface Examination {

    /**
     * Computes and judges.
     *
     * @param laboratory where ensembles are computed and kept
     * @return what was found
     */
    Judgement judge(Laboratory laboratory);
  }

  /**
   * A claim with what was found about it.
   *
   * @param claim the claim
   * @param judgement what was found
   */
  public record Finding(Claim claim, Judgement judgement) {}

  /**
   * Checks the name and copies the numbers, keeping their order.
   *
   * @throws IllegalArgumentException if the id is not of the form {@code paper.claim}
   */
  public Claim {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "A claim's id has the form paper.claim, such as santos2021.eq7; found '%s'."
              .formatted(id));
    }
    printed = Collections.unmodifiableMap(new LinkedHashMap<>(printed));
  }

  /**
   * A claim that needs no ensemble.
   *
   * @param id stable name, {@code paper.claim} in lower case
   * @param where equation, figure or section
   * @param says the claim, in our words
   * @param printed the numbers the paper prints, by name; empty where it prints none
   * @param criterion how it is judged, with what tolerance and why that one
   * @param computation the experiment
   */
  public Claim(
      String id,
      String where,
      String says,
      Map<String, Double> printed,
      String criterion,
      Supplier<Judgement> computation) {
    this(id, where, says, printed, criterion, laboratory -> computation.get());
  }

  /**
   * The paper it is from.
   *
   * @return the part of the id before the dot
   */
  public String paper() {
    return id.substring(0, id.indexOf('.'));
  }

  /**
   * Puts the claim to the test.
   *
   * @param laboratory where ensembles are computed and kept
   * @return what was found
   */
  public Finding examine(Laboratory laboratory) {
    return new Finding(this, examination.judge(laboratory));
  }
}
