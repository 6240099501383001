package qbattery.file.words;

/** The kinds of names that a file defines and refers to. */
public enum Names {
  /** Parameters. */
  PARAMETER("the name of a parameter", "parameter"),
  /** Parts, or one of their sites as in {@code cell[2]}. */
  PART("the name of a part, such as cell or cell[2]", "part"),
  /** What a stage can switch off. */
  SWITCH("the name of a channel or drive, or interaction", "channel or drive"),
  /** Measures. */
  MEASURE("the name of a measure", "measure"),
  /** What a measure can be of: parts, or contacts with reservoirs. */
  MEASURED("the name of a part or of a reservoir", "part or reservoir"),
  /** Parameters that are swept. */
  SWEPT("the name of a swept parameter", "swept parameter"),
  /** Results, and with an ensemble those of the mean curve. */
  RESULT("the name of a result", "result"),
  /** Columns of a table: measures, results, parameters that are swept, time. */
  COLUMN("the name of a measure, a result or a swept parameter, or time", "column"),
  /** What axes and legends name. */
  SHOWN(
      "the name of a parameter, a measure or a result, or time, or energy unit",
      "parameter, measure or result");

  private final String what;
  private final String noun;

  Names(String what, String noun) {
    this.what = what;
    this.noun = noun;
  }

  String what() {
    return what;
  }

  String noun() {
    return noun;
  }
}
