package qbattery.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import qbattery.measure.Estimate;

/**
 * The result for one claim: its verdict and the numbers behind it.
 *
 * @param verdict the verdict
 * @param checks the comparisons it rests on
 * @param notes further numbers that a reader will want, which decide nothing
 * @param reason why, in a sentence or two, with the numbers
 * @param readings the ways to read what the paper leaves open, which decide together; the first is
 *     the one whose checks and notes are shown. Empty where the paper leaves nothing open
 * @param beside what was computed as well and decides nothing: another model, formula or range than
 *     the paper states
 */
public record Judgement(
    Verdict verdict,
    List<Check> checks,
    Map<String, Estimate> notes,
    String reason,
    List<Named> readings,
    List<Named> beside) {

  /** So many readings a sentence can name. */
  private static final int FEW = 4;

  /**
   * A judgement under a name: a reading, or what stands beside the claim.
   *
   * @param name what is read or computed how
   * @param judgement what it gives
   */
  public record Named(String name, Judgement judgement) {}

  /** Copies the parts, keeping their order. */
  public Judgement {
    checks = List.copyOf(checks);
    notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
    readings = List.copyOf(readings);
    beside = List.copyOf(beside);
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
        Verdict.ofAll(all.stream().map(Check::verdict).toList()),
        all,
        Map.of(),
        reason,
        List.of(),
        List.of());
  }

  /**
   * A judgement on a claim whose deciding point the paper leaves open. Each reading is judged by
   * itself, and {@link Verdict#ofReadings} makes one verdict of theirs.
   *
   * @param readings name -> what it gives, at least one; the first is the one whose numbers are
   *     shown
   * @return the judgement
   */
  public static Judgement across(Map<String, Judgement> readings) {
    List<Named> all =
        readings.entrySet().stream().map(e -> new Named(e.getKey(), e.getValue())).toList();
    Judgement first = all.get(0).judgement();
    List<Verdict> verdicts = all.stream().map(r -> r.judgement().verdict()).toList();
    Verdict verdict = Verdict.ofReadings(verdicts);
    String why;
    if (verdicts.stream().distinct().count() == 1) {
      why = " The verdict is the same under every reading.";
    } else {
      why =
          (verdict == Verdict.INCONCLUSIVE
                  ? " The error is too large under some readings ("
                  : " It depends on the reading (")
              + listed(all)
              + ").";
    }
    return new Judgement(verdict, first.checks, first.notes, first.reason + why, all, List.of());
  }

  /** Each reading with its verdict, or where there are many how many have which. */
  private static String listed(List<Named> readings) {
    if (readings.size() <= FEW) {
      return readings.stream()
          .map(r -> r.name() + ": " + r.judgement().verdict())
          .collect(Collectors.joining("; "));
    }
    return Arrays.stream(Verdict.values())
        .map(v -> new Count(v, readings.stream().filter(r -> r.judgement().verdict() == v).count()))
        .filter(count -> count.readings() > 0)
        .map(count -> count.verdict() + " under " + count.readings())
        .collect(Collectors.joining(", "));
  }

  private record Count(Verdict verdict, long readings) {}

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
    return new Judgement(verdict, checks, more, reason, readings, beside);
  }

  /**
   * Adds what another model, formula or range gives than the paper states. It decides nothing: what
   * the paper leaves open is a reading, see {@link #across}.
   *
   * @param name what is computed how
   * @param other what it gives
   * @return a judgement with it
   */
  public Judgement beside(String name, Judgement other) {
    List<Named> more = new ArrayList<>(beside);
    more.add(new Named(name, other));
    return new Judgement(verdict, checks, notes, reason, readings, more);
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
