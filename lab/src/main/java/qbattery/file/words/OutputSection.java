package qbattery.file.words;

import java.util.List;
import java.util.Optional;

/** A file that a run writes. */
public sealed interface OutputSection {

  /**
   * The file, below the run's folder; its ending says the format.
   *
   * @return such as {@code energies.csv}
   */
  String file();

  /**
   * A table.
   *
   * @param file ends in .csv, .json or .h5
   * @param columns names of measures, results and parameters; none stands for all
   */
  record Table(String file, List<String> columns) implements OutputSection {

    /** Copies the list. */
    public Table {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A table of the modes in which channels act, as the battery starts.
   *
   * @param file ends in .csv, .json or .h5
   */
  record DecayModes(String file) implements OutputSection {}

  /**
   * What becomes of the battery after a long time, in words.
   *
   * @param file ends in .txt
   */
  record LongTimes(String file) implements OutputSection {}

  /**
   * A figure.
   *
   * @param file ends in .svg, .png or .pdf
   * @param x {@code time} or a parameter that is swept
   * @param y measures or results, each a curve; of a heat map the second parameter
   * @param colour of a heat map: the result or measure that is shown
   * @param title in its caption; text in which {@code $...$} is TeX
   * @param xLabel below it; text in which {@code $...$} is TeX, or TeX with a command; the name of
   *     x without it
   * @param yLabel beside it, as the other
   * @param xScale of the horizontal axis
   * @param yScale of the vertical axis
   */
  record Figure(
      String file,
      String x,
      List<String> y,
      Optional<String> colour,
      Optional<String> title,
      Optional<String> xLabel,
      Optional<String> yLabel,
      Spacing xScale,
      Spacing yScale)
      implements OutputSection {

    /** Copies the list. */
    public Figure {
      y = List.copyOf(y);
    }
  }
}
