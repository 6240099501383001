package qbattery.paper.quach2020;

import java.util.ArrayList;
import java.util.List;
import qbattery.dynamics.Lindbladian;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.CollectiveEnsembles;

/**
 * The equations of motion of two spins, Eqs. 18-27 as printed, beside those that Eq. 2 gives.
 *
 * <p>Every coefficient is {@code gamma (a + b n) + i c omega}, so its three numbers are known from
 * the generator at n = 0 and n = 1.
 */
final class PrintedMotion {

  /** A coefficient {@code gamma (a + b n) + i c omega}. */
  record Coefficient(double a, double b, double c) {

    boolean isZero() {
      return equals(new Coefficient(0, 0, 0));
    }

    /** Largest difference of the three numbers. */
    double distance(Coefficient other) {
      return StrictMath.max(
          StrictMath.max(StrictMath.abs(a - other.a), StrictMath.abs(b - other.b)),
          StrictMath.abs(c - other.c));
    }

    Coefficient rounded() {
      return new Coefficient(
          PrintedMotion.rounded(a), PrintedMotion.rounded(b), PrintedMotion.rounded(c));
    }

    @Override
    public String toString() {
      if (isZero()) {
        return "0";
      }
      String rate =
          a == 0 && b == 0
              ? ""
              : "gamma (%s)".formatted(b == 0 ? whole(a) : a == 0 ? whole(b) + "n" : both());
      String frequency = c == 0 ? "" : "%s%si omega".formatted(c < 0 ? "-" : "+", size(c));
      return (rate + " " + frequency).strip();
    }

    private String both() {
      return "%sn%s%s".formatted(whole(b), a < 0 ? "" : "+", whole(a));
    }

    private static String size(double x) {
      return StrictMath.abs(x) == 1 ? "" : whole(StrictMath.abs(x));
    }

    private static String whole(double x) {
      return Integer.toString((int) x);
    }
  }

  /**
   * How the element "from" drives the element "to".
   *
   * @param to the element whose derivative it is, such as "12"
   * @param from the element it is multiplied with
   * @param printed its coefficient in Eqs. 18-27; 0 where no such term is printed
   * @param derived its coefficient by Eq. 2
   * @param rounding how far the computed coefficient was from that decimal one
   */
  record Entry(String to, String from, Coefficient printed, Coefficient derived, double rounding) {

    boolean isPopulation() {
      return to.charAt(0) == to.charAt(1) && from.charAt(0) == from.charAt(1);
    }

    /** Largest difference, with the derived rates scaled. */
    double difference(double scale) {
      return printed.distance(new Coefficient(scale * derived.a, scale * derived.b, derived.c));
    }

    @Override
    public String toString() {
      return "rho_%s in d rho_%s/dt: printed %s, Eq. 2 gives %s"
          .formatted(from, to, printed, derived);
    }
  }

  private static final double HALF = StrictMath.sqrt(0.5);

  /**
   * Columns are the appendix's states psi_up, psi_+, psi_-, psi_down, Eqs. 14-17, in which the
   * charger stands first, in the basis |battery charger> = ee, eg, ge, gg of the core.
   */
  private static final ComplexMatrix BASIS =
      ComplexMatrix.real(
          new double[] {1, 0, 0, 0},
          new double[] {0, HALF, -HALF, 0},
          new double[] {0, HALF, HALF, 0},
          new double[] {0, 0, 0, 1});

  private record Term(String to, String from, double a, double b, double c) {}

  /** Eqs. 18-27. */
  private static final List<Term> PRINTED =
      List.of(
          new Term("11", "11", -2, -2, 0),
          new Term("11", "22", 0, 2, 0),
          new Term("22", "11", 2, 2, 0),
          new Term("22", "22", -2, -4, 0),
          new Term("22", "44", 0, 2, 0),
          new Term("44", "22", 2, 2, 0),
          new Term("44", "44", 0, -2, 0),
          new Term("12", "12", -2, -3, 1),
          new Term("13", "13", 0, -1, 1),
          new Term("14", "14", -1, -2, 2),
          new Term("23", "23", -1, -2, 0),
          new Term("24", "24", -1, -3, 1),
          new Term("34", "34", 0, -1, 1));

  private static final List<String> ELEMENTS =
      List.of("11", "22", "33", "44", "12", "13", "14", "23", "24", "34");

  /** Any frequency serves: it tells the terms with omega apart from those with gamma. */
  private static final double OMEGA = 1;

  private PrintedMotion() {}

  /**
   * All coefficients that are printed or derived and not zero.
   *
   * @param rate gamma of the model, in its own unit
   */
  static List<Entry> compare(double rate) {
    ComplexMatrix[][] cold = motion(rate, 0);
    ComplexMatrix[][] warm = motion(rate, OMEGA / StrictMath.log(2)); // n = 1
    List<Entry> entries = new ArrayList<>();
    for (String to : ELEMENTS) {
      for (int k = 0; k < 4; k++) {
        for (int l = 0; l < 4; l++) {
          String from = "%d%d".formatted(k + 1, l + 1);
          Complex atZero = cold[k][l].get(row(to), column(to));
          Complex atOne = warm[k][l].get(row(to), column(to));
          Coefficient computed =
              new Coefficient(atZero.re(), atOne.re() - atZero.re(), atZero.im() / OMEGA);
          Coefficient derived = computed.rounded();
          Coefficient printed = printed(to, from);
          if (!derived.isZero() || !printed.isZero()) {
            entries.add(new Entry(to, from, printed, derived, derived.distance(computed)));
          }
        }
      }
    }
    return List.copyOf(entries);
  }

  /** L of each element of the density matrix in the appendix's basis. */
  private static ComplexMatrix[][] motion(double rate, double temperature) {
    Lindbladian generator =
        Lindbladian.of(new CollectiveEnsembles(1, 1, OMEGA, rate, temperature).symmetric());
    ComplexMatrix[][] found = new ComplexMatrix[4][4];
    for (int k = 0; k < 4; k++) {
      for (int l = 0; l < 4; l++) {
        int row = k;
        int column = l;
        ComplexMatrix unit =
            ComplexMatrix.generate(
                4, 4, (i, j) -> i == row && j == column ? Complex.ONE : Complex.ZERO);
        found[k][l] =
            BASIS
                .adjoint()
                .times(generator.apply(BASIS.times(unit).times(BASIS.adjoint())))
                .times(BASIS);
      }
    }
    return found;
  }

  private static Coefficient printed(String to, String from) {
    return PRINTED.stream()
        .filter(t -> t.to.equals(to) && t.from.equals(from))
        .map(t -> new Coefficient(t.a, t.b, t.c))
        .findFirst()
        .orElse(new Coefficient(0, 0, 0));
  }

  /** Products of square roots of 2 miss their whole number by rounding. */
  private static double rounded(double x) {
    double nearest = StrictMath.rint(x * 1e6) / 1e6;
    return nearest == 0 ? 0 : nearest;
  }

  private static int row(String element) {
    return element.charAt(0) - '1';
  }

  private static int column(String element) {
    return element.charAt(1) - '1';
  }
}
