package qbattery.paper.quach2020;

import static qbattery.paper.quach2020.FigureParts.COLD;
import static qbattery.paper.quach2020.FigureParts.INTEGRATED;
import static qbattery.paper.quach2020.FigureParts.LADDERS;
import static qbattery.paper.quach2020.FigureParts.MODEL;
import static qbattery.paper.quach2020.FigureParts.figure;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import qbattery.experiment.Estimate;
import qbattery.paper.Paper;
import qbattery.report.FigureBundle;
import qbattery.report.Numbers;
import qbattery.report.figure.Axis;
import qbattery.report.figure.Dash;

/** Peaks of power and entanglement rate at T = 0: Figs. 2 e and f, 5 c and d, and far beyond. */
final class PeakFigures {

  private static final int LARGEST = 10;
  private static final int LARGEST_RATIO = 20;

  /** Sizes of Figs. 5 c and d. */
  private static final int RATE_SIZES = 6;

  private static final String UNIT = "gamma hbar omega";

  private static final String POWER_LABEL = "\\mathcal{P}_B^{max}/\\gamma\\hbar\\omega";

  private PeakFigures() {}

  static List<Paper.Figure> powers() {
    return List.of(
        figure("fig2e", "peak power density against N_B", PeakFigures::bySize),
        figure("fig2f", "peak power density against R", PeakFigures::byRatio));
  }

  static List<Paper.Figure> rates() {
    return List.of(
        figure("fig5c", "peak entanglement rate against N_B", PeakFigures::heights),
        figure("fig5d", "lag between the peaks against N_B", PeakFigures::lags));
  }

  static List<Paper.Figure> beyond() {
    return List.of(
        figure(
            "fig-power",
            "peak power density to 50 spins, with its exponent",
            PeakFigures::toFifty));
  }

  private static Plot.Column powers(int ratio, double[] sizes) {
    return Plot.Column.of(
        "P_max, R = " + ratio,
        UNIT,
        sizes,
        n -> PowerCurve.peak(MODEL.cold((int) n, ratio)).value());
  }

  private static FigureBundle bySize() {
    double[] sizes = FigureParts.wholes(1, LARGEST);
    Plot plot = new Plot().over("N_B", "1", sizes);
    for (int k = 0; k < CapacityClaims.RATIOS.length; k++) {
      int ratio = CapacityClaims.RATIOS[k];
      plot.points("$R=%d$".formatted(ratio), k, true, powers(ratio, sizes));
    }
    return plot.bundle(
        Axis.whole("N_B", 1, LARGEST),
        plot.vertical(POWER_LABEL),
        "Peak power density of the battery against its number of spins."
            + COLD
            + " Range of $N_B$ chosen here: 1 to 10; up to 50 in fig-power.",
        new Plot.Subject("R = 2, 5, 10", "0", "N_B = 1 to 10", LADDERS));
  }

  private static FigureBundle byRatio() {
    double[] ratios = FigureParts.wholes(1, LARGEST_RATIO);
    Plot plot = new Plot().over("R", "1", ratios);
    for (int size = 1; size <= 3; size++) {
      int n = size;
      plot.points(
          "$N_B=%d$".formatted(n),
          n - 1,
          true,
          Plot.Column.of(
              "P_max, N_B = " + n,
              UNIT,
              ratios,
              r -> PowerCurve.peak(MODEL.cold(n, (int) r)).value()));
    }
    return plot.bundle(
        Axis.whole("R=N_C/N_B", 1, LARGEST_RATIO),
        plot.vertical(POWER_LABEL),
        "Peak power density of the battery against the ratio of the numbers of spins."
            + COLD
            + " Range of $R$ chosen here: 1 to 20.",
        new Plot.Subject("N_B = 1, 2, 3", "0", "R = 1 to 20", LADDERS));
  }

