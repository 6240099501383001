package qbattery.study;

import java.util.Map;
import java.util.stream.Collectors;
import qbattery.experiment.Ensemble;
import qbattery.report.Numbers;
import qbattery.report.figure.FigureText;

/** Small pieces of sentences. */
final class Text {

  private Text() {}

  /** A name for a legend, in which nothing is TeX. */
  static String legend(String words) {
    return FigureText.plain(words);
  }

  /** Such as "N = 3, mu = 0.5". */
  static String place(Map<String, Double> place) {
    return place.entrySet().stream()
        .map(e -> e.getKey() + " = " + Numbers.brief(e.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** The same for the end of a sentence. */
  static String at(Map<String, Double> place) {
    return place.isEmpty() ? "" : " at " + place(place);
  }

  /** How many realisations there are beside those that the file asks for. */
  static String count(Ensemble ensemble) {
    return ensemble.inWords().replace("the paper's", "the file's").replace("the paper", "the file");
  }

  /** Plain words as TeX in math mode. */
  static String tex(String words) {
    return FigureText.words(words);
  }
}
