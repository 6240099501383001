package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.dynamics.Method.DormandPrince;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Battery;
import qbattery.model.CellNetwork;
import qbattery.model.Graph;
import qbattery.model.InitialState;
import qbattery.quantum.BasisGroups;
import qbattery.quantum.State;

class MemoryTest {

  /** As many cells as there can be; their full matrix takes 4.3 GB. */
  private static final Battery LARGEST =
      CellNetwork.uniform(Graph.linear(14), 1, 2, 1, 0.5).battery();

  /** All cells full, each basis state on its own: a state that is small however many cells. */
  private static State full(Battery battery) {
    int d = battery.space().dimension();
    List<ComplexMatrix> blocks = new ArrayList<>(Collections.nCopies(d, ComplexMatrix.diagonal(0)));
    blocks.set(0, ComplexMatrix.diagonal(1));
    return State.ofGroups(battery.space(), BasisGroups.by(d, d, state -> state), blocks, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 kB",
    "1, 1 kB",
    "1000, 1 kB",
    "1001, 2 kB",
    "240000, 240 kB",
    "1000000, 1 MB",
    "1000001, 2 MB",
    "240000000, 240 MB",
    "9999000000, 9999 MB",
    "10000000000, 10 GB",
    "10000000001, 11 GB"
  })
  void bytesAreRoundedUpInAUnitForReading(long bytes, String text) {
    assertThat(Memory.text(bytes)).isEqualTo(text);
  }

  @Test
  void whatFitsIsNotRefused() {
    assertThatNoException().isThrownBy(() -> Memory.require("It", 1_000_000, 1_000_000));
  }

  @Test
  void whatDoesNotFitIsRefusedWithBothSizesAndAWayOut() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Memory.require("Evolving a star", 8_053_063_680L, 512_000_000))
        .withMessage(
            "Evolving a star needs 8054 MB of memory, but the program may take only 512 MB more;"
                + " give it more (java option -Xmx) or take fewer cells.");
    assertThatIllegalArgumentException().isThrownBy(() -> Memory.require("It", 2, 1));
  }

  @Test
  void theFullMatrixOfTwelveCellsNeedsEightGigabytes() {
    // 30 vectors of 2 * 4^12 numbers of 8 bytes.
    long bytes = Memory.forIntegrating(2L << 24);
    assertThat(bytes).isEqualTo(8_053_063_680L);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Memory.require("It", bytes, 4_000_000_000L))
        .withMessageContaining("8054 MB");
  }

  @Test
  void theLargestVectorThatThereCanBeIsCountedWithoutOverflow() {
    assertThat(Memory.forIntegrating(Integer.MAX_VALUE)).isEqualTo(515_396_075_280L);
  }

  @Test
  void whatIsAvailableIsPartOfTheHeap() {
    assertThat(Memory.available()).isBetween(1L, Runtime.getRuntime().maxMemory());
  }

  @Test
  void aPlanNamesTheFormAndItsMemory() {
    Battery star = CellNetwork.uniform(Graph.central(5), 1, 2, 1, 0.5).battery();
    State full = new InitialState.FullyExcited().of(star);
    // 30 vectors of 2 * 252 and of 2 * 4^5 numbers of 8 bytes.
    assertThat(Evolution.of(star, full).over(1).plan())
        .contains("6 excitation sectors, 252 complex elements in place of 1024")
        .contains("; 121 kB of memory; ");
    assertThat(Evolution.of(star, full).over(1).with(StateForm.FULL_MATRIX).plan())
        .startsWith("full density matrix, 32 x 32")
        .contains("; 492 kB of memory; ");
  }

  /** Fails on a small heap, with another error, if planning takes what is planned. */
  @Test
  void aPlanTakesNoMemoryItself() {
    assertThat(Evolution.of(LARGEST, full(LARGEST)).over(1).with(StateForm.FULL_MATRIX).plan())
        .contains("16384 x 16384")
        .contains("; 129 GB of memory; ");
  }

  @Test
  void anEvolutionThatDoesNotFitIsRefusedBeforeItBegins() {
    assertThat(Memory.available())
        .as("this test needs a heap below what it asks for")
        .isLessThan(Memory.forIntegrating(2L << 28));
    State start = full(LARGEST);
    DormandPrince method = new DormandPrince(1e-6, 1e-8);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Evolution.of(LARGEST, start)
                    .over(1)
                    .with(method)
                    .with(StateForm.FULL_MATRIX)
                    .solve())
        .withMessageStartingWith("Evolving linear network of 14 cells needs 129 GB of memory")
        .withMessageContaining("fewer cells");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Evolution.of(LARGEST, start)
                    .over(TimeGrid.of(1))
                    .with(method)
                    .with(StateForm.FULL_MATRIX)
                    .observe(List.of(new Quantity.Expectation("U", LARGEST.storage()))))
        .withMessageContaining("needs 129 GB of memory");
  }
}
