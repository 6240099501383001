package qbattery.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.quantum.BosonOperators;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

class StoragePartTest {

  private static final Space SPACE = new Space(List.of(3, 2, 4, 2));

  private static Battery storing(Operator storage) {
    return new Battery("b", SPACE, storage, Operator.zero(SPACE), List.of());
  }

  @Test
  void theSitesAreThoseThatTheStorageActsOn() {
    Operator storage =
        Operator.on(SPACE, 1, LocalOperator.EXCITED)
            .times(1.5)
            .plus(
                Operator.on(SPACE, 3, LocalOperator.SIGMA_X)
                    .times(Operator.on(SPACE, 1, LocalOperator.SIGMA_X)));
    Battery battery = storing(storage);
    assertThat(battery.storageSites()).containsExactly(1, 3);
    StoragePart part = battery.storagePart();
    assertThat(part.kept()).containsExactly(1, 3);
    Space two = Space.cells(2);
    ComplexMatrix expected =
        Operator.on(two, 0, LocalOperator.EXCITED)
            .times(1.5)
            .plus(
                Operator.on(two, 0, LocalOperator.SIGMA_X)
                    .times(Operator.on(two, 1, LocalOperator.SIGMA_X)))
            .matrix();
    assertThat(part.storage().matrix()).isEqualTo(expected);
  }

  @Test
  void aTermCountsWhateverItsNumbersAre() {
    for (double w : new double[] {-1, -1e-300, 0, 1e-300, 1}) {
      Operator storage =
          Operator.on(SPACE, 1, LocalOperator.EXCITED)
              .times(w)
              .plus(Operator.on(SPACE, 3, LocalOperator.EXCITED));
      StoragePart part = storing(storage).storagePart();
      assertThat(part.sites()).containsExactly(1, 3);
      assertThat(part.storage().matrix()).isEqualTo(ComplexMatrix.diagonal(1 + w, w, 1, 0));
    }
  }

  @Test
  void aNumberNamesNoSite() {
    Operator three = new Operator(SPACE, List.of(new Operator.Term(Complex.real(3), Map.of())));
    Operator storage = Operator.on(SPACE, 0, BosonOperators.number(3)).times(three).plus(three);
    StoragePart part = storing(storage).storagePart();
    assertThat(part.sites()).containsExactly(0);
    assertThat(part.storage().matrix()).isEqualTo(ComplexMatrix.diagonal(9, 6, 3));
  }

  @Test
  void aBatteryThatStoresNothingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> storing(Operator.zero(SPACE)).storagePart())
        .withMessage(
            "No term of the storage Hamiltonian of 'b' names a site, so no part of it stores energy.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StoragePart(List.of(0, 1), Operator.zero(Space.cells(1))));
  }
}
