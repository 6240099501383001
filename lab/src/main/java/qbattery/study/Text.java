package qbattery.study;

import qbattery.experiment.Ensemble;
import qbattery.report.figure.FigureText;

/** Small pieces of sentences. */
final class Text {

  private Text() {}

  /** A name for a legend, in which nothing is TeX. */
  static String legend(String words) {
    return FigureText.plain(words);
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
