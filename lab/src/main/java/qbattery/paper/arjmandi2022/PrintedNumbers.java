package qbattery.paper.arjmandi2022;

import java.util.List;

/**
 * The numbers of a paper of this kind that a calibration is held to.
 *
 * @param curves half-lives against disorder, as fits
 * @param gains what is said of the gain
 */
record PrintedNumbers(List<HalfLifeCurve> curves, List<GainBound> gains) {

  /** Copies the lists. */
  PrintedNumbers {
    curves = List.copyOf(curves);
    gains = List.copyOf(gains);
  }

  /**
   * A fit of half-lives of the coherent battery.
   *
   * @param cells N
   * @param realisations how many the paper took
   * @param fit the fit, in the paper's unit of time
   */
  record HalfLifeCurve(int cells, int realisations, PrintedFit fit) {}

  /**
   * Something said about eta, which bounds it on one side.
   *
   * @param cells N
   * @param disorder delta
   * @param percent the bound
   * @param least whether eta is at least this, or else at most
   * @param source where it is said
   */
  record GainBound(int cells, double disorder, double percent, boolean least, String source) {}

  /** What is printed of the smallest batteries alone. */
  PrintedNumbers ofSmallest() {
    int smallest = curves.stream().mapToInt(HalfLifeCurve::cells).min().orElseThrow();
    return new PrintedNumbers(
        curves.stream().filter(c -> c.cells() == smallest).toList(),
        gains.stream().filter(g -> g.cells() == smallest).toList());
  }

  /** A gain that a figure would show, in per cent. */
  private static final double VISIBLE = 0.2;

  /**
   * What arjmandi2022 prints. The 9.6 % between the two limits is not counted again: it follows
   * from the two fits.
   */
  static PrintedNumbers ofPaper() {
    return new PrintedNumbers(
        List.of(
            new HalfLifeCurve(2, 100, PrintedFit.TWO_CELLS),
            new HalfLifeCurve(7, 50, PrintedFit.SEVEN_CELLS)),
        List.of(
            new GainBound(2, 5, VISIBLE, true, "Fig. 1b: two cells gain at delta = 5"),
            new GainBound(7, 1, VISIBLE, false, "Fig. 5b: seven cells do not at delta = 1"),
            new GainBound(7, 3, VISIBLE, true, "Figs. 5b, 6a: they do beyond delta = 2"),
            new GainBound(7, 10, 5, true, "Sec. III: at least 5 % is reached")));
  }
}
