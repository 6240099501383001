package qbattery.paper.kamin2023;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import qbattery.experiment.Workbench;
import qbattery.file.BatteryDraft;
import qbattery.file.Setup;
import qbattery.file.tree.Node;
import qbattery.report.DescribedTable;
import qbattery.study.Errors;
import qbattery.study.Study;

/** The battery files of the paper with some of their parameters changed. */
final class KaminBattery {

  private KaminBattery() {}

  /** A cell that is measured in place of the battery: 0 is the battery, 1 the first ancilla. */
  static BatteryDraft ofCell(BatteryDraft draft, int cell) {
    String operator = cell == 0 ? "number(battery)" : "number(ancilla[%d])".formatted(cell);
    return draft.with("measures.2.expectation", Node.text(operator));
  }

  static BatteryDraft draft(String file, Map<String, String> changes) {
    String name = "/qbattery/paper/" + file;
    try (InputStream in =
        Objects.requireNonNull(KaminBattery.class.getResourceAsStream(name), name)) {
      BatteryDraft draft =
          BatteryDraft.of(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      for (Map.Entry<String, String> change : changes.entrySet()) {
        draft = draft.with(change.getKey(), Node.text(change.getValue()));
      }
      return draft;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Node mixture() {
    return Node.mapping("mixture", Node.text("0.5"));
  }

  static Node batteryExcited() {
    return Node.mapping("sites", Node.mapping("battery", Node.text("excited")));
  }

  static Setup setup(BatteryDraft draft) {
    return draft.reading().setup(Map.of(), () -> 0.5);
  }

  static DescribedTable results(BatteryDraft draft) {
    return Study.of(draft.reading(), Errors.ALL).run(Workbench.inMemory()).results();
  }

  static double result(BatteryDraft draft, String name) {
    return results(draft).column(name)[0];
  }
}
