package qbattery.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import qbattery.file.tree.Node;
import qbattery.file.tree.Problem;
import qbattery.file.tree.YamlReader;

/** YAML as JSON, for validators that read JSON alone. */
public final class JsonOf {

  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?");

  private JsonOf() {}

  /** The same tree as JSON, if there is one. */
  public static Optional<String> yaml(String yaml) {
    List<Problem> problems = new ArrayList<>();
    Optional<Node> tree = YamlReader.read(yaml, problems);
    return problems.isEmpty() ? tree.map(JsonOf::json) : Optional.empty();
  }

  private static String json(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return scalar.empty()
          ? "null"
          : scalar.plain()
                  && NUMBER.matcher(scalar.text()).matches()
                  && Double.isFinite(Double.parseDouble(scalar.text()))
              ? scalar.text()
              : quoted(scalar.text());
    }
    if (node instanceof Node.Sequence sequence) {
      return sequence.items().stream().map(JsonOf::json).collect(Collectors.joining(",", "[", "]"));
    }
    return ((Node.Mapping) node)
        .entries().stream()
            .map(e -> quoted(e.key().text()) + ":" + json(e.value()))
            .collect(Collectors.joining(",", "{", "}"));
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int k = 0; k < text.length(); k++) {
      char c = text.charAt(k);
      out.append(
          c < ' ' || c > '~' || c == '"' || c == '\\' ? "\\u%04x".formatted((int) c) : "" + c);
    }
    return out.append('"').toString();
  }
}
