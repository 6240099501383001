package qbattery.file.words;

import static java.util.Map.entry;
import static qbattery.file.words.CommonWords.FORMULA;
import static qbattery.file.words.Described.choice;
import static qbattery.file.words.Described.record;
import static qbattery.file.words.Field.is;
import static qbattery.file.words.Field.may;
import static qbattery.file.words.Sort.when;

import java.util.List;
import qbattery.file.formula.Evaluator;
import qbattery.file.formula.Expression;
import qbattery.file.tree.Node;
import qbattery.file.tree.Tree;
import qbattery.model.Graph;

/** The words of graphs. */
public final class GraphWords {

  /** Who is linked with whom, however many cells there are. */
  public interface Links {
    Graph of(int cells);
  }

  /** The graphs that have a name. */
  private static final Described<Links> NAMED =
      choice(
          "a graph",
          entry("linear", Graph::linear),
          entry("circular", Graph::circular),
          entry("central", Graph::central),
          entry("symmetric", Graph::symmetric));

  static final Described<Links> GRAPH = Described.named("graph", GraphWords::graph);

  private GraphWords() {}

  /**
   * Any graph.
   *
   * @param links as pairs of cells, counted from 1
   * @param name what it is called
   */
  private record Pairs(List<List<Expression>> links, String name) {

    Graph graph(int cells, Evaluator values) {
      int[][] counted =
          links.stream()
              .map(p -> p.stream().mapToInt(c -> values.whole(c, 1, cells) - 1).toArray())
              .toArray(int[][]::new);
      return Graph.ofLinks(name, cells, counted);
    }
  }

  private static Described<Links> graph() {
    var links =
        FORMULA.listed("a link as two cells, such as [1, 2]", 2, 2).listed("a list of links");
    return Described.either(
        "a graph",
        when(Links.class, NAMED),
        when(
            Links.class,
            record(
                    Pairs.class,
                    "a graph",
                    is("links", links, "Pairs of cells, counted from 1."),
                    may("name", CommonWords.TEXT, "Name of the graph.", "links"))
                .into((pairs, values) -> cells -> pairs.graph(cells, values))));
  }

  /** What stands in a file for a graph. */
  public static Node node(Graph graph) {
    for (String word : ((Shape.Choice) NAMED.shape()).words()) {
      boolean possible =
          graph.cells() >= ("circular".equals(word) ? 3 : "central".equals(word) ? 2 : 1);
      if (possible && NAMED.read(Node.text(word)).of(graph.cells()).equals(graph)) {
        return Node.text(word);
      }
    }
    return new Tree()
        .node(
            "links",
            Tree.all(
                graph.links(),
                link -> Node.list(List.of(Tree.of(link.first() + 1), Tree.of(link.second() + 1)))))
        .node("name", Node.text(graph.name()))
        .done();
  }
}
