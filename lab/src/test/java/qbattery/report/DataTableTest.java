package qbattery.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class DataTableTest {

  @Test
  void csvHasUnitsInTheHeaderAndEmptyCellsForMissingNumbers() {
    DataTable table =
        new DataTable(
            List.of(
                new DataTable.Column("Gamma t", "1", new double[] {0, 0.5}),
                new DataTable.Column("U, total", "hbar omega", new double[] {1, Double.NaN})));
    assertThat(table.toCsv()).isEqualTo("Gamma t [1],\"U, total [hbar omega]\"\n0,1\n0.5,\n");
  }

  @Test
  void columnsOfDifferentLengthsAreRefusedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new DataTable(
                    List.of(
                        new DataTable.Column("a", "1", new double[2]),
                        new DataTable.Column("b", "1", new double[3]))))
        .withMessageContaining("'b' has 3 rows")
        .withMessageContaining("'a' has 2");
  }

  @Test
  void aMissingValueInASingleColumnIsNoBlankLine() {
    DataTable table =
        new DataTable(List.of(new DataTable.Column("x", "1", new double[] {1, Double.NaN, 2})));
    assertThat(table.toCsv()).isEqualTo("x [1]\n1\n\"\"\n2\n");
  }
}
