package qbattery.claim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import qbattery.experiment.Estimate;

/**
 * What was found about a claim.
 *
 * @param verdict the verdict
 * @param checks the comparisons it rests on
 * @param notes further numbers that a reader will want, which decide nothing
 * @param reason why, in a sentence or two, with the numbers
 * @param readings what other readings of the paper give, where there are several
 */
public record Judgement(
    Verdict verdict,
    List<Check> checks,
    Map<String, Estimate> notes,
    String reason,
    List<Reading> readings) {

  /**
   * Another way to read the paper, with its own verdict.
   *
   * @param name what is read how
   * @param judgement what it gives
   */
  public record Reading(String name, Judgement judgement) {}

  /** Copies the parts, keeping their order. */
  public Judgement {
    checks = List.copyOf(checks);
    notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
    readings = List.copyOf(readings);
  }

  /**
   * A judgement that rests on checks, all of which must hold.
   *
   * @param reason why, with the numbers
   * @param checks the comparisons, at least one
   * @return the judgement
   */
  public static Judgement of(String reason, Check... checks) {
    List<Check> all = List.of(checks);
    return new Judgement(
        Verdict.ofAll(all.stream().map(Check::verdict).toList()), all, Map.of(), reason, List.of());
  }

  /**
   * A judgement on a claim whose deciding point the paper leaves open: each reading is judged by
   * itself. Where all agree the verdict is theirs; where two that are sure differ it is
   * DEPENDS_ON_READING; else some reading is too uncertain to tell, and it is INCONCLUSIVE.
   *
   * @param readings name -> what it gives; the first is the default, whose numbers are shown
   * @return the judgement
   */
  public static Judgement across(Map<String, Judgement> readings) {
    List<Reading> all =
        readings.entrySet().stream().map(e -> new Reading(e.getKey(), e.getValue())).toList();
    Judgement first = all.get(0).judgement();
    boolean agree = all.stream().allMatch(r -> r.judgement().verdict() == first.verdict());
    boolean differ =
        all.stream()
                .map(r -> r.judgement().verdict())
                .filter(v -> v != Verdict.INCONCLUSIVE)
                .distinct()
                .count()
            > 1;
    String which =
        all.stream()
            .map(r -> r.name() + ": " + r.judgement().verdict())
            .collect(Collectors.joining("; "));
    return new Judgement(
        agree ? first.verdict() : differ ? Verdict.DEPENDS_ON_READING : Verdict.INCONCLUSIVE,
        first.checks(),
        first.notes(),
        agree
            ? first.reason() + " The verdict is the same under every reading."
            : first.reason()
                + (differ
                    ? " It depends on the reading (" + which + ")."
                    : " The error is too large under some readings (" + which + ")."),
        all.subList(agree ? 1 : 0, all.size()));
  }

  /**
   * Adds a number that decides nothing.
   *
   * @param name what it is
   * @param value the number
   * @return a judgement with the note
   */
  public Judgement noting(String name, Estimate value) {
    Map<String, Estimate> more = new LinkedHashMap<>(notes);
    more.put(name, value);
    return new Judgement(verdict, checks, more, reason, readings);
  }

  /**
   * Adds what another reading gives; the verdict stays that of the stated model.
   *
   * @param name what is read how
   * @param other what it gives
   * @return a judgement with the reading
   */
  public Judgement withReading(String name, Judgement other) {
    List<Reading> more = new ArrayList<>(readings);
    more.add(new Reading(name, other));
    return new Judgement(verdict, checks, notes, reason, more);
  }

  /**
   * All numbers found, those that decide first.
   *
   * @return name -> number
   */
  public Map<String, Estimate> observed() {
    Map<String, Estimate> all = new LinkedHashMap<>();
    checks.forEach(c -> all.put(c.quantity(), c.observed()));
    all.putAll(notes);
    return all;
  }

  /**
   * The largest error of a number that decides.
   *
   * @return the error
   */
  public double error() {
    return checks.stream().mapToDouble(c -> c.observed().error()).max().orElse(0);
  }

  /**
   * The check that decided: the first one that has the verdict.
   *
   * @return the check
   */
  public Check decisive() {
    return checks.stream().filter(c -> c.verdict() == verdict).findFirst().orElse(checks.get(0));
  }

  /**
   * The tolerance of the check that decided.
   *
   * @return the tolerance
   */
  public double tolerance() {
    return decisive().expectation().tolerance();
  }
}
