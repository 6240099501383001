package qbattery.study;

import java.util.Map;
import java.util.stream.Collectors;
import qbattery.experiment.Ensemble;
import qbattery.report.Numbers;

/** Small pieces of sentences. */
final class Text {

  private Text() {}

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
    StringBuilder out = new StringBuilder("\\text{");
    for (int k = 0; k < words.length(); k++) {
      char c = words.charAt(k);
      if ("_%&#$".indexOf(c) >= 0) {
        out.append('\\').append(c);
      } else if ("{}\\^~".indexOf(c) >= 0 || c < ' ' || c > '~') {
        out.append(' ');
      } else {
        out.append(c);
      }
    }
    return out.append('}').toString();
  }
}