  private static FigureBundle heights() {
    RateCurve rates = new RateCurve(MODEL);
    double[] sizes = FigureParts.wholes(1, RATE_SIZES);
    Plot plot = new Plot().over("N_B", "1", sizes);
    for (int k = 0; k < RateClaims.RATIOS.length; k++) {
      int ratio = RateClaims.RATIOS[k];
      plot.points(
          "$R=%d$".formatted(ratio),
          k,
          true,
          Plot.Column.of(
              "largest dS_B/dt inside, R = " + ratio,
              "gamma",
              sizes,
              n -> inside(rates, (int) n, ratio, Top::value)));
      plot.points(
          "",
          k,
          false,
          Plot.Column.of(
              "limit of dS_B/dt for t to 0+, R = " + ratio,
              "gamma",
              sizes,
              n -> rates.of((int) n, ratio).atStart()));
    }
    return plot.bundle(
        Axis.whole("N_B", 1, RATE_SIZES),
        plot.vertical("\\dot{S}_B/\\gamma"),
        "Largest maximum of the entanglement rate at a time after the start (filled), and its limit"
            + " $t\\to 0^+$ (open; $2N_B(\\sqrt{R(R+1)}-R)/\\ln 2$), against the number of spins."
            + COLD
            + " Range of $N_B$ chosen here: 1 to 6.",
        new Plot.Subject("R = 3, 5, 10", "0", "N_B = 1 to 6", INTEGRATED));
  }

  private static Estimate inside(
      RateCurve rates, int size, int ratio, Function<Top, Estimate> what) {
    return rates.of(size, ratio).inside().map(what).orElse(Estimate.exact(Double.NaN));
  }

  private static FigureBundle lags() {
    RateCurve rates = new RateCurve(MODEL);
    double[] sizes = FigureParts.wholes(1, RATE_SIZES);
    Plot plot = new Plot().over("N_B", "1", sizes);
    for (int k = 0; k < RateClaims.RATIOS.length; k++) {
      int ratio = RateClaims.RATIOS[k];
      plot.points(
          "$R=%d$".formatted(ratio),
          k,
          true,
          Plot.Column.of(
              "lag, R = " + ratio,
              "1/gamma",
              sizes,
              n ->
                  inside(rates, (int) n, ratio, Top::time)
                      .minus(PowerCurve.peak(MODEL.cold((int) n, ratio)).time())));
    }
    return plot.bundle(
        Axis.whole("N_B", 1, RATE_SIZES),
        plot.vertical("\\gamma\\Delta t"),
        "Time from the peak of the power to the largest maximum of the entanglement rate after the"
            + " start. At $R=3$ another maximum becomes the largest between $N_B=3$ and 4."
            + COLD
            + " Range of $N_B$ chosen here: 1 to 6.",
        new Plot.Subject("R = 3, 5, 10", "0", "N_B = 1 to 6", INTEGRATED));
  }

  private static FigureBundle toFifty() {
    double[] n = LimitClaim.doubles(PowerClaims.SIZES);
    Plot plot = new Plot().over("N_B", "1", n);
    StringBuilder exponents = new StringBuilder();
    for (int k = 0; k < CapacityClaims.RATIOS.length; k++) {
      int ratio = CapacityClaims.RATIOS[k];
      List<Estimate> peaks =
          Steps.along(PowerClaims.SIZES, size -> PowerCurve.peak(MODEL.cold(size, ratio)).value());
      Estimate exponent = Powers.exponent(n, peaks);
      plot.points(
          "$R=%d$".formatted(ratio),
          k,
          true,
          Plot.Column.of(
              "P_max, R = " + ratio, UNIT, n, x -> peaks.get(Arrays.binarySearch(n, x))));
      plot.line(
          "",
          k,
          Dash.DASHED,
          Plot.Column.of(
              "A N_B^p fitted, R = " + ratio,
              UNIT,
              n,
              x ->
                  Estimate.rounded(Powers.fitted(n, peaks, exponent.value(), x))
                      .widened(exponent.error())));
      exponents.append(
          "%s$p=%s$ ($R=%d$)"
              .formatted(k == 0 ? "" : ", ", Numbers.decimals(exponent.value(), 3), ratio));
    }
    return plot.bundle(
        Axis.logarithmic("N_B", 0.9, 110),
        Axis.logarithmic(POWER_LABEL, 0.3, 400),
        "Peak power density up to 50 spins in the battery and 500 in the charger. Dashed: power"
            + " law $A N_B^p$ with exponent $p$, fitted with equal relative weights; "
            + exponents
            + "; $p$ depends on the range."
            + COLD
            + " Range of $N_B$ chosen here: 1 to 50.",
        new Plot.Subject("R = 2, 5, 10", "0", "N_B = 1 to 50", LADDERS));
  }
}
