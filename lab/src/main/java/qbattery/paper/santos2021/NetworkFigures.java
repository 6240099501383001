package qbattery.paper.santos2021;

import static qbattery.paper.santos2021.LeakingCell.CLASSICAL;
import static qbattery.paper.santos2021.LeakingCell.COHERENT;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import qbattery.dynamics.DecayModes;
import qbattery.dynamics.Times;
import qbattery.experiment.Course;
import qbattery.experiment.Provenance;
import qbattery.experiment.Series;
import qbattery.experiment.Witnessed;
import qbattery.model.Battery;
import qbattery.model.Graph;
import qbattery.model.InitialState;
import qbattery.paper.Paper;
import qbattery.report.DataTable;
import qbattery.report.FigureBundle;
import qbattery.report.Numbers;
import qbattery.report.figure.Axis;
import qbattery.report.figure.BarFigure;
import qbattery.report.figure.BarSeries;
import qbattery.report.figure.Colour;
import qbattery.report.figure.Curve;
import qbattery.report.figure.CurveStyle;
import qbattery.report.figure.Dash;
import qbattery.report.figure.Inset;
import qbattery.report.figure.LineFigure;
import qbattery.report.figure.Picture;

/** Figs. 3, 4 and 5, and the decay modes that explain Fig. 4, under the default reading. */
final class NetworkFigures {

  private static final NetworkReading READING = NetworkReading.DEFAULT;

  /** A little below zero, so that a curve that has died is not hidden by the frame. */
  private static final double FLOOR = -0.03;

  private static final List<CurveStyle> STYLES =
      List.of(
          CurveStyle.of(Colour.BLUE, Dash.SOLID),
          CurveStyle.of(Colour.VERMILLION, Dash.DASHED),
          CurveStyle.of(Colour.BLUISH_GREEN, Dash.DASH_DOT),
          CurveStyle.of(Colour.REDDISH_PURPLE, Dash.DOTTED),
          CurveStyle.of(Colour.BLACK, Dash.LONG_DASHED));

  private static final String SETTING =
      " $J=2\\Gamma$, $\\Gamma_{icl}=\\Gamma/2$; each one-way term of the paper with its conjugate"
          + " added: coupling $J(\\sigma^-_n\\sigma^+_m+$ h.c.$)$ and rates $\\Gamma$ on each cell,"
          + " $\\Gamma_{icl}$ on each link.";

  private static final String RANGE =
      " Range of $\\Gamma t$ chosen here: 0 to " + Numbers.exact(NetworkStudy.END) + ".";

  private final NetworkStudy study;

  private NetworkFigures(NetworkStudy study) {
    this.study = study;
  }

  static List<Paper.Figure> of(NetworkStudy study) {
    NetworkFigures figures = new NetworkFigures(study);
    return List.of(
        new Paper.Figure(
            "fig3a",
            "efficiency of chains of 1 to 5 cells, classical start",
            () -> figures.chains(CLASSICAL, "classical")),
        new Paper.Figure(
            "fig3b",
            "efficiency of chains of 1 to 5 cells, coherent start",
            () -> figures.chains(COHERENT, "coherent")),
        new Paper.Figure("fig4a", "internal energy of four networks", figures::energy),
        new Paper.Figure("fig4b", "efficiency of four networks", figures::efficiency),
        new Paper.Figure(
            "fig4-modes", "decay modes of four networks: what explains Fig. 4", figures::modes),
        new Paper.Figure("fig5a", "coherence in four networks", figures::coherence),
        new Paper.Figure("fig5b", "entanglement in four networks", figures::entanglement));
  }

  private FigureBundle chains(InitialState start, String name) {
    Times times = NetworkStudy.TIMES;
    List<Curve> curves = new ArrayList<>();
    List<DataTable.Column> columns = new ArrayList<>();
    Map<String, Double> errors = new LinkedHashMap<>();
    List<String> methods = List.of();
    columns.add(new DataTable.Column("Gamma t", "1", times.toArray()));
    for (int n = 1; n <= ChainClaim.LONGEST; n++) {
      LeakingNetwork chain = READING.network(Graph.linear(n));
      Witnessed run = chain.from(start, times.last());
      Series efficiency = run.along(chain.efficiency(), times);
      curves.add(
          new Curve("$N=" + n + "$", times.toArray(), efficiency.values(), STYLES.get(n - 1)));
      columns.add(new DataTable.Column("E/U, N=" + n, "1", efficiency.values()));
      errors.put("E/U, N=" + n, efficiency.error());
      methods = run.methods();
    }
    LineFigure picture =
        new LineFigure(
            new Axis("\\Gamma t", 0, NetworkStudy.END),
            new Axis("\\varepsilon(t)=\\mathcal{E}(t)/U(t)", FLOOR, 1.05),
            curves,
            List.of(),
            "Efficiency of linear chains of $N$ cells from the "
                + name
                + " state, not normalised by its start."
                + SETTING
                + RANGE);
    return bundle(picture, columns, errors, methods, "linear chains, N = 1 to 5", start);
  }

