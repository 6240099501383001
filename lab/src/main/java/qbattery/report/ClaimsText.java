package qbattery.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.claim.Verdict;
import qbattery.measure.Estimate;

/** Findings as text for a terminal. */
public final class ClaimsText {

  private static final int WIDTH = 96;

  /** Tolerances below this say only that numbers must agree. */
  private static final double WORTH_SAYING = 1e-4;

  private static final String INDENT = "    ";

  private ClaimsText() {}

  /**
   * A table of verdicts, one row a claim: what was asked of the first quantity, and what it is.
   *
   * @param findings the findings
   * @return the text, ended by a line feed
   */
  public static String table(List<Claim.Finding> findings) {
    int width = findings.stream().mapToInt(f -> f.claim().id().length()).max().orElse(0);
    String row = "%-" + width + "s  %-18s  %-14s  %s" + System.lineSeparator();
    StringBuilder text = new StringBuilder();
    text.append(row.formatted("CLAIM", "VERDICT", "CLAIMED", "COMPUTED"));
    for (Claim.Finding finding : findings) {
      Check decisive = finding.judgement().decisive();
      text.append(
          row.formatted(
              finding.claim().id(),
              finding.judgement().verdict(),
              claimed(decisive),
              decisive.quantity() + " = " + number(decisive.observed())));
    }
    text.append(System.lineSeparator()).append(summary(findings)).append(System.lineSeparator());
    return text.append(meanings(findings)).toString();
  }

  static String claimed(Check check) {
    if (check.expectation() instanceof Check.Equals equal) {
      String value = Numbers.brief(equal.value());
      return equal.tolerance() < WORTH_SAYING
          ? value
          : value + " +- " + Numbers.brief(equal.tolerance());
    }
    if (check.expectation() instanceof Check.Exceeds exceeds) {
      return "> " + Numbers.brief(exceeds.value());
    }
    return "< " + Numbers.brief(((Check.Below) check.expectation()).value());
  }

  /**
   * The findings at length: what each claim says, the verdict and its reason, printed and observed
   * numbers, readings, and apart from them what stands beside and decides nothing.
   *
   * @param findings the findings
   * @return the text, ended by a line feed
   */
  public static String details(List<Claim.Finding> findings) {
    StringBuilder text = new StringBuilder();
    for (Claim.Finding finding : findings) {
      Judgement judgement = finding.judgement();
      text.append("%s  (%s)%n".formatted(finding.claim().id(), finding.claim().where()));
      line(text, "claim    ", finding.claim().says());
      line(text, "verdict  ", judgement.verdict().toString());
      line(text, "reason   ", judgement.reason());
      if (!finding.claim().printed().isEmpty()) {
        line(text, "printed  ", printed(finding.claim().printed()));
      }
      String label = "observed ";
      for (Map.Entry<String, Estimate> number : judgement.observed().entrySet()) {
        line(text, label, observed(Map.of(number.getKey(), number.getValue())));
        label = "         ";
      }
      judgement.readings().forEach(reading -> line(text, "reading  ", named(reading)));
      judgement.beside().forEach(other -> line(text, "beside   ", named(other)));
      text.append(System.lineSeparator());
    }
    text.append(summary(findings)).append(System.lineSeparator());
    return text.append(meanings(findings)).toString();
  }

  /** What the verdicts mean that were given, a line each. */
  private static String meanings(List<Claim.Finding> findings) {
    StringBuilder text = new StringBuilder();
    for (Verdict verdict : Verdict.values()) {
      if (findings.stream().anyMatch(f -> f.judgement().verdict() == verdict)) {
        line(text, verdict + ": ", verdict.meaning());
      }
    }
    if (findings.stream().anyMatch(f -> f.judgement().readings().size() > 1)) {
      line(text, "reading: ", "one way to take what the paper leaves open; all count alike.");
    }
    return text.toString();
  }

  private static String named(Judgement.Named named) {
    return "%s: %s (%s)"
        .formatted(
            named.name(), named.judgement().verdict(), observed(named.judgement().observed()));
  }

  /**
   * How many findings have which verdict, in one line.
   *
   * @param findings the findings
   * @return such as "15 claims: 5 REPRODUCED, 10 NOT_REPRODUCED"
   */
  public static String summary(List<Claim.Finding> findings) {
    Map<Verdict, Integer> counts = new LinkedHashMap<>();
    for (Verdict verdict : Verdict.values()) {
      findings.stream()
          .filter(f -> f.judgement().verdict() == verdict)
          .forEach(f -> counts.merge(verdict, 1, Integer::sum));
    }
    return "%d claim%s: %s"
        .formatted(
            findings.size(),
            findings.size() == 1 ? "" : "s",
            counts.entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey())
                .collect(Collectors.joining(", ")));
  }

  static String printed(Map<String, Double> printed) {
    return printed.entrySet().stream()
        .map(e -> e.getKey() + " = " + Numbers.rounded(e.getValue(), 10))
        .collect(Collectors.joining(", "));
  }

  private static String observed(Map<String, Estimate> observed) {
    return observed.entrySet().stream()
        .map(e -> e.getKey() + " = " + number(e.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String number(Estimate estimate) {
    return Numbers.within(estimate.value(), estimate.error());
  }

  /** One labelled paragraph, wrapped and hung in. */
  private static void line(StringBuilder text, String label, String content) {
    StringBuilder current = new StringBuilder(INDENT).append(label);
    String hang = " ".repeat(INDENT.length() + label.length());
    boolean empty = true;
    for (String word : content.split(" ")) {
      if (!empty && current.length() + 1 + word.length() > WIDTH) {
        text.append(current).append(System.lineSeparator());
        current = new StringBuilder(hang);
        empty = true;
      }
      current.append(empty ? "" : " ").append(word);
      empty = false;
    }
    text.append(current).append(System.lineSeparator());
  }
}
