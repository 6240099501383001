package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Tolerance.ROUNDING;
import static qbattery.testing.Tolerance.rounding;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.experiment.Workbench;
import qbattery.file.BatteryFiles;
import qbattery.measure.Measure;
import qbattery.report.DescribedTable;

/**
 * The formulas, ranges and limits that the table of measures gives, on random states: each is
 * computed here from its definition, with matrices of another library. A complex matrix A + iB is
 * the real one with the blocks A, -B, B, A: products and adjoints carry over, a trace is doubled,
 * and each eigenvalue comes twice.
 */
class MeasureFormulasTest {

  private static final int D = 4;
  private static final double T = 0.7;
  private static final double RATE = 0.3;
  private static final double OCCUPATION = 1 / Math.expm1(1.1 / 0.5);

  private static RealMatrix zero() {
    return MatrixUtils.createRealMatrix(2 * D, 2 * D);
  }

  private static void set(RealMatrix m, int i, int j, double re, double im) {
    m.setEntry(i, j, re);
    m.setEntry(i + D, j + D, re);
    m.setEntry(i + D, j, im);
    m.setEntry(i, j + D, -im);
  }

  private static double re(RealMatrix m, int i, int j) {
    return m.getEntry(i, j);
  }

  private static double im(RealMatrix m, int i, int j) {
    return m.getEntry(i + D, j);
  }

  private static double trace(RealMatrix m) {
    return m.getTrace() / 2;
  }

  /** A matrix of the cell a, or of b, on both; |e> comes first. */
  private static RealMatrix on(boolean first, double[][] local) {
    RealMatrix m = zero();
    for (int i = 0; i < D; i++) {
      for (int j = 0; j < D; j++) {
        boolean same = first ? i % 2 == j % 2 : i / 2 == j / 2;
        set(m, i, j, same ? local[first ? i / 2 : i % 2][first ? j / 2 : j % 2] : 0, 0);
      }
    }
    return m;
  }

  private static final double[][] LOWER = {{0, 0}, {1, 0}};
  private static final double[][] NUMBER = {{1, 0}, {0, 0}};
  private static final double[][] X = {{0, 1}, {1, 0}};

  private static final RealMatrix H0 =
      on(true, NUMBER)
          .scalarMultiply(1.1)
          .add(on(false, NUMBER).scalarMultiply(0.6))
          .add(on(true, X).scalarMultiply(0.2));
  private static final RealMatrix H =
      H0.add(
          on(true, LOWER)
              .transpose()
              .multiply(on(false, LOWER))
              .add(on(false, LOWER).transpose().multiply(on(true, LOWER)))
              .scalarMultiply(0.4));

  /** Without what rounding leaves. */
  private static RealMatrix symmetric(RealMatrix m) {
    return m.add(m.transpose()).scalarMultiply(0.5);
  }

  /** Ascending. */
  private static double[] eigenvalues(RealMatrix m) {
    double[] twice = new EigenDecompositionSymmetric(symmetric(m)).getEigenvalues().clone();
    Arrays.sort(twice);
    double[] once = new double[D];
    for (int k = 0; k < D; k++) {
      once[k] = twice[2 * k];
    }
    return once;
  }

  private static RealMatrix random(Random random, int rank) {
    RealMatrix g = zero();
    for (int i = 0; i < D; i++) {
      for (int j = 0; j < rank; j++) {
        set(g, i, j, random.nextGaussian(), random.nextGaussian());
      }
    }
    RealMatrix rho = g.multiply(g.transpose());
    return rho.scalarMultiply(1 / trace(rho));
  }

  private static double energy(RealMatrix rho) {
    return trace(rho.multiply(H0)) - eigenvalues(H0)[0];
  }

  private static double passive(RealMatrix rho) {
    return passive(rho, H0);
  }

  /** Counted from the lowest level. */
  private static double passive(RealMatrix rho, RealMatrix hamiltonian) {
    double[] p = eigenvalues(rho);
    double[] e = eigenvalues(hamiltonian);
    double sum = -e[0];
    for (int k = 0; k < D; k++) {
      sum += p[D - 1 - k] * e[k];
    }
    return sum;
  }

  private static double entropy(RealMatrix rho) {
    return Arrays.stream(eigenvalues(rho))
        .map(p -> p > 1e-300 ? -p * Math.log(p) : 0)
        .sum(); // no logarithm of zero
  }

