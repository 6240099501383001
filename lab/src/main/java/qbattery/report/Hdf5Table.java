package qbattery.report;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import qbattery.experiment.Provenance;

/**
 * A table as an HDF5 file: one dataset of doubles for each column, with the attributes {@code
 * unit}, {@code description} and {@code column} (its place from 0), and {@code not known} with the
 * reason where numbers of it are not; where the numbers come from as attributes of the root. Read
 * by h5py, Julia, MATLAB and others.
 */
public final class Hdf5Table {

  private Hdf5Table() {}

  /**
   * The name of a column's dataset: slashes part groups in HDF5, so there is none in it.
   *
   * @param column the column's name
   * @return the name of the dataset
   */
  public static String dataset(String column) {
    return column.replace('/', '|');
  }

  /**
   * Makes the file.
   *
   * @param title what the table is
   * @param table the table, of at least one row
   * @param provenance where the numbers come from
   * @param run the machine and the moment
   * @return the content of the file
   * @throws IOException if no temporary file can be written
   */
  public static byte[] of(String title, DescribedTable table, Provenance provenance, RunRecord run)
      throws IOException {
    Path file = Files.createTempFile("qbattery", ".h5");
    try {
      try (WritableHdfFile hdf = HdfFile.write(file)) {
        hdf.putAttribute("title", title);
        hdf.putAttribute("units", provenance.units());
        texts(hdf, "methods", provenance.methods());
        texts(hdf, "realisations", provenance.readings());
        for (Map.Entry<String, String> one : provenance.parameters().entrySet()) {
          hdf.putAttribute("parameter " + one.getKey(), one.getValue());
        }
        provenance.seed().ifPresent(seed -> hdf.putAttribute("seed", seed));
        hdf.putAttribute("program", "qbattery " + run.build().version());
        hdf.putAttribute("commit", run.build().commit());
        hdf.putAttribute("started", run.started().toString());
        texts(hdf, "columns", table.data().columns().stream().map(c -> dataset(c.name())).toList());
        for (int k = 0; k < table.descriptions().size(); k++) {
          DataTable.Column column = table.data().columns().get(k);
          WritableDataset set = hdf.putDataset(dataset(column.name()), column.values());
          set.putAttribute("unit", column.unit());
          set.putAttribute("description", table.descriptions().get(k));
          set.putAttribute("column", k);
          if (!column.notKnown().isEmpty()) {
            set.putAttribute(
                Numbers.NOT_KNOWN,
                column.notKnown().values().stream().distinct().collect(Collectors.joining(" ")));
          }
        }
      }
      return Files.readAllBytes(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** An array of no texts cannot be written. */
  private static void texts(WritableHdfFile hdf, String name, List<String> texts) {
    if (!texts.isEmpty()) {
      hdf.putAttribute(name, texts.toArray(String[]::new));
    }
  }
}