  private FigureBundle energy() {
    return networks(
        new Axis("U(t)/U_0", FLOOR, 1.05),
        "U/U0",
        LeakingNetwork.Curves::energy,
        "Internal energy of five cells from the coherent state, over its start $U_0=5\\hbar\\omega/2$.",
        Optional.empty());
  }

  private FigureBundle efficiency() {
    List<Curve> inset = new ArrayList<>();
    int k = 0;
    for (LeakingNetwork.Curves curves : study.classical(READING).values()) {
      Series efficiency = curves.efficiency().along(NetworkStudy.TIMES);
      inset.add(new Curve("", efficiency.times(), efficiency.values(), STYLES.get(k++)));
    }
    return networks(
        new Axis("\\varepsilon(t)=\\mathcal{E}(t)/U(t)", FLOOR, 1.05),
        "E/U",
        LeakingNetwork.Curves::efficiency,
        "Efficiency of five cells from the coherent state; inset: from the classical state.",
        Optional.of(
            new Inset(
                new Axis("\\Gamma t", 0, 1),
                new Axis("\\varepsilon", FLOOR, 0.7),
                inset,
                "classical")));
  }

  private FigureBundle coherence() {
    return networks(
        new Axis("C_{\\ell_1}(t)", FLOOR, 1.05),
        "l1-coherence",
        LeakingNetwork.Curves::coherence,
        "Coherence of five cells from the coherent state in the $\\ell_1$-norm, over its maximum $2^5-1$.",
        Optional.empty());
  }

  private FigureBundle entanglement() {
    return networks(
        new Axis("C(t)", -0.006, 0.21),
        "mean concurrence",
        LeakingNetwork.Curves::concurrence,
        "Entanglement of five cells from the coherent state: concurrence of two linked cells, mean over the links (Eq. 14).",
        Optional.empty());
  }

  private FigureBundle networks(
      Axis y,
      String quantity,
      Function<LeakingNetwork.Curves, Course> which,
      String caption,
      Optional<Inset> inset) {
    PerNetwork<LeakingNetwork.Curves> all = study.coherent(READING);
    List<Curve> curves = new ArrayList<>();
    List<DataTable.Column> columns = new ArrayList<>();
    Map<String, Double> errors = new LinkedHashMap<>();
    List<String> methods = List.of();
    for (Map.Entry<String, LeakingNetwork.Curves> network : all.all().entrySet()) {
      Series series = which.apply(network.getValue()).along(NetworkStudy.TIMES);
      if (columns.isEmpty()) {
        columns.add(new DataTable.Column("Gamma t", "1", series.times()));
      }
      String name = quantity + " " + network.getKey();
      curves.add(
          new Curve(network.getKey(), series.times(), series.values(), STYLES.get(curves.size())));
      columns.add(new DataTable.Column(name, "1", series.values()));
      errors.put(name, series.error());
      methods = network.getValue().methods();
    }
    LineFigure plain =
        new LineFigure(
            new Axis("\\Gamma t", 0, NetworkStudy.END),
            y,
            curves,
            List.of(),
            caption + SETTING + RANGE);
    if (inset.isPresent()) {
      study
          .classical(READING)
          .forEach(
              (name, curve) -> {
                Series series = which.apply(curve).along(NetworkStudy.TIMES);
                String column = quantity + " " + name + " classical start";
                columns.add(new DataTable.Column(column, "1", series.values()));
                errors.put(column, series.error());
              });
    }
    return bundle(
        inset.map(plain::with).orElse(plain),
        columns,
        errors,
        methods,
        "central, linear, circular and symmetric networks of 5 cells",
        COHERENT);
  }

