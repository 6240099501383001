package qbattery.paper.kamin2023;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Laboratory;
import qbattery.file.BatteryDraft;
import qbattery.file.tree.Node;
import qbattery.measure.Estimate;
import qbattery.model.Graph;
import qbattery.paper.file.PaperFiles;
import qbattery.report.DescribedTable;
import qbattery.report.Numbers;
import qbattery.study.Errors;
import qbattery.study.Study;

/**
 * Counts the links of Eq. 1 that Fig. 1 does not draw: a number of links is no result of a battery
 * file, so the paper file cannot ask for it.
 */
final class PrintedLinks implements Claim.Examination {

  private static final int FEWEST = 2;
  private static final int MOST = 6;

  private final IntFunction<Graph> drawn;
  private final IntFunction<Graph> printed;

  /** The star of Fig. 1 and the chain of Eq. 1. */
  PrintedLinks() {
    this(Graph::central, Graph::linear);
  }

  /** Other pictures, for a test in which the verdict turns. */
  PrintedLinks(IntFunction<Graph> drawn, IntFunction<Graph> printed) {
    this.drawn = drawn;
    this.printed = printed;
  }

  @Override
  public Judgement judge(Laboratory laboratory) {
    List<Integer> missing = IntStream.rangeClosed(FEWEST, MOST).mapToObj(this::missing).toList();
    Estimate star = ergotropy(laboratory, "central");
    Estimate chain = ergotropy(laboratory, "linear");
    double all = missing.stream().mapToInt(Integer::intValue).sum();
    return Judgement.of(
            "Of the N - 1 links of Eq. 1, Fig. 1 lacks %s for N = 2, 3, ...; at mu = 1, Delta mu = 2, J = T = 1 W is %s as drawn and %s as printed."
                .formatted(
                    missing.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                    Numbers.rounded(star.value(), 4),
                    Numbers.rounded(chain.value(), 4)),
            Check.equal("links of Eq. 1 that Fig. 1 lacks", Estimate.exact(all), 0, 0))
        .noting("W as drawn, N = 3", star)
        .noting("W as printed, N = 3", chain);
  }

  private int missing(int cells) {
    Set<Graph.Link> links = new HashSet<>(printed.apply(cells).links());
    links.removeAll(drawn.apply(cells).links());
    return links.size();
  }

  /** Ergotropy over its maximum in the steady state of three cells. */
  private static Estimate ergotropy(Laboratory laboratory, String graph) {
    BatteryDraft draft =
        PaperFiles.battery("kamin2023-own.yaml")
            .with("interaction.1.graph", Node.text(graph))
            .with("omega0", Node.text("1/2"));
    DescribedTable results =
        Study.of(draft.reading(), Errors.ALL, laboratory.longest()).run(laboratory).results();
    double error = results.column("error of work")[0];
    double value = results.column("work")[0];
    return Double.isNaN(error)
        ? Estimate.notKnown(value, "The steady state has no certificate.")
        : new Estimate(value, error);
  }
}
