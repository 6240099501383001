package qbattery.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import qbattery.experiment.Experiment;
import qbattery.experiment.Provenance;
import qbattery.file.BatteryFiles;
import qbattery.file.Reading;
import qbattery.file.Sweep;
import qbattery.file.words.OutputSection;
import qbattery.report.DataTable;
import qbattery.report.DescribedTable;
import qbattery.report.Hdf5Table;
import qbattery.report.Json;
import qbattery.report.RowsJson;
import qbattery.report.RunRecord;
import qbattery.report.TableJson;
import qbattery.report.figure.FigureRenderer;
import qbattery.report.figure.Picture;

/**
 * The files that a study writes: tables, figures, the battery file as it was run, and where the
 * numbers come from.
 *
 * @param files file name -> content
 * @param notes what figures leave out, in sentences
 * @param missing what could not be made of what the file asks for, in sentences
 */
public record StudyFiles(Map<String, byte[]> files, List<String> notes, List<String> missing) {

  /** The battery file as it was run, with the values that were set. */
  public static final String BATTERY = "battery.yaml";

  /** Copies the collections. */
  public StudyFiles {
    files = new LinkedHashMap<>(files);
    notes = List.copyOf(notes);
    missing = List.copyOf(missing);
  }

  /**
   * Makes the files.
   *
   * @param outcome what came out
   * @param run the machine and the moment
   * @return the files
   * @throws IOException if no temporary file can be written
   */
  public static StudyFiles of(Outcome outcome, RunRecord run) throws IOException {
    Writing writing = new Writing(outcome, run);
    var file = outcome.study().reading().file();
    writing.put(BATTERY, BatteryFiles.write(file));
    writing.put("provenance.json", Json.provenance(file.name(), writing.provenance, run));
    writing.put("rows.json", rows(outcome));
    writing.tables();
    for (OutputSection output : file.outputs()) {
      if (output instanceof OutputSection.Table table) {
        writing.table(table);
      } else if (output instanceof OutputSection.DecayModes modes) {
        writing.decayModes(modes);
      } else if (output instanceof OutputSection.LongTimes longTimes) {
        writing.put(longTimes.file(), LongTimeText.of(outcome).whole());
      } else {
        OutputSection.Figure figure = (OutputSection.Figure) output;
        writing.figure(figure, List.of(figure.file()), writing.missing);
      }
    }
    if (file.outputs().isEmpty()) {
      writing.usual();
    }
    return new StudyFiles(writing.files, writing.notes, writing.missing);
  }

  /** Which rows of the store this is made of. */
  private static String rows(Outcome outcome) {
    Study study = outcome.study();
    List<String> places = study.places().stream().map(Sweep::words).toList();
    List<RowsJson.Stored> stored = new ArrayList<>();
    List<Experiment> experiments = study.experiments();
    for (int k = 0; k < experiments.size(); k++) {
      boolean random = outcome.random();
      stored.add(
          new RowsJson.Stored(
              experiments.get(k).identity(),
              random ? outcome.rows(k).size() : places.size(),
              random ? List.of(places.get(k)) : places));
    }
    return RowsJson.of(stored, outcome.random());
  }

  private static final class Writing {

    private final Outcome outcome;
    private final RunRecord run;
    private final Provenance provenance;
    private final StudyFigures figures;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    Writing(Outcome outcome, RunRecord run) {
      this.outcome = outcome;
      this.run = run;
      this.provenance = outcome.provenance();
      this.figures = new StudyFigures(outcome);
    }

