package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.dynamics.LocalDissipation.Doubt;
import qbattery.dynamics.LocalDissipation.NoDoubt;
import qbattery.dynamics.LocalDissipation.Seen;
import qbattery.dynamics.currents.Currents;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.MatrixExponential;
import qbattery.model.Battery;
import qbattery.model.CellNetwork;
import qbattery.model.Channels;
import qbattery.model.Contact;
import qbattery.model.Graph;
import qbattery.model.Reservoir;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

class LocalDissipationTest {

  /** A handful of roundings of numbers up to 20. */
  private static final double ROUNDING = 1e-13;

  private static LocalDissipation judged(
      Graph graph, double spacing, double coupling, Reservoir reservoir) {
    int n = graph.cells();
    Space space = Space.cells(n);
    List<Contact> contacts =
        Contact.oneEach(space, Collections.nCopies(n, 1.0), Collections.nCopies(n, reservoir));
    return LocalDissipation.of(wired(graph, spacing, coupling, contacts), contacts);
  }

  private static Battery wired(
      Graph graph, double spacing, double coupling, List<Contact> contacts) {
    Battery plain = CellNetwork.uniform(graph, spacing, coupling, 0, 0).battery();
    return new Battery(
        plain.name(),
        plain.space(),
        plain.storage(),
        plain.interaction(),
        Contact.channels(contacts));
  }

  /** kamin2023, base mu = 8, T = 1: n at 1, while cells of H = 10 sigma_z have the spacing 20. */
  @Test
  void aReservoirAskedFarFromTheCellsTransitionIsDoubted() {
    LocalDissipation verdict = judged(Graph.central(3), 20, 1, new Reservoir.Fermionic(1, 1, 8));
    assertThat(verdict).isInstanceOf(Doubt.class);
    Seen seen = verdict.numbers().reservoirs().get(0);
    assertThat(verdict.numbers().splitting()).isCloseTo(StrictMath.sqrt(2), within(ROUNDING));
    assertThat(verdict.numbers().smallestSpacing()).isEqualTo(20);
    assertThat(verdict.numbers().largestRate())
        .isCloseTo(1 / (1 + StrictMath.exp(-7)), within(ROUNDING));
    assertThat(seen.asked()).isEqualTo(1);
    assertThat(seen.spacing()).isEqualTo(20);
    assertThat(seen.used()).isGreaterThan(0.999);
    assertThat(seen.change()).isGreaterThan(0.999);
    assertThat(seen.mismatch()).isCloseTo(seen.change(), within(1e-4)); // n(18.6) is 2.5e-5
    // Even if omega = 1 were the cells' own: n(1 + sqrt 2), by hand, against n(1).
    double above = 1 / (StrictMath.exp(1 + StrictMath.sqrt(2) - 8) + 1);
    assertThat(seen.aroundAsked()).isCloseTo(seen.used() - above, within(ROUNDING));
    assertThat(seen.occupations()).hasSize(3);
    assertThat(verdict.sentence())
        .contains("+-1.414")
        .contains("'reservoir of cell 1' is asked at the frequency 1.000, where n = 0.9991")
        .contains("spacing 20.00")
        .contains("n(20.00) = 6.144e-06");
  }

  @Test
  void aReservoirThatIsFlatOverTheSplittingIsNot() {
    // Far above mu nothing is occupied, before and after the splitting.
    LocalDissipation empty = judged(Graph.central(3), 20, 1, new Reservoir.Fermionic(20, 1, 8));
    assertThat(empty).isInstanceOf(NoDoubt.class);
    assertThat(empty.sentence()).endsWith("Nothing speaks against dissipators of single cells.");
    // A large bias is flat at any coupling, and even at another frequency, which is then said.
    LocalDissipation full = judged(Graph.central(3), 20, 15, new Reservoir.Fermionic(1, 1, 1e4));
    assertThat(full).isInstanceOf(NoDoubt.class);
    assertThat(full.sentence())
        .contains("asked at 1.000, while the spacing of cell 1 is 20.00")
        .contains("flat enough");
  }

  @Test
  void aColdReservoirIsDoubtedHoweverSmallTheSplitting() {
    // T = J/10: the chemical potential lies between the split levels.
    assertThat(judged(Graph.linear(2), 20, 0.1, new Reservoir.Fermionic(20, 0.01, 20)))
        .isInstanceOf(Doubt.class);
    assertThat(judged(Graph.linear(2), 20, 0.1, new Reservoir.Fermionic(20, 10, 20)))
        .isInstanceOf(NoDoubt.class);
  }

  @Test
  void withoutCouplingOnlyTheFrequencyCanBeWrong() {
    Reservoir right = new Reservoir.Bosonic(20, 3);
    assertThat(judged(Graph.linear(2), 20, 0, right)).isInstanceOf(NoDoubt.class);
    assertThat(judged(Graph.linear(2), 20, 0, right).numbers().splitting()).isZero();
    assertThat(judged(Graph.linear(2), 20, 0, right).numbers().reservoirs().get(0).change())
        .isZero();
    assertThat(judged(Graph.linear(2), 20, 0, right.at(1))).isInstanceOf(Doubt.class);
  }