  private static RealMatrix diagonal(RealMatrix rho) {
    RealMatrix m = zero();
    for (int i = 0; i < D; i++) {
      set(m, i, i, re(rho, i, i), 0);
    }
    return m;
  }

  /** Without coherence between the levels of H0, which all differ: its mean over long times. */
  private static RealMatrix betweenLevels(RealMatrix rho) {
    EigenDecompositionSymmetric levels = new EigenDecompositionSymmetric(H0);
    double[] e = levels.getEigenvalues();
    RealMatrix inLevels = levels.getVT().multiply(rho).multiply(levels.getV());
    for (int i = 0; i < 2 * D; i++) {
      for (int j = 0; j < 2 * D; j++) {
        if (Math.abs(e[i] - e[j]) > 1e-9) { // other levels, whose spacings are of size one
          inLevels.setEntry(i, j, 0);
        }
      }
    }
    return levels.getV().multiply(inLevels).multiply(levels.getVT());
  }

  private static double l1(RealMatrix rho) {
    double sum = 0;
    for (int i = 0; i < D; i++) {
      for (int j = 0; j < D; j++) {
        sum += i == j ? 0 : Math.hypot(re(rho, i, j), im(rho, i, j));
      }
    }
    return sum;
  }

  private static RealMatrix root(RealMatrix rho) {
    EigenDecompositionSymmetric parts = new EigenDecompositionSymmetric(symmetric(rho));
    double[] roots =
        Arrays.stream(parts.getEigenvalues()).map(p -> Math.sqrt(Math.max(0, p))).toArray();
    return parts
        .getV()
        .multiply(MatrixUtils.createRealDiagonalMatrix(roots))
        .multiply(parts.getVT());
  }

  /** Of Hill and Wootters, with sigma_y on both cells. */
  private static double concurrence(RealMatrix rho) {
    RealMatrix flipped = zero();
    for (int i = 0; i < D; i++) {
      for (int j = 0; j < D; j++) {
        // sigma_y x sigma_y has -1, 1, 1, -1 along the other diagonal
        int sign = (i == 0 || i == 3 ? -1 : 1) * (j == 0 || j == 3 ? -1 : 1);
        set(flipped, i, j, sign * re(rho, 3 - i, 3 - j), -sign * im(rho, 3 - i, 3 - j));
      }
    }
    RealMatrix half = root(rho);
    double[] squares = eigenvalues(half.multiply(flipped).multiply(half));
    double[] l = Arrays.stream(squares).map(s -> Math.sqrt(Math.max(0, s))).toArray();
    return Math.max(0, l[3] - l[2] - l[1] - l[0]);
  }

  private static double negativity(RealMatrix rho) {
    RealMatrix m = zero();
    for (int i = 0; i < D; i++) {
      for (int j = 0; j < D; j++) { // the cell a exchanges its two indices
        set(m, 2 * (j / 2) + i % 2, 2 * (i / 2) + j % 2, re(rho, i, j), im(rho, i, j));
      }
    }
    return Math.log(Arrays.stream(eigenvalues(m)).map(Math::abs).sum()) / Math.log(2);
  }

  private static RealMatrix jump(RealMatrix rho, RealMatrix a, double rate) {
    RealMatrix both = a.transpose().multiply(a);
    return a.multiply(rho)
        .multiply(a.transpose())
        .subtract(both.multiply(rho).add(rho.multiply(both)).scalarMultiply(0.5))
        .scalarMultiply(rate);
  }

  private static RealMatrix reservoir(RealMatrix rho) {
    RealMatrix a = on(true, LOWER);
    return jump(rho, a, RATE * (OCCUPATION + 1)).add(jump(rho, a.transpose(), RATE * OCCUPATION));
  }

  private static RealMatrix change(RealMatrix rho) {
    RealMatrix i = zero();
    for (int k = 0; k < D; k++) {
      set(i, k, k, 0, 1);
    }
    RealMatrix turning = i.multiply(rho.multiply(H).subtract(H.multiply(rho)));
    return turning.add(reservoir(rho)).add(jump(rho, on(false, LOWER), 0.2));
  }

  private static String text(RealMatrix rho) {
    StringBuilder rows = new StringBuilder("[");
    for (int i = 0; i < D; i++) {
      rows.append(i == 0 ? "[" : ", [");
      for (int j = 0; j < D; j++) {
        // Hermitian to the last bit, and no bit is lost in the text
        double re = i <= j ? re(rho, i, j) : re(rho, j, i);
        double im = i == j ? 0 : i < j ? im(rho, i, j) : -im(rho, j, i);
        rows.append(String.format(Locale.ROOT, "%s\"%s + (%s)*i\"", j == 0 ? "" : ", ", re, im));
      }
      rows.append("]");
    }
    return rows.append("]").toString().replace("E", "e");
  }