    void put(String name, String text) {
      files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private String title() {
      return outcome.study().reading().file().name();
    }

    /** Every file gets the curves, and the results if it asks for some, in all formats. */
    void tables() throws IOException {
      all("curves", outcome.curves());
      if (!outcome.study().reading().file().results().isEmpty()) {
        all("results", outcome.results());
      }
    }

    /** A file that names no outputs gets figures of all it measures. */
    void usual() {
      for (var one : figures.usual().entrySet()) {
        String name = one.getKey();
        figure(one.getValue(), List.of(name + ".svg", name + ".pdf", name + ".png"), notes);
      }
    }

    private void all(String name, DescribedTable table) throws IOException {
      put(name + ".csv", table.data().toCsv());
      put(name + ".json", TableJson.of(title() + ": " + name, table, provenance, run, false));
      files.put(name + ".h5", Hdf5Table.of(title() + ": " + name, table, provenance, run));
    }

    void table(OutputSection.Table asked) throws IOException {
      String stem = asked.file().substring(0, asked.file().lastIndexOf('.'));
      table(
          asked.file(),
          "results".equalsIgnoreCase(stem)
              ? outcome.results()
              : new TableChoice(outcome).of(asked.columns()));
    }

    void decayModes(OutputSection.DecayModes asked) throws IOException {
      try {
        table(asked.file(), outcome.decayModes());
      } catch (IllegalArgumentException e) {
        missing.add("'%s' is not written: %s".formatted(asked.file(), e.getMessage()));
      }
    }

    private void table(String file, DescribedTable table) throws IOException {
      String stem = file.substring(0, file.lastIndexOf('.'));
      String title = title() + ": " + file;
      String ending = file.substring(file.lastIndexOf('.')).toLowerCase(Locale.ROOT);
      if (".h5".equals(ending)) {
        files.put(file, Hdf5Table.of(title, table, provenance, run));
      } else if (".json".equals(ending)) {
        put(file, TableJson.of(title, table, provenance, run, true));
      } else {
        put(file, table.data().toCsv());
        String beside = stem + ".json";
        boolean taken =
            outcome.study().reading().file().outputs().stream()
                .anyMatch(o -> o.file().equalsIgnoreCase(beside));
        if (!taken) {
          put(beside, TableJson.of(title, table, provenance, run, false));
        }
      }
    }

    void figure(OutputSection.Figure figure, List<String> names, List<String> failures) {
      String name = names.get(0);
      try {
        StudyFigures.Drawn made = figures.draw(figure);
        Picture picture = made.picture();
        Map<String, byte[]> drawn = new LinkedHashMap<>();
        for (String file : names) {
          String lower = file.toLowerCase(Locale.ROOT);
          drawn.put(
              file,
              lower.endsWith(".pdf")
                  ? FigureRenderer.pdf(picture)
                  : lower.endsWith(".png")
                      ? FigureRenderer.png(picture)
                      : FigureRenderer.svg(picture));
        }
        files.putAll(drawn);
        made.notes().forEach(note -> notes.add("Figure '%s': %s".formatted(name, note)));
      } catch (IllegalArgumentException e) {
        failures.add("The figure '%s' is not drawn: %s".formatted(name, e.getMessage()));
      }
    }
  }

  /** Tables by their columns. */
  private record TableChoice(Outcome outcome) {

    DescribedTable of(List<String> columns) {
      DescribedTable curves = outcome.curves();
      DescribedTable results = outcome.results();
      var file = outcome.study().reading().file();
      List<String> wanted = new ArrayList<>(columns);
      if (columns.isEmpty()) {
        curves.data().columns().forEach(c -> wanted.add(c.name()));
      }
      // Without the values of what is swept, nobody could tell the rows apart.
      List<Reading.SweptAxis> axes = outcome.study().axes();
      for (int k = axes.size() - 1; k >= 0; k--) {
        if (!wanted.contains(axes.get(k).parameter())) {
          wanted.add(0, axes.get(k).parameter());
        }
      }
      boolean alongTime =
          wanted.contains("time")
              || file.measures().stream().anyMatch(columns::contains)
              || columns.isEmpty();
      TableBuilder table = new TableBuilder();
      DescribedTable main = alongTime ? curves : results;
      int times = alongTime ? curves.rows() / results.rows() : 1;
      for (String name : wanted) {
        add(name, main, table, 1);
        if (alongTime && !has(main, name)) {
          add(name, results, table, times);
        }
      }
      return table.build();
    }

    private static boolean has(DescribedTable table, String name) {
      return table.data().columns().stream().anyMatch(c -> c.name().equals(name));
    }

    /** Adds a column with its errors, each value so many times. */
    private static void add(String name, DescribedTable from, TableBuilder to, int times) {
      List<DataTable.Column> columns = from.data().columns();
      for (int k = 0; k < columns.size(); k++) {
        DataTable.Column column = columns.get(k);
        boolean its =
            column.name().equals(name)
                || column.name().equals("standard error of " + name)
                || column.name().equals("realisations of " + name)
                || column.name().equals("error of " + name);
        if (its && !to.has(column.name())) {
          double[] once = column.values();
          double[] values = new double[from.rows() * times];
          Map<Integer, String> notKnown = new LinkedHashMap<>();
          for (int i = 0; i < values.length; i++) {
            values[i] = once[i / times];
            if (column.notKnown().containsKey(i / times)) {
              notKnown.put(i, column.notKnown().get(i / times));
            }
          }
          to.add(
              new DataTable.Column(column.name(), column.unit(), values, notKnown),
              from.descriptions().get(k));
        }
      }
    }
  }
}
