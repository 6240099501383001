package qbattery.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.HermitianEigen;

/** Time to get the eigenvalues of a random density matrix, without its vectors and with them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 3, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class EigenBenchmark {

  /** How many matrices take turns, so that none is learnt by heart. */
  private static final int MATRICES = 16;

  /** Number of rows n. */
  @Param({"2", "4", "8", "16", "32", "64", "128", "256"})
  public int n;

  private ComplexMatrix[] matrices;
  private int next;

  /** Draws the matrices. */
  @Setup
  public void prepare() {
    Random random = new Random(7);
    matrices =
        Stream.generate(() -> density(n, random)).limit(MATRICES).toArray(ComplexMatrix[]::new);
  }

  /** A density matrix G G^+ / tr(G G^+), the elements of G normal and independent. */
  private static ComplexMatrix density(int n, Random random) {
    ComplexMatrix g =
        ComplexMatrix.generate(
            n, n, (i, j) -> new Complex(random.nextGaussian(), random.nextGaussian()));
    ComplexMatrix product = g.times(g.adjoint());
    return product.times(1 / product.trace().re());
  }

  /**
   * The eigenvalues of the next matrix.
   *
   * @return the eigenvalues
   */
  @Benchmark
  public double[] valuesOf() {
    next = (next + 1) % MATRICES;
    return HermitianEigen.valuesOf(matrices[next]);
  }

  /**
   * Eigenvalues and eigenvectors of the next matrix.
   *
   * @return both
   */
  @Benchmark
  public HermitianEigen of() {
    next = (next + 1) % MATRICES;
    return HermitianEigen.of(matrices[next]);
  }
}