  private static final String FILE =
      """
      battery: two cells in a random state
      parts: [{cells: 1, name: a}, {cells: 1, name: b}]
      storage: [1.1*number(a), 0.6*number(b), 0.2*sigma_x(a)]
      interaction: 0.4*raise(a)*lower(b) + h.c.
      channels:
        - {reservoir: bosonic, rate: 0.3, frequency: 1.1, temperature: 0.5, of: a, name: bath}
        - {decay: 0.2, of: b}
      start: {matrix: %s}
      times: [0]
      measures:
        - energy
        - ergotropy
        - total ergotropy
        - incoherent ergotropy
        - coherent ergotropy
        - passive energy
        - efficiency
        - {measure: open work, temperature: 0.7}
        - {measure: free energy, temperature: 0.7}
        - {measure: population, excitations: 1}
        - l1 coherence
        - coherence
        - relative entropy of coherence
        - entropy
        - purity
        - concurrence
        - {measure: negativity, of: a, name: negativity}
        - power
        - relative power
        - passive energy rate
        - {measure: energy current, of: bath, name: energy current}
        - {measure: excitation current, of: bath, name: excitation current}
        - {expectation: sigma_x(a)*sigma_x(b), name: expectation}
      """;

  /** By definition, and the range that the table gives. */
  private record Right(double value, double low, double high) {}

  private static Map<String, Right> byDefinition(RealMatrix rho) {
    double[] e = eigenvalues(H0);
    double u = energy(rho);
    double ergotropy = u - passive(rho);
    RealMatrix plain = diagonal(rho);
    RealMatrix levels = betweenLevels(rho);
    double incoherent = energy(levels) - passive(levels);
    double z = Arrays.stream(e).map(x -> Math.exp(-(x - e[0]) / T)).sum();
    double equilibrium =
        Arrays.stream(e).map(x -> (x - e[0]) * Math.exp(-(x - e[0]) / T)).sum() / z;
    double power = trace(H0.multiply(change(rho)));
    double step = 1e-5;
    RealMatrix further = change(rho).scalarMultiply(step);
    double any = Double.POSITIVE_INFINITY;
    RealMatrix excitations = on(true, NUMBER).add(on(false, NUMBER));
    Map<String, Right> right = new TreeMap<>();
    right.put("energy", new Right(u, 0, e[D - 1] - e[0]));
    right.put("ergotropy", new Right(ergotropy, 0, u));
    double whole = trace(rho.multiply(H)) - eigenvalues(H)[0];
    right.put("total ergotropy", new Right(whole - passive(rho, H), 0, whole));
    right.put("incoherent ergotropy", new Right(incoherent, 0, ergotropy));
    right.put("coherent ergotropy", new Right(ergotropy - incoherent, 0, ergotropy));
    right.put("passive energy", new Right(passive(rho), 0, u));
    right.put("efficiency", new Right(ergotropy / u, 0, 1));
    right.put("open work", new Right(u - equilibrium, -any, any));
    right.put("free energy", new Right(u - T * entropy(rho) + T * Math.log(z), 0, any));
    right.put("population", new Right(re(rho, 1, 1) + re(rho, 2, 2), 0, 1));
    right.put("l1 coherence", new Right(l1(rho), 0, D - 1));
    right.put("coherence", new Right(l1(rho) / (D - 1), 0, 1));
    right.put(
        "relative entropy of coherence", new Right(entropy(plain) - entropy(rho), 0, Math.log(D)));
    right.put("entropy", new Right(entropy(rho), 0, Math.log(D)));
    right.put("purity", new Right(trace(rho.multiply(rho)), 1.0 / D, 1));
    right.put("concurrence", new Right(concurrence(rho), 0, 1));
    right.put("negativity", new Right(negativity(rho), 0, any));
    right.put("power", new Right(power, -any, any));
    right.put("relative power", new Right(power / u, -any, any));
    right.put(
        "passive energy rate",
        new Right(
            (passive(rho.add(further)) - passive(rho.subtract(further))) / (2 * step), -any, any));
    right.put("energy current", new Right(trace(H.multiply(reservoir(rho))), -any, any));
    right.put(
        "excitation current", new Right(trace(excitations.multiply(reservoir(rho))), -any, any));
    right.put(
        "expectation", new Right(trace(on(true, X).multiply(on(false, X)).multiply(rho)), -1, 1));
    return right;
  }

