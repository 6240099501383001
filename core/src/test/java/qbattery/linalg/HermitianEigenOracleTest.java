package qbattery.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ojalgo.matrix.decomposition.Eigenvalue;
import org.ojalgo.matrix.store.GenericStore;
import org.ojalgo.scalar.ComplexNumber;
import qbattery.testing.Randoms;

/** ojAlgo, an independent program, as a witness. */
class HermitianEigenOracleTest {

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 8, 13, 16, 21, 32, 40})
  void valuesAgreeWithAnIndependentProgram(int n) {
    ComplexMatrix a = Randoms.hermitian(new SplittableRandom(77 + n), n);
    GenericStore<ComplexNumber> store = GenericStore.C128.make(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        store.set(i, j, ComplexNumber.of(a.re(i, j), a.im(i, j)));
      }
    }
    Eigenvalue<ComplexNumber> oracle = Eigenvalue.C128.make(n, true);
    assertThat(oracle.decompose(store)).isTrue();
    double[] expected =
        oracle.getEigenvalues().stream().mapToDouble(ComplexNumber::getReal).sorted().toArray();
    // Both are good to some n roundings of the norm, about 13 at n = 40: 40 * 13 * 2e-16.
    assertThat(HermitianEigen.valuesOf(a)).containsExactly(expected, within(1e-12));
  }
}
