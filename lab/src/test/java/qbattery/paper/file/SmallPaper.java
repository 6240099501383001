package qbattery.paper.file;

import java.io.IOException;
import java.util.Map;
import qbattery.paper.Paper;

/** A paper of two small batteries, to be changed by tests. */
final class SmallPaper {

  /** A cell that decays at the rate Gamma from its excited state; energy exp(-Gamma t). */
  static final String CELL =
      """
      battery: a cell
      parameters: {Gamma: 1, start_at: 1}
      parts: [{cells: 1}]
      storage: number(cell)
      channels: [{decay: Gamma}]
      start: {mixture: start_at}
      times: {to: 2, count: 21}
      measures: [{measure: energy, name: E}, {measure: ergotropy, name: W}]
      results:
        - {final: E, name: last}
        - {half life: E, name: half life of E}
      """;

  /** The same with another name for its rate, and dephasing. */
  static final String OTHER =
      CELL.replace("decay: Gamma}", "decay: Gamma}, {dephasing: 0}").replace("Gamma", "rate");

  static final String PAPER =
      """
      paper: small2026
      citation: Nobody, Nowhere
      batteries: {cell: cell.yaml, other: other.yaml}
      readings:
        printed: {}
        twice: {set: {Gamma: 2}}
      series:
        E: {of: E, along: {Gamma: [1, 2, 4]}}
      figures:
        fig1:
          title: decay
          curves: E
          colour: Gamma
          caption: At last {at(last, Gamma, 1)} of $E_{0}$.
          series: {last: {of: last, along: {Gamma: [1, 2, 4]}}}
      claims:
        falls:
          where: Eq. 1
          says: Energy falls.
          printed: {rate: 2*log(2)}
          readings: printed
          series:
            half: {of: half life of E, along: {Gamma: [1, 2]}}
            closed: {of: log(2)/Gamma, along: {Gamma: [1, 2]}}
          holds:
            - {number: half*Gamma, equals: rate/2, within: 1e-6}
            - {falls: E, along: time, by: 0.0001}
            - {order: ['at(E, Gamma, 1) + 0.1', 'at(E, Gamma, 4)']}
            - {same: [half, closed], within: 1e-5}
          notes: {crossed: 'crossing(half, Gamma, 0.5)'}
          turns: {set: {storage: 2*number(cell)}, along: {Gamma: [1, 2]}}
      """;

  private SmallPaper() {}

  static PaperSection section(String text) {
    return PaperFiles.section("small.yaml", text, SmallPaper::file);
  }

  static Paper paper(String text) {
    return PaperFiles.paper(section(text));
  }

  private static String file(String name) throws IOException {
    String text = Map.of("cell.yaml", CELL, "other.yaml", OTHER).get(name);
    if (text == null) {
      throw new IOException("There is no " + name);
    }
    return text;
  }
}
