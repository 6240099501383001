package qbattery.paper.arjmandi2022;

import java.util.List;
import java.util.stream.IntStream;
import qbattery.experiment.Laboratory;
import qbattery.file.BatteryDraft;
import qbattery.file.tree.Node;
import qbattery.paper.file.PaperFiles;
import qbattery.report.Numbers;
import qbattery.study.Errors;
import qbattery.study.Outcome;
import qbattery.study.Study;

/** The source of realisations of chains. */
@FunctionalInterface
interface Chains {

  /** The paper's battery file. */
  String FILE = "arjmandi2022-chain.yaml";

  /**
   * Realisations of a chain; of one without disorder a single one, as all are alike.
   *
   * @param chain the chain
   * @param realisations how many there are where all are computed that are asked for
   */
  Ratios of(Chain chain, int realisations);

  /**
   * Those of the paper's battery file, whose points claims and figures of the paper file share.
   *
   * @param laboratory where they are computed and kept
   */
  static Chains of(Laboratory laboratory) {
    return of(laboratory, PaperFiles.battery(FILE));
  }

  /** The same of a changed battery file. */
  static Chains of(Laboratory laboratory, BatteryDraft file) {
    return (chain, realisations) -> {
      BatteryDraft draft =
          file.with("N", number(chain.cells()))
              .with("B0", number(chain.reading().field()))
              .with("factor", number(chain.reading().factor()))
              .with("delta", number(chain.disorder()))
              .with("n", number(chain.isDisordered() ? realisations : 1))
              .with("start", chain.start().word());
      if (chain.ratio() == Chain.Ratio.LATE_SHARE) {
        draft = draft.with("times.to", Node.text("6/Gamma")).with("times.count", number(61));
      }
      return ratios(
          chain, Study.of(draft.reading(), Errors.USUAL, laboratory.longest()).run(laboratory));
    };
  }

  private static Node number(double value) {
    return Node.text(Numbers.exact(value));
  }

  private static Ratios ratios(Chain chain, Outcome outcome) {
    boolean share = chain.ratio() != Chain.Ratio.ERGOTROPY;
    List<double[]> ergotropies = outcome.each(0, "E");
    List<double[]> energies = outcome.each(0, "U");
    List<double[]> rows =
        IntStream.range(0, ergotropies.size())
            .mapToObj(
                k -> over(ergotropies.get(k), share ? energies.get(k) : ergotropies.get(k), share))
            .toList();
    return new Ratios(
        outcome.times(0), rows, share ? Double.NaN : outcome.error(0, "E") / ergotropies.get(0)[0]);
  }

  /** Values over others of the same time, or over the first of them. */
  private static double[] over(double[] values, double[] others, boolean share) {
    double[] ratios = new double[values.length];
    for (int k = 0; k < ratios.length; k++) {
      ratios[k] = values[k] / others[share ? k : 0];
    }
    return ratios;
  }
}
