package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import qbattery.experiment.Workbench;
import qbattery.file.BatteryFiles;

/**
 * Numbers of every kind that battery files give lie within their stated errors of what is right.
 *
 * <p>The references of {@code references.txt} were made without this program. The result stands in
 * docs/errors.md, and is compared with it here. All numbers with their errors are written to {@code
 * lab/target/coverage.txt}.
 */
class CoverageTest {

  private static final String MEAN = "mean of an ensemble";

  private static final Path PAGE =
      Path.of(System.getProperty("qbattery.root"), "docs", "errors.md");

  private static List<CoverageNumber> numbers = List.of();

  @BeforeAll
  static void run() throws IOException {
    Map<String, CoverageNumber.Printed> outcomes = new HashMap<>();
    List<CoverageNumber> all = new ArrayList<>();
    List<String> report = new ArrayList<>();
    for (CoverageReference one : CoverageReference.all()) {
      CoverageNumber number;
      try {
        number = CoverageNumber.of(one, outcomes.computeIfAbsent(one.run(), r -> run(one, report)));
      } catch (RuntimeException failed) {
        report.add("BROKEN %s: %s".formatted(one, failed));
        number = new CoverageNumber(one, Double.NaN, Double.NaN, one.kind().equals(MEAN));
      }
      all.add(number);
      report.add(
          "%s %.2e %.2e [%s] %s"
              .formatted(
                  number.within(1) ? "within " : "OUTSIDE",
                  number.ratio(),
                  number.generosity(),
                  one.kind(),
                  number));
    }
    Files.write(
        Path.of(System.getProperty("qbattery.root"), "lab", "target", "coverage.txt"), report);
    numbers = List.copyOf(all);
  }

  private static CoverageNumber.Printed run(CoverageReference one, List<String> report) {
    long began = System.nanoTime();
    CoverageNumber.Printed printed =
        CoverageNumber.Printed.of(
            Study.of(BatteryFiles.parse(one.file() + ".yaml", one.battery(), one.with()))
                .run(Workbench.inMemory()));
    report.add("TIME %.2f s %s".formatted((System.nanoTime() - began) / 1e9, one.run()));
    return printed;
  }

  private static List<CoverageNumber> certain() {
    return numbers.stream().filter(n -> !n.random()).toList();
  }

  private static List<CoverageNumber> means() {
    return numbers.stream().filter(CoverageNumber::random).toList();
  }

  private static List<CoverageNumber> restated(List<CoverageNumber> numbers, double times) {
    return numbers.stream().map(n -> n.restated(times)).toList();
  }

  private static String outside(List<CoverageNumber> numbers, double times) {
    return numbers.stream()
        .filter(n -> !n.within(times))
        .map(CoverageNumber::toString)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void thereAreNumbersOfEveryKind() {
    assertThat(certain()).hasSizeGreaterThanOrEqualTo(150);
    assertThat(kinds()).hasSizeGreaterThanOrEqualTo(15);
    assertThat(kinds()).allSatisfy((kind, some) -> assertThat(some).as(kind).hasSizeGreaterThan(3));
  }

  @Test
  void nearlyAllLieWithinTheirErrors() {
    assertThat(CoverageVerdict.of(certain()).enoughWithin()).as(outside(certain(), 1)).isTrue();
  }

  @Test
  void noneLiesFarOutside() {
    assertThat(CoverageVerdict.of(certain()).noneFarOutside()).as(outside(certain(), 3)).isTrue();
  }

  @Test
  void errorsAreNotMuchTooLarge() {
    assertThat(CoverageVerdict.of(certain()).notTooGenerous()).isTrue();
  }

  /** Of a normal deviate 0.683 lie within one standard deviation and 0.954 within two. */
  @Test
  void standardErrorsCoverAtTheirRate() {
    List<CoverageNumber> means = means();
    CoverageVerdict two = CoverageVerdict.of(means);
    double one = CoverageVerdict.of(restated(means, 1 / CoverageNumber.STANDARD_ERRORS)).share();
    // Three standard deviations of a share of as many independent means as there are seeds.
    double seeds = means.stream().map(n -> n.reference().run()).distinct().count();
    assertThat(seeds).isGreaterThanOrEqualTo(40);
    assertThat(one).isBetween(0.683 - spread(0.683, seeds), 0.683 + spread(0.683, seeds));
    assertThat(two.share()).isBetween(0.954 - spread(0.954, seeds), 1.0);
  }

  private static double spread(double share, double count) {
    return 3 * Math.sqrt(share * (1 - share) / count);
  }

  @Test
  void smallerErrorsWouldNotPass() {
    CoverageVerdict tenth = CoverageVerdict.of(restated(certain(), 0.1));
    assertThat(tenth.enoughWithin()).isFalse();
    assertThat(tenth.noneFarOutside()).isFalse();
    double seeds = means().stream().map(n -> n.reference().run()).distinct().count();
    assertThat(CoverageVerdict.of(restated(means(), 0.5 / CoverageNumber.STANDARD_ERRORS)).share())
        .isLessThan(0.683 - spread(0.683, seeds));
  }

  @Test
  void muchLargerErrorsWouldNotPass() {
    assertThat(CoverageVerdict.of(restated(certain(), 1e4)).notTooGenerous()).isFalse();
  }

  @Test
  void anErrorThatIsNotKnownCoversNothing() {
    CoverageNumber number = certain().get(0);
    for (double unknown : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      CoverageNumber without =
          new CoverageNumber(number.reference(), number.printed(), unknown, false);
      assertThat(without.within(3)).isFalse();
      assertThat(CoverageVerdict.of(List.of(without)).noneFarOutside()).isFalse();
    }
  }

  private static Map<String, List<CoverageNumber>> kinds() {
    return numbers.stream()
        .collect(
            Collectors.groupingBy(
                n -> n.reference().kind(), LinkedHashMap::new, Collectors.toList()));
  }

  private static List<String> table() {
    List<String> lines = new ArrayList<>();
    new TreeMap<>(kinds()).forEach((kind, some) -> lines.add(CoverageVerdict.of(some).line(kind)));
    lines.add(CoverageVerdict.of(certain()).line("all but means of ensembles"));
    return lines;
  }

  /** Counts are compared as they stand; of ratios, which rounding moves, only the size. */
  @Test
  void thePageSaysWhatIsFound() throws IOException {
    String whole = Files.readString(PAGE);
    String page = whole.substring(whole.indexOf("## How often they hold"));
    String table = String.join("\n", table());
    String stale = "docs/errors.md is not current; its table is now\n" + table + "\n";
    for (String line : table()) {
      List<String> now = CoverageVerdict.cells(line);
      List<String> there =
          page.lines()
              .filter(l -> l.startsWith("| " + now.get(0) + " |"))
              .map(CoverageVerdict::cells)
              .findFirst()
              .orElseThrow(() -> new AssertionError(stale));
      assertThat(there.subList(0, 3)).as(stale).isEqualTo(now.subList(0, 3));
      for (int k = 3; k < 5; k++) {
        assertThat(sameSize(there.get(k), now.get(k))).as(stale).isTrue();
      }
    }
  }

  private static boolean sameSize(String a, String b) {
    if (a.equals(b)) {
      return true;
    }
    if (a.equals("not known") || b.equals("not known") || a.equals("0") || b.equals("0")) {
      return false;
    }
    double ratio = Double.parseDouble(a) / Double.parseDouble(b);
    return ratio > 0.5 && ratio < 2;
  }
}
