package qbattery.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files that are right; together they use every name of the format. */
final class RightFiles {

  private RightFiles() {}

  static Map<String, String> all() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("battery.yaml", StartingFile.text());
    for (String name :
        List.of(
            "alike.yaml",
            "network.yaml",
            "cavity.yaml",
            "closed.yaml",
            "ensembles.yaml",
            "list.yaml",
            "pure.yaml",
            "ring.yaml",
            "small.yaml",
            "squeezed.yaml")) {
      try (InputStream in = RightFiles.class.getResourceAsStream("/qbattery/file/" + name)) {
        texts.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return texts;
  }
}
