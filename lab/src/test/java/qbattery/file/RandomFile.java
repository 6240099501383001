package qbattery.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import qbattery.file.tree.Node;
import qbattery.file.tree.Tree;
import qbattery.file.words.Grammar;
import qbattery.file.words.Shape;
import qbattery.report.Numbers;

/** Trees of files at random, of the form that the grammar describes; not every one makes sense. */
final class RandomFile {

  /** What is left out of the form in which a file is kept, since it holds without being said. */
  static final List<String> UNSAID =
      List.of("", "0", "linear", "laboratory", "each", "keep", "usual", "smallest", "links");

  private static final List<String> FORMULAS =
      List.of(
          "1",
          "-2.5e-3",
          "10*Gamma",
          "(J + 1)^2/pi",
          "min(a, b) - 3*w[2]",
          "0.1*i",
          "g*raise(cell[1])*lower(cavity) + h.c.",
          "-J_x(big)",
          "+x",
          ".5",
          "0");
  private static final List<String> NAMES =
      List.of(
          "a", "decay of: cell", "#1", "no", "null", "~", "", "1", "x, y", "{", "\u03b3 \\", "- a");

  /** Within so many others, what may hold itself is the first that it can be. */
  private static final int DEEPEST = 6;

  private final Random random;

  RandomFile(Random random) {
    this.random = random;
  }

  Node.Mapping tree() {
    return (Node.Mapping) node(Grammar.file(), 0);
  }

  private <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private <T> T pick(List<T> of, int depth) {
    return depth > DEEPEST ? of.get(0) : pick(of);
  }

  private Node node(Shape shape, int depth) {
    if (shape instanceof Shape.Named named) {
      return node(named.shape().get(), depth + 1);
    } else if (shape instanceof Shape.Either either) {
      return node(pick(either.shapes(), depth), depth);
    } else if (shape instanceof Shape.Cases cases) {
      return node(pick(cases.cases(), depth), depth);
    } else if (shape instanceof Shape.Fields fields) {
      Map<String, Node> values = new LinkedHashMap<>();
      List<Shape.Field> shuffled = new ArrayList<>(fields.fields());
      Collections.shuffle(shuffled.subList(1, shuffled.size()), random);
      for (Shape.Field field : shuffled) {
        if (field.required() || random.nextBoolean()) {
          values.put(field.name(), node(field.shape(), depth));
        }
      }
      return Tree.dictionary(values, value -> value);
    } else if (shape instanceof Shape.Items items) {
      List<Node> all = new ArrayList<>();
      for (int k = Math.min(items.most(), items.least() + random.nextInt(4)); k > 0; k--) {
        all.add(node(items.item(), depth));
      }
      return Node.list(all);
    } else if (shape instanceof Shape.Dictionary dictionary) {
      Map<String, Node> values = new LinkedHashMap<>();
      for (int k = random.nextInt(Math.min(4, dictionary.most() + 1)); k > 0; k--) {
        values.put("k" + values.size(), node(dictionary.value(), depth));
      }
      return Tree.dictionary(values, value -> value);
    }
    return Node.text(text(shape));
  }

  private String text(Shape shape) {
    if (shape instanceof Shape.Formula) {
      return random.nextInt(3) == 0 ? Numbers.exact(random.nextGaussian()) : pick(FORMULAS);
    }
    return shape instanceof Shape.Choice choice
        ? pick(choice.words())
        : shape instanceof Shape.NewName ? "n" : pick(NAMES);
  }

  /** The texts of a tree. */
  static List<String> says(Node node) {
    List<String> all = new ArrayList<>();
    if (node instanceof Node.Mapping mapping) {
      mapping.entries().forEach(entry -> all.addAll(says(entry.value())));
    } else if (node instanceof Node.Sequence list) {
      list.items().forEach(item -> all.addAll(says(item)));
    } else {
      all.add(((Node.Scalar) node).text());
    }
    return all;
  }
}