  private static DescribedTable curves(String text) {
    return Study.of(BatteryFiles.parse("test.yaml", text, List.of()), Errors.NONE)
        .run(Workbench.inMemory())
        .curves();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void eachMeasureIsWhatItsFormulaSays(int rank) {
    Random random = new Random(rank);
    for (int trial = 0; trial < 5; trial++) {
      RealMatrix rho = random(random, rank);
      DescribedTable curves = curves(FILE.formatted(text(rho)));
      byDefinition(rho)
          .forEach(
              (name, right) -> {
                if (rank < D && "passive energy rate".equals(name)) {
                  return; // has a kink where an eigenvalue leaves zero
                }
                double value = curves.column(name)[0];
                double tolerance = "passive energy rate".equals(name) ? 1e-8 : 3e-8;
                assertThat(value).as(name).isCloseTo(right.value, within(tolerance));
                assertThat(value)
                    .as(name)
                    .isBetween(right.low - 10 * ROUNDING, right.high + 10 * ROUNDING);
              });
    }
  }

  @Test
  void theOthersAreOfModesAndOfEnsembles() {
    DescribedTable mode =
        curves(
            """
            battery: a mode
            parts: [{mode: 3}]
            storage: number(mode)
            start: {matrix: [[0.2, 0.1, 0], [0.1, 0.5, 0], [0, 0, 0.3]]}
            times: [0]
            measures: [highest level, energy]
            """);
    assertThat(mode.column("highest level")[0]).isCloseTo(0.2, rounding(1));
    int spins = 3;
    double late = 1e-4;
    DescribedTable pair =
        curves(
            """
            battery: two ensembles
            ensembles: {battery: 3, charger: 3, frequency: 1.3, rate: 0.4, temperature: 0.2}
            start: {sites: {charger: excited}}
            times: [0.5, %s, 0.7]
            measures:
              - ergotropy
              - symmetric ergotropy
              - {measure: negativity, of: battery}
              - {measure: negativity rate, of: battery}
              - {measure: population, excitations: 0, name: p0}
              - {measure: population, excitations: 1, name: p1}
              - {measure: population, excitations: 2, name: p2}
              - {measure: population, excitations: 3, name: p3}
            """
                .formatted(0.5 + late));
    // all 2^N states: the symmetric ones have the populations, the others none
    double[] p = new double[1 << spins];
    double[] e = new double[1 << spins];
    double energy = 0;
    int at = 0;
    for (int k = 0; k <= spins; k++) {
      p[k] = pair.column("p" + k)[2];
      energy += 1.3 * k * p[k];
      for (int n = 0; n < Math.round(binomial(spins, k)); n++) {
        e[at++] = 1.3 * k;
      }
    }
    Arrays.sort(p);
    double left = 0;
    for (int k = 0; k < e.length; k++) {
      left += p[e.length - 1 - k] * e[k];
    }
    assertThat(pair.column("ergotropy")[2]).isCloseTo(energy - left, rounding(1));
    double symmetric = 0; // in the symmetric multiplet, of the levels 0, 1, 2, 3
    for (int k = 0; k <= spins; k++) {
      symmetric += 1.3 * k * p[p.length - 1 - k];
    }
    assertThat(pair.column("symmetric ergotropy")[2]).isCloseTo(energy - symmetric, rounding(1));
    double slope =
        (pair.column("negativity of battery")[1] - pair.column("negativity of battery")[0]) / late;
    assertThat(pair.column("negativity rate of battery")[0])
        .isCloseTo(slope, within(1e-3)); // of a difference over 1e-4
  }

  private static double binomial(int n, int k) {
    double product = 1;
    for (int i = 1; i <= k; i++) {
      product *= (n - k + i) / (double) i;
    }
    return product;
  }

  @Test
  void noMeasureIsForgotten() {
    List<String> held =
        Stream.concat(
                byDefinition(random(new Random(9), D)).keySet().stream(),
                Stream.of("highest level", "symmetric ergotropy", "negativity rate"))
            .toList();
    assertThat(held)
        .containsExactlyInAnyOrderElementsOf(Measure.all().stream().map(Measure::word).toList());
  }
}