  private FigureBundle modes() {
    List<String> groups = new ArrayList<>();
    List<List<DecayModes.Level>> levels = new ArrayList<>();
    int most = 0;
    for (Graph graph : LeakingNetwork.graphs()) {
      Battery battery = READING.network(graph).battery();
      List<DecayModes.Level> found =
          DecayModes.of(battery.channels().get(0), COHERENT.of(battery)).levels();
      groups.add(graph.name());
      levels.add(found);
      most = Math.max(most, found.size());
    }
    List<Colour> colours =
        List.of(
            Colour.SKY_BLUE,
            Colour.BLUISH_GREEN,
            Colour.ORANGE,
            Colour.REDDISH_PURPLE,
            Colour.VERMILLION);
    List<BarSeries> bars = new ArrayList<>();
    List<DataTable.Column> columns = new ArrayList<>();
    StringBuilder rates = new StringBuilder();
    for (int k = 0; k < most; k++) {
      double[] shares = new double[groups.size()];
      double[] rate = new double[groups.size()];
      for (int g = 0; g < groups.size(); g++) {
        boolean there = k < levels.get(g).size();
        shares[g] = there ? levels.get(g).get(k).share() : Double.NaN;
        rate[g] = there ? clean(levels.get(g).get(k).rate()) : Double.NaN;
      }
      bars.add(new BarSeries(ordinal(k), shares, colours.get(k)));
      columns.add(new DataTable.Column("rate of level " + (k + 1), "Gamma", rate));
      columns.add(new DataTable.Column("share in level " + (k + 1), "1", shares));
    }
    for (int g = 0; g < groups.size(); g++) {
      rates.append(g == 0 ? "" : "; ").append(groups.get(g)).append(' ');
      for (int k = 0; k < levels.get(g).size(); k++) {
        DecayModes.Level level = levels.get(g).get(k);
        rates.append(k == 0 ? "" : ", ").append(Numbers.rounded(clean(level.rate()), 3));
        rates.append(level.count() > 1 ? " (" + level.count() + "-fold)" : "");
      }
    }
    BarFigure picture =
        new BarFigure(
            groups,
            "\\mathrm{share\\ of\\ the\\ initial\\ energy}",
            bars,
            "Where the energy of the coherent start sits among the modes of collective decay: share"
                + " of each rate, slowest to fastest. Rates over $\\Gamma$, from the eigenvalues of"
                + " $\\Gamma 1+\\Gamma_{icl}A$: "
                + rates
                + ". Mean rates: "
                + meanRates(groups, levels)
                + ", which is how fast each begins to leak. A mode of rate 0 is dark; what sits in it"
                + " at the start still leaks in part, since a cell holds one excitation only, which"
                + " couples the modes."
                + SETTING);
    return bundle(
        picture,
        columns,
        Map.of("rates and shares (rounding)", 1e-14),
        List.of("Householder and QL eigenvalues of the rate matrix"),
        String.join(", ", groups) + " networks of 5 cells, one row each",
        COHERENT);
  }

  private static String meanRates(List<String> groups, List<List<DecayModes.Level>> levels) {
    List<String> found = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      double mean = levels.get(g).stream().mapToDouble(l -> l.rate() * l.share()).sum();
      found.add(groups.get(g) + " " + Numbers.rounded(mean, 3));
    }
    return String.join(", ", found);
  }

  private static String ordinal(int level) {
    return switch (level) {
      case 0 -> "slowest";
      case 1 -> "2nd";
      case 2 -> "3rd";
      default -> (level + 1) + "th";
    };
  }

  /** A dark mode's rate is rounding; it is drawn as zero. */
  private static double clean(double rate) {
    return Math.abs(rate) < 1e-12 ? 0 : rate;
  }

  private static FigureBundle bundle(
      Picture picture,
      List<DataTable.Column> columns,
      Map<String, Double> errors,
      List<String> methods,
      String networks,
      InitialState start) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("networks", networks + " (Sec. III)");
    parameters.put("omega", "1 (unit of energy is hbar omega)");
    parameters.put("Gamma", "1 (unit of rate)");
    parameters.put("J", NetworkReading.J + " Gamma (captions of Figs. 3-5)");
    parameters.put("Gamma_icl", NetworkReading.GAMMA_ICL + " Gamma (captions of Figs. 3-5)");
    parameters.put(
        "start of the main plot",
        start.equals(COHERENT)
            ? "(|e>+|g>)/sqrt 2 in each cell (Sec. III)"
            : "3/4 |e><e| + 1/4 |g><g| in each cell (Sec. III)");
    return new FigureBundle(
        picture,
        new DataTable(columns),
        new Provenance(
            parameters,
            "energies in hbar omega, times in 1/Gamma",
            methods,
            errors,
            OptionalLong.empty(),
            List.of(
                "Interaction: the printed one-way term with its conjugate added.",
                "Intracell decay: both orderings of each link with Gamma_icl (first version, Eq. 11).",
                "Efficiency: E/U as defined in Sec. II B, not normalised by its start.",
                "Other readings are run by the claims; see the ledger.")));
  }
}