  @Test
  void bosonsHaveNothingAtFrequenciesBelowZero() {
    LocalDissipation verdict = judged(Graph.linear(2), 1, 1.5, new Reservoir.Bosonic(1, 0));
    assertThat(verdict).isInstanceOf(Doubt.class);
    Seen seen = verdict.numbers().reservoirs().get(0);
    assertThat(seen.change()).isInfinite();
    assertThat(seen.occupations()).hasSize(2);
    assertThat(verdict.sentence()).contains("bosons have no occupation");
    assertThat(judged(Graph.linear(2), 1, 0.9, new Reservoir.Bosonic(1, 0)))
        .isInstanceOf(NoDoubt.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5})
  void theSplittingIsThatOfOneExcitation(int n) {
    Reservoir reservoir = new Reservoir.Fermionic(20, 1, 1);
    assertThat(judged(Graph.linear(n), 20, -1.5, reservoir).numbers().splitting())
        .isCloseTo(1.5 * 2 * StrictMath.cos(StrictMath.PI / (n + 1)), within(ROUNDING));
    assertThat(judged(Graph.central(n), 20, 1.5, reservoir).numbers().splitting())
        .isCloseTo(1.5 * StrictMath.sqrt(n - 1), within(ROUNDING));
  }

  @Test
  void channelsOfUnknownReservoirsAreJudgedByTheSplitting() {
    Battery weak = CellNetwork.uniform(Graph.linear(2), 1, 0.05, 1, 0).battery();
    assertThat(LocalDissipation.of(weak, List.of())).isInstanceOf(NoDoubt.class);
    Battery strong = CellNetwork.uniform(Graph.linear(2), 1, 0.2, 1, 0).battery();
    LocalDissipation verdict = LocalDissipation.of(strong, List.of());
    assertThat(verdict).isInstanceOf(Doubt.class);
    assertThat(verdict.sentence()).contains("is not known");
    Battery closed =
        new Battery("closed", strong.space(), strong.storage(), strong.interaction(), List.of());
    assertThat(LocalDissipation.of(closed, List.of())).isInstanceOf(NoDoubt.class);
  }

  /** The cell that the reservoir fits worst is named; a contact of rate 0 does nothing. */
  @Test
  void theWorstCellIsShown() {
    Space space = Space.cells(3);
    CellNetwork network =
        new CellNetwork(
            Graph.linear(3),
            List.of(1.0, 4.0, 1.5),
            List.of(0.0, 0.0),
            List.of(0.0, 0.0, 0.0),
            List.of(0.0, 0.0));
    Reservoir reservoir = new Reservoir.Fermionic(1, 1, 2);
    Contact common = Contact.common(space, 1, reservoir);
    Contact idle =
        Contact.ofCells("idle", reservoir.at(100), 0, space, Contact.Sharing.EACH_ITS_OWN, 0);
    Battery plain = network.battery();
    Battery battery =
        new Battery("three", space, plain.storage(), plain.interaction(), common.channels());
    List<Seen> seen = LocalDissipation.of(battery, List.of(common, idle)).numbers().reservoirs();
    assertThat(seen).hasSize(1);
    assertThat(seen.get(0).site()).isEqualTo(1);
    // A rate matrix of three rows of ones has the eigenvalue 3; mu lies above the frequency.
    assertThat(LocalDissipation.of(battery, List.of(common)).numbers().largestRate())
        .isCloseTo(3 * reservoir.absorption(), within(ROUNDING));
  }

  /**
   * What is doubted: on equal reservoirs local dissipators lead to cells without coherence, while
   * the Gibbs state of the whole has tr(rho sigma_1^+ sigma_2^-) = (n(w + J) - n(w - J))/2, exactly
   * so for two cells, whose excitations are free fermions.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.5, 5, 50})
  void theShiftedOccupationsAreThoseOfTheGibbsStateOfTheWhole(double temperature) {
    double coupling = 0.7;
    Reservoir.Fermionic reservoir = new Reservoir.Fermionic(3, temperature, 2.8);
    LocalDissipation verdict = judged(Graph.linear(2), 3, coupling, reservoir);
    List<LocalDissipation.Occupation> n = verdict.numbers().reservoirs().get(0).occupations();
    Battery pair = CellNetwork.uniform(Graph.linear(2), 3, coupling, 0, 0).battery();
    Operator grand =
        pair.storage()
            .plus(pair.interaction())
            .plus(Currents.number(pair.space()).times(-reservoir.chemicalPotential()));
    ComplexMatrix weights = MatrixExponential.of(grand.matrix().times(-1 / temperature));
    ComplexMatrix hop =
        Operator.on(pair.space(), 0, LocalOperator.RAISE)
            .times(Operator.on(pair.space(), 1, LocalOperator.LOWER))
            .matrix();
    double coherence = weights.traceOfProduct(hop).re() / weights.trace().re();
    // Weights of up to exp(18) are exponentiated by scaling and squaring.
    assertThat((n.get(2).mean() - n.get(0).mean()) / 2).isCloseTo(coherence, within(1e-10));
    assertThat(verdict).isInstanceOf(temperature > 1 ? NoDoubt.class : Doubt.class);
    if (verdict instanceof NoDoubt) {
      assertThat(StrictMath.abs(coherence)).isLessThan(LocalDissipation.FLAT);
    }
  }

  @Test
  void aContactOfAnotherSpaceIsRefused() {
    Battery pair =
        Battery.ofCells(
            "pair", 2, 1, Channels.reservoir(Space.cells(2), 1, new Reservoir.Bosonic(1, 1)));
    Contact three = Contact.common(Space.cells(3), 1, new Reservoir.Bosonic(1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LocalDissipation.of(pair, List.of(three)))
        .withMessageContaining("acts on another space");
  }
}
