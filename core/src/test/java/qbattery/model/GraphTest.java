package qbattery.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Graph.Link;

class GraphTest {

  private static String linksOf(Graph graph) {
    return graph.links().stream().map(Link::toString).collect(Collectors.joining(" "));
  }

  private static Graph named(String name, int n) {
    return switch (name) {
      case "linear" -> Graph.linear(n);
      case "circular" -> Graph.circular(n);
      case "central" -> Graph.central(n);
      default -> Graph.symmetric(n);
    };
  }

  static Stream<Graph> graphs() {
    return Stream.of(
        Graph.linear(1),
        Graph.linear(4),
        Graph.circular(3),
        Graph.circular(5),
        Graph.central(2),
        Graph.central(5),
        Graph.symmetric(4),
        Graph.ofLinks(
            "kite", 4, new int[] {2, 0}, new int[] {2, 1}, new int[] {1, 0}, new int[] {2, 3}));
  }

  @ParameterizedTest
  @CsvSource({
    "linear, 1, ''",
    "linear, 2, 1-2",
    "linear, 4, 1-2 2-3 3-4",
    "circular, 3, 1-2 2-3 1-3",
    "circular, 5, 1-2 2-3 3-4 4-5 1-5",
    "central, 2, 1-2",
    "central, 3, 1-2 1-3",
    "central, 5, 1-2 1-3 1-4 1-5",
    "symmetric, 1, ''",
    "symmetric, 2, 1-2",
    "symmetric, 4, 1-2 1-3 1-4 2-3 2-4 3-4",
  })
  void theNamedGraphsHaveTheirLinksInOrder(String name, int n, String links) {
    Graph graph = named(name, n);
    assertThat(linksOf(graph)).isEqualTo(links);
    assertThat(graph.cells()).isEqualTo(n);
    assertThat(graph.name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 7, 12})
  void eachCellHasTheNeighboursOfItsGraph(int n) {
    for (int cell = 0; cell < n; cell++) {
      assertThat(neighbours(Graph.linear(n), cell)).isEqualTo(cell == 0 || cell == n - 1 ? 1 : 2);
      assertThat(neighbours(Graph.circular(n), cell)).isEqualTo(2);
      assertThat(neighbours(Graph.central(n), cell)).isEqualTo(cell == 0 ? n - 1 : 1);
      assertThat(neighbours(Graph.symmetric(n), cell)).isEqualTo(n - 1);
    }
  }

  private static long neighbours(Graph graph, int cell) {
    return graph.links().stream().filter(l -> l.first() == cell || l.second() == cell).count();
  }

  @Test
  void theAdjacencyMatrixHasAOneForEachLinkBothWays() {
    Graph kite =
        Graph.ofLinks(
            "kite", 4, new int[] {3, 2}, new int[] {0, 1}, new int[] {2, 0}, new int[] {1, 2});
    assertThat(kite.adjacency())
        .isEqualTo(
            ComplexMatrix.real(
                new double[] {0, 1, 1, 0},
                new double[] {1, 0, 1, 0},
                new double[] {1, 1, 0, 1},
                new double[] {0, 0, 1, 0}));
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void theAdjacencyMatrixIsSymmetricAndCountsTheLinksTwice(Graph graph) {
    ComplexMatrix adjacency = graph.adjacency();
    assertThat(adjacency.rows()).isEqualTo(graph.cells());
    assertThat(adjacency.transpose()).isEqualTo(adjacency);
    assertThat(adjacency.trace().abs()).isZero();
    assertThat(adjacency.times(adjacency).trace().re()).isEqualTo(2.0 * graph.links().size());
  }

  @Test
  void aLinkNamesItsCellsInAscendingOrder() {
    assertThat(new Link(3, 1)).isEqualTo(new Link(1, 3)).hasToString("2-4");
    assertThat(new Link(3, 1).first()).isEqualTo(1);
    assertThat(new Link(3, 1).second()).isEqualTo(3);
  }

  @Test
  void aGraphIsUnmovedByChangesToTheListItCameFrom() {
    List<Link> links = new ArrayList<>(List.of(new Link(0, 1)));
    Graph graph = new Graph("pair", 2, links);
    links.clear();
    assertThat(linksOf(graph)).isEqualTo("1-2");
  }

  @Test
  void aLinkOfACellWithItselfIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Graph.ofLinks("loop", 3, new int[] {0, 1}, new int[] {2, 2}))
        .withMessageContaining("Cell 3 is linked with itself");
  }

  @ParameterizedTest
  @CsvSource({"0, 3, 1-4", "3, 0, 1-4", "1, 7, 2-8", "-1, 1, 0-2"})
  void aLinkToACellThatDoesNotExistIsRefused(int first, int second, String link) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Graph.ofLinks(
                    "three", 3, new int[] {0, 1}, new int[] {1, 2}, new int[] {first, second}))
        .withMessageContaining("Link " + link + " of the graph 'three'")
        .withMessageContaining("its cells are 1 to 3");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 0"})
  void aLinkGivenTwiceIsRefusedInEitherOrder(int first, int second) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Graph.ofLinks("pair", 2, new int[] {0, 1}, new int[] {first, second}))
        .withMessage("Link 1-2 of the graph 'pair' is given twice; name each link once.");
  }

  @Test
  void cellsOutOfReachAreRefusedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Graph.ofLinks("two pairs", 4, new int[] {0, 1}, new int[] {2, 3}))
        .withMessageContaining("'two pairs' is not connected")
        .withMessageContaining("from cell 1 to cell 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Graph.ofLinks("no link", 2))
        .withMessageContaining("from cell 1 to cell 2");
  }

  @Test
  void aChainGivenFromItsFarEndIsConnected() {
    Graph chain =
        Graph.ofLinks(
            "chain", 5, new int[] {4, 3}, new int[] {3, 2}, new int[] {2, 1}, new int[] {1, 0});
    assertThat(chain.links()).hasSize(4);
  }

  @Test
  void aLinkOfAnotherNumberOfCellsThanTwoIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Graph.ofLinks("triple", 3, new int[] {0, 1, 2}))
        .withMessageContaining("A link joins two cells")
        .withMessageContaining("'triple' names 3");
  }

  @Test
  void graphsOfTooFewCellsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Graph.circular(2))
        .withMessageContaining("at least 3 cells, not 2")
        .withMessageContaining("chain");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Graph.central(1))
        .withMessageContaining("2 cells or more, not 1");
    for (String name : List.of("linear", "symmetric")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> named(name, 0))
          .withMessageContaining("at least one cell")
          .withMessageContaining("'" + name + "' has 0");
    }
  }
}
