package qbattery.paper.file;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import qbattery.file.BatteryDraft;
import qbattery.file.tree.Node;
import qbattery.file.tree.Problem;
import qbattery.file.tree.Quoted;
import qbattery.file.tree.WrongFileException;

/**
 * Reads the battery files that a paper file names.
 *
 * @param text gives the text of a file
 * @param look what is done with a battery file at once; it may find it wrong
 */
record BatteriesBeside(Text text, Consumer<BatteryDraft> look) {

  /** Gives the text of a file beside the paper file. */
  @FunctionalInterface
  interface Text {

    /**
     * Reads a file.
     *
     * @param file its name
     * @return its text
     * @throws IOException if it cannot be read
     */
    String of(String file) throws IOException;
  }

  /** The battery files by name; what is wrong with them is added to the problems. */
  Map<String, BatteryDraft> of(PaperText paper, List<Problem> problems) {
    Map<String, Node.Scalar> named = new LinkedHashMap<>();
    paper.battery().ifPresent(file -> named.put(file.text(), file));
    named.putAll(paper.batteries());
    Map<String, BatteryDraft> drafts = new LinkedHashMap<>();
    named.forEach(
        (name, file) -> {
          try {
            BatteryDraft draft = BatteryDraft.of(file.text(), text.of(file.text()));
            look.accept(draft);
            drafts.put(name, draft);
          } catch (IOException e) {
            problems.add(
                new Problem(
                    file.place(),
                    "The battery file '%s' cannot be read; it is looked for beside the paper file."
                        .formatted(Quoted.brief(file.text()))));
          } catch (WrongFileException e) {
            problems.add(new Problem(file.place(), "The battery file is wrong: " + e.getMessage()));
          }
        });
    return drafts;
  }
}
