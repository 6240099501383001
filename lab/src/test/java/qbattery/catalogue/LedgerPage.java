package qbattery.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import qbattery.claim.Claim;
import qbattery.experiment.Laboratory;
import qbattery.paper.Paper;
import qbattery.report.Ledger;

/** The page docs/claims.md and its parts. */
final class LedgerPage {

  static final String STALE = "docs/claims.md is stale: run ./qb ledger --out docs/claims.md";

  private LedgerPage() {}

  static String read() throws IOException {
    return Files.readString(Path.of(System.getProperty("qbattery.root"), "docs", "claims.md"));
  }

  /** From a heading to the next one of its level; empty where there is none. */
  static String part(String page, String heading) {
    int from = page.indexOf("\n" + heading + "\n");
    if (from < 0) {
      return "";
    }
    String level = "\n" + heading.substring(0, heading.indexOf(' ') + 1);
    int to = page.indexOf(level, from + 1);
    return page.substring(from, to < 0 ? page.length() : to);
  }

  /** The part of a page that belongs to a claim; a paper may follow it. */
  static String ofClaim(String page, Claim claim) {
    String part = part(page, "### " + claim.id());
    int end = part.indexOf("\n## ");
    return end < 0 ? part : part.substring(0, end);
  }

  /** What the program finds about some claims of a paper, without the news of them all. */
  static Ledger.Section section(Paper paper, List<Claim> claims, Laboratory laboratory) {
    return new Ledger.Section(
        paper.citation(), "", claims.stream().map(claim -> claim.examine(laboratory)).toList());
  }
}
