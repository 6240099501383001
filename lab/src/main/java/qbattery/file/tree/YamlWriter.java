package qbattery.file.tree;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a tree as YAML: short lists and mappings in one line, the rest indented. */
public final class YamlWriter {

  private static final int WIDTH = 92;

  /** Texts that need no quotes anywhere: no sign of YAML in them. */
  private static final Pattern BARE =
      Pattern.compile("[A-Za-z0-9(.+-][A-Za-z0-9_.()+*/^ -]*|[A-Za-z0-9]");

  private YamlWriter() {}

  /** The text of a whole file. */
  public static String write(Node root) {
    StringBuilder text = new StringBuilder();
    if (root instanceof Node.Mapping mapping && !mapping.entries().isEmpty()) {
      block(mapping, 0, text);
    } else {
      text.append(flow(root)).append('\n');
    }
    return text.toString();
  }

  private static void block(Node node, int indent, StringBuilder text) {
    if (node instanceof Node.Mapping mapping) {
      boolean first = true;
      for (Node.Entry entry : mapping.entries()) {
        // The first name of a mapping in a list stands behind the dash.
        text.append(first && !atLineStart(text) ? "" : " ".repeat(indent));
        first = false;
        String key = scalar(entry.key().text());
        text.append(key).append(':');
        value(entry.value(), indent + 2, indent + key.length() + 2, text);
      }
    } else if (node instanceof Node.Sequence sequence) {
      for (Node item : sequence.items()) {
        text.append(atLineStart(text) ? " ".repeat(indent) : "").append("-");
        value(item, indent + 2, indent + 2, text);
      }
    }
  }

  private static boolean atLineStart(StringBuilder text) {
    return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
  }

  private static void value(Node node, int indent, int column, StringBuilder text) {
    String line = flow(node);
    boolean empty =
        (node instanceof Node.Mapping m && m.entries().isEmpty())
            || (node instanceof Node.Sequence s && s.items().isEmpty());
    if (node instanceof Node.Scalar || empty || (line.length() + column <= WIDTH && simple(node))) {
      text.append(' ').append(line).append('\n');
    } else {
      boolean inList = text.charAt(text.length() - 1) == '-';
      text.append(inList && node instanceof Node.Mapping ? ' ' : '\n');
      block(node, indent, text);
    }
  }

  /** Whether it reads well in one line: no mapping of mappings, no list of texts with spaces. */
  private static boolean simple(Node node) {
    if (node instanceof Node.Mapping mapping) {
      return mapping.entries().stream().allMatch(e -> depth(e.value()) <= 2);
    }
    return !(node instanceof Node.Sequence sequence)
        || sequence.items().stream()
            .allMatch(
                i ->
                    i instanceof Node.Scalar s
                        ? s.text().length() <= 24
                        : i instanceof Node.Sequence && depth(i) <= 1);
  }

  private static int depth(Node node) {
    if (node instanceof Node.Scalar) {
      return 0;
    }
    var inside =
        node instanceof Node.Sequence s
            ? s.items().stream()
            : ((Node.Mapping) node).entries().stream().map(Node.Entry::value);
    return 1 + inside.mapToInt(YamlWriter::depth).max().orElse(0);
  }

  private static String flow(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return scalar(scalar.text());
    }
    if (node instanceof Node.Sequence sequence) {
      return join(sequence.items().stream().map(YamlWriter::flow).toList(), "[", "]");
    }
    return join(
        ((Node.Mapping) node)
            .entries().stream().map(e -> scalar(e.key().text()) + ": " + flow(e.value())).toList(),
        "{",
        "}");
  }

  private static String join(List<String> parts, String begin, String end) {
    return parts.stream().collect(Collectors.joining(", ", begin, end));
  }

  private static String scalar(String text) {
    boolean bare =
        BARE.matcher(text).matches()
            && !text.endsWith(" ")
            && !text.startsWith("- ")
            && !text.startsWith("--")
            && !text.startsWith("...")
            && !"-".equals(text)
            && !"null".equals(text);
    return bare ? text : quoted(text);
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                out.append('\\').appendCodePoint(c);
              } else if (c >= ' ' && c <= '~') {
                out.appendCodePoint(c);
              } else {
                out.append((c <= 0xFFFF ? "\\u%04x" : "\\U%08x").formatted(c));
              }
            });
    return out.append('"').toString();
  }
}
