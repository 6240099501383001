package qbattery.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qbattery.experiment.Provenance;

class Hdf5TableTest {

  @TempDir private Path temp;

  private static final double[] VALUES = {0.1, Double.NaN, -1e-300};

  private Path written() throws IOException {
    DescribedTable table =
        new DescribedTable(
            new DataTable(
                List.of(
                    new DataTable.Column("time", "1/E", new double[] {0, 1, 2}),
                    new DataTable.Column("energy/N", "E", VALUES))),
            List.of("Time.", "Mean \u00e9nergie."));
    Provenance provenance =
        new Provenance(
            Map.of("J", "2*pi"),
            "hbar = 1",
            List.of("a method", "another"),
            Map.of(),
            OptionalLong.of(7),
            List.of());
    Path file = temp.resolve("table.h5");
    Files.write(
        file,
        Hdf5Table.of("a title", table, provenance, RunRecord.here(Instant.EPOCH, Duration.ZERO)));
    return file;
  }

  @Test
  void theSameComesBack() throws IOException {
    try (HdfFile file = new HdfFile(written())) {
      assertThat((double[]) file.getDatasetByPath("energy|N").getData()).containsExactly(VALUES);
      assertThat(text(file.getDatasetByPath("energy|N").getAttribute("unit").getData()))
          .isEqualTo("E");
      assertThat(text(file.getDatasetByPath("energy|N").getAttribute("description").getData()))
          .isEqualTo("Mean \u00e9nergie.");
      assertThat(file.getDatasetByPath("energy|N").getAttribute("column").getData()).isEqualTo(1);
      assertThat(text(file.getAttribute("title").getData())).isEqualTo("a title");
      assertThat(text(file.getAttribute("parameter J").getData())).isEqualTo("2*pi");
      assertThat(file.getAttribute("seed").getData()).isEqualTo(7L);
      assertThat((String[]) file.getAttribute("methods").getData())
          .containsExactly("a method", "another");
    }
  }

  private static String text(Object data) {
    return data instanceof String[] one ? one[0] : String.valueOf(data);
  }

  @Test
  void pythonReadsIt() throws IOException, InterruptedException {
    String script =
        """
        import sys, h5py, math
        with h5py.File(sys.argv[1]) as f:
            energy = f["energy|N"]
            def text(x): return x.decode() if isinstance(x, bytes) else str(x)
            assert energy[0] == 0.1 and math.isnan(energy[1]) and energy[2] == -1e-300
            assert text(energy.attrs["unit"]) == "E"
            assert [text(c) for c in f.attrs["columns"]] == ["time", "energy|N"]
            print("read", int(f.attrs["seed"]))
        """;
    Python python = Python.with("h5py");
    assumeTrue(python.there(), "python3 with h5py is not at hand");
    Path file = written();
    assertThat(python.run(script.getBytes(StandardCharsets.UTF_8), temp, file.toString()))
        .isEqualTo("read 7");
  }
}
