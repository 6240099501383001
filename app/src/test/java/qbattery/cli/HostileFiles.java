package qbattery.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * Makes files out of right ones that nobody would write: their bytes are damaged, or their trees
 * are crossed with each other and their numbers exchanged for extreme ones.
 */
final class HostileFiles {

  private static final List<Object> EXTREMES =
      List.of(
          0,
          -0.0,
          -1,
          1,
          2,
          3,
          13,
          64,
          1000,
          100_000,
          Integer.MAX_VALUE,
          Long.MAX_VALUE,
          1e-320,
          1e-300,
          1e-30,
          1e-9,
          1e9,
          1e30,
          1e200,
          1e308,
          -1e308,
          Double.POSITIVE_INFINITY,
          Double.NaN,
          "1e400",
          "2^1023",
          "1e-200*1e-200",
          "sqrt(-1)",
          "pi/0",
          "exp(1000)",
          "-(-(-(-1)))");

  private static final List<Object> ODD =
      List.of(
          "",
          " ",
          "~",
          true,
          List.of(),
          Map.of(),
          List.of(List.of(List.of())),
          "\u0000",
          "\u202e",
          "\ud83d\udd0b",
          "../../up",
          "a\nb",
          "$\\frac{1}{$",
          "'",
          "- x",
          "x".repeat(5000),
          "(".repeat(400),
          "1+".repeat(2000) + "1");

  private final List<String> right;
  private final Random random;

  HostileFiles(List<String> right, long seed) {
    this.right = List.copyOf(right);
    this.random = new Random(seed);
  }

  /** The next file. */
  byte[] next() {
    String text = any(right);
    return random.nextInt(4) == 0
        ? damaged(text.getBytes(StandardCharsets.UTF_8))
        : crossed(text).getBytes(StandardCharsets.UTF_8);
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** Stretches of bytes overwritten, left out, doubled, moved or with a bit turned. */
  private byte[] damaged(byte[] bytes) {
    byte[] file = bytes;
    for (int k = 1 + random.nextInt(4); k > 0; k--) {
      int from = random.nextInt(file.length);
      int to = Math.min(file.length, from + 1 + random.nextInt(12));
      ByteArrayOutputStream made = new ByteArrayOutputStream();
      made.write(file, 0, from);
      switch (random.nextInt(4)) {
        case 0 -> {}
        case 1 -> {
          made.write(file, from, to - from);
          made.write(file, from, to - from);
        }
        case 2 -> {
          for (int i = from; i < to; i++) {
            made.write(random.nextInt(256));
          }
        }
        default -> {
          made.write(file[from] ^ (1 << random.nextInt(8)));
          made.write(file, from + 1, to - from - 1);
        }
      }
      made.write(file, to, file.length - to);
      file = made.toByteArray();
      if (file.length == 0) {
        return file;
      }
    }
    return file;
  }

  private String crossed(String text) {
    Object tree = parsed(text);
    for (int k = 1 + random.nextInt(3); k > 0; k--) {
      tree = changed(tree);
    }
    FlowStyle style = any(List.of(FlowStyle.values()));
    return new Dump(
            DumpSettings.builder().setDefaultFlowStyle(style).setDereferenceAliases(true).build())
        .dumpToString(tree);
  }

  private static Object parsed(String text) {
    return new Load(LoadSettings.builder().build()).loadFromString(text);
  }

  /** The tree with one of its nodes changed: from the root down at random, and rarely the root. */
  private Object changed(Object node) {
    if (node instanceof Map<?, ?> map && !map.isEmpty() && random.nextInt(8) > 0) {
      List<Map.Entry<Object, Object>> entries = new ArrayList<>();
      map.forEach((key, value) -> entries.add(Map.entry(key, value == null ? "" : value)));
      int at = random.nextInt(entries.size());
      Map.Entry<Object, Object> one = entries.get(at);
      switch (random.nextInt(10)) {
        case 0 -> entries.remove(at);
        case 1 -> entries.set(at, Map.entry(any(entries).getKey(), one.getValue()));
        case 2 -> entries.set(at, Map.entry(one.getKey(), any(entries).getValue()));
        case 3 -> entries.add(random.nextInt(entries.size()), foreignEntry());
        default -> entries.set(at, Map.entry(one.getKey(), changed(one.getValue())));
      }
      Map<Object, Object> made = new LinkedHashMap<>();
      entries.forEach(e -> made.put(e.getKey(), e.getValue()));
      return made;
    }
    if (node instanceof List<?> list && !list.isEmpty() && random.nextInt(8) > 0) {
      List<Object> made = new ArrayList<>(list);
      int at = random.nextInt(made.size());
      switch (random.nextInt(8)) {
        case 0 -> made.remove(at);
        case 1 -> made.add(made.get(at));
        case 2 -> made.add(at, foreign());
        default -> made.set(at, changed(made.get(at)));
      }
      return made;
    }
    return switch (random.nextInt(6)) {
      case 0, 1, 2 -> any(EXTREMES);
      case 3 -> any(ODD);
      case 4 -> foreign();
      default -> random.nextBoolean() ? List.of(node) : Map.of("of", node);
    };
  }

  /** A node of some file. */
  private Object foreign() {
    Object node = parsed(any(right));
    while (random.nextInt(3) > 0) {
      if (node instanceof Map<?, ?> map && !map.isEmpty()) {
        node = any(new ArrayList<>(map.values()));
      } else if (node instanceof List<?> list && !list.isEmpty()) {
        node = any(list);
      } else {
        break;
      }
    }
    return node == null ? "" : node;
  }

  private Map.Entry<Object, Object> foreignEntry() {
    Object node = parsed(any(right));
    List<Object> keys =
        node instanceof Map<?, ?> map ? new ArrayList<>(map.keySet()) : List.of("x");
    return Map.entry(any(keys), foreign());
  }
}
