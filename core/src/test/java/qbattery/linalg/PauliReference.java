package qbattery.linalg;

import java.util.List;

/**
 * The plain form of {@link PauliMap}: one loop over all coefficients for each part, element by
 * element. The fast form is held to it.
 */
public final class PauliReference {

  private PauliReference() {}

  /**
   * Applies a sum of parts.
   *
   * @param cells number of cells
   * @param parts the summands
   * @param x the vector, of length 4^cells
   * @return the result
   */
  public static double[] apply(int cells, List<PauliPart> parts, double[] x) {
    double[] y = new double[x.length];
    for (PauliPart part : parts) {
      int k = part.sites().size();
      int[] power = new int[k]; // the place value of each site's digit
      for (int s = 0; s < k; s++) {
        power[s] = 1 << (2 * (cells - 1 - part.sites().get(s)));
      }
      for (int place = 0; place < y.length; place++) {
        int row = 0;
        int others = place;
        for (int s = 0; s < k; s++) {
          int digit = place / power[s] % 4;
          row = 4 * row + digit;
          others -= digit * power[s];
        }
        for (int column = 0; column < part.matrix().length; column++) {
          double element = part.matrix()[row][column];
          if (element != 0) {
            int from = others;
            for (int s = k - 1, rest = column; s >= 0; s--, rest /= 4) {
              from += rest % 4 * power[s];
            }
            y[place] += element * x[from];
          }
        }
      }
    }
    return y;
  }
}
