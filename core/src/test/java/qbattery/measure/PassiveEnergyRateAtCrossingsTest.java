package qbattery.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.dynamics.Evolution;
import qbattery.dynamics.Lindbladian;
import qbattery.dynamics.Method;
import qbattery.dynamics.Solution;
import qbattery.dynamics.StateForm;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Battery;
import qbattery.model.CellNetwork;
import qbattery.model.Graph;
import qbattery.model.InitialState;
import qbattery.quantum.BasisGroups;
import qbattery.quantum.Observable;
import qbattery.quantum.Space;
import qbattery.quantum.Spectrum;
import qbattery.quantum.State;
import qbattery.testing.RandomBatteries;
import qbattery.testing.Randoms;
import qbattery.testing.Rounding;

/** Where populations are equal: the derivative from the right, whole and in sectors. */
class PassiveEnergyRateAtCrossingsTest {

  /** Populations that are nearer count as equal. */
  private static final double SAME = 1e-9;

  private static final Battery CHAIN =
      new CellNetwork(
              Graph.linear(3),
              List.of(3.1, 12.7, 0.4),
              List.of(5.0, 5.0),
              List.of(1.0, 1.0, 1.0),
              List.of(0.0, 0.0))
          .battery();

  private static final Battery RING =
      CellNetwork.uniform(Graph.circular(3), 1.3, 2, 1, 0.5).battery();

  /** Off-diagonal shared rates split what is equal within a sector at first order. */
  private static final Battery SHARING =
      new CellNetwork(
              Graph.linear(3),
              List.of(1.0, 1.6, 2.3),
              List.of(1.0, 1.5),
              List.of(1.0, 0.9, 1.2),
              List.of(0.4, -0.3))
          .battery();

  static Stream<Arguments> starts() {
    State mixed = new InitialState.Classical(0.75).of(CHAIN);
    State coherent = new InitialState.Coherent().of(CHAIN);
    Space space = CHAIN.space();
    // Sectors of 1, 3, 3, 1 states; 0.1 is found in all, 0.2 in the two in the middle.
    State acrossSectors = Cells.diagonal(3, 0.1, 0.2, 0.1, 0.2, 0.1, 0.1, 0.1, 0.1);
    return Stream.of(
        Arguments.of("a chain, pure and coherent", CHAIN, coherent),
        Arguments.of("a chain, fully excited", CHAIN, new InitialState.FullyExcited().of(CHAIN)),
        Arguments.of("a chain, classical", CHAIN, mixed),
        Arguments.of("a chain, equal across sectors", CHAIN, acrossSectors),
        Arguments.of("equal cells, coherent", RING, new InitialState.Coherent().of(RING)),
        Arguments.of("equal cells, classical", RING, new InitialState.Classical(0.75).of(RING)),
        Arguments.of("shared decay, classical", SHARING, mixed),
        Arguments.of("shared decay, equal across sectors", SHARING, acrossSectors),
        Arguments.of("shared decay, pure", SHARING, Randoms.pureState(new Random(5), space)),
        Arguments.of(
            "shared decay, evenly mixed", SHARING, new InitialState.Classical(0.5).of(CHAIN)));
  }

  private static double rate(Battery battery, State state) {
    return PassiveEnergyRate.of(
        state,
        cut(state.groups(), Lindbladian.of(battery).apply(state.matrix())),
        Observable.of(battery.storage()),
        SAME);
  }

  /** The blocks of a matrix. */
  private static List<ComplexMatrix> cut(BasisGroups groups, ComplexMatrix matrix) {
    List<ComplexMatrix> blocks = new ArrayList<>();
    for (int k = 0; k < groups.count(); k++) {
      int[] members = groups.members(k);
      blocks.add(
          ComplexMatrix.generate(
              members.length, members.length, (i, j) -> matrix.get(members[i], members[j])));
    }
    return blocks;
  }

  private static double passive(Battery battery, State state) {
    return Ergotropy.passiveEnergy(state.spectrum(), Observable.of(battery.storage()).spectrum());
  }

  private static double fromTheRight(Battery battery, Solution solution, double t, double h) {
    return (passive(battery, solution.at(t + h)) - passive(battery, solution.at(t))) / h;
  }

  /** Differences over h = 2^-k/1000 must miss the rate by half as much at each halving. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("starts")
  void oneSidedDifferencesConvergeToItAtFirstOrder(String name, Battery battery, State start) {
    assertThat(smallestGap(start.spectrum())).isLessThan(Rounding.of(10, 1));
    Solution solution = Evolution.of(battery, start).over(0.01).with(new Method.Exact()).solve();
    double rate = rate(battery, start);
    assertThat(rate).isNotCloseTo(0, within(0.01)); // a rate of order one
    double[] misses = new double[5];
    for (int k = 0; k < misses.length; k++) {
      double h = 1e-3 / (1 << k);
      misses[k] = fromTheRight(battery, solution, 0, h) - rate;
    }
    for (int k = 1; k < misses.length; k++) {
      // Next order is h times rates and frequencies of up to 13; rounding of 1e-14/h is small.
      assertThat(misses[k - 1] / misses[k]).as("halving %d", k).isCloseTo(2, within(0.1));
    }
    // What is left after Richardson's step is of second order.
    double extrapolated = 2 * misses[4] - misses[3];
    assertThat(extrapolated).isCloseTo(0, within(1e-5));
  }

  private static double smallestGap(Spectrum populations) {
    List<Spectrum.Level> levels = populations.levels();
    double gap = 1;
    for (int k = 1; k < levels.size(); k++) {
      gap = StrictMath.min(gap, levels.get(k).value() - levels.get(k - 1).value());
    }
    return gap;
  }

  /**
   * Excited and empty share 1/2 each at ln 2: before it the passive energy rises, then it falls.
   */
  @Test
  void atACrossingItIsTheSlopeThatFollows() {
    Battery cell = CellNetwork.uniform(Graph.linear(1), 1.3, 0, 1, 0).battery();
    Solution solution =
        Evolution.of(cell, new InitialState.FullyExcited())
            .over(1)
            .with(new Method.Exact())
            .solve();
    double crossing = StrictMath.log(2);
    assertThat(rate(cell, solution.at(crossing))).isCloseTo(-1.3 / 2, Rounding.after(10, 1));
    assertThat(rate(cell, solution.at(crossing - 1e-6)))
        .isCloseTo(1.3 / 2, within(1e-6)); // the curve bends by 0.65 of that
    assertThat(rate(cell, solution.at(crossing + 1e-6)))
        .isCloseTo(-1.3 / 2, within(1e-6)); // as above
    assertThat(fromTheRight(cell, solution, crossing, 1e-6))
        .isCloseTo(-1.3 / 2, within(1e-6)); // as above
  }

  /** The ring's symmetry keeps populations equal in pairs: they move together, without a kink. */
  @ParameterizedTest
  @MethodSource("equalPairs")
  void populationsThatStayEqualHaveADerivativeFromBothSides(State start) {
    Solution solution = Evolution.of(RING, start).over(1).with(new Method.Exact()).solve();
    for (double t : new double[] {0.1, 0.25, 0.45}) {
      State state = solution.at(t);
      assertThat(smallestGap(state.spectrum())).isLessThan(Rounding.of(10, 1));
      double h = 1e-4;
      double central =
          (passive(RING, solution.at(t + h)) - passive(RING, solution.at(t - h))) / (2 * h);
      assertThat(rate(RING, state)).isCloseTo(central, within(1e-6)); // h^2 times rates cubed
    }
  }

  static Stream<State> equalPairs() {
    return Stream.of(
        new InitialState.Coherent().of(RING), new InitialState.Classical(0.75).of(RING));
  }

  private static BasisGroups sectors(int cells) {
    return BasisGroups.by(1 << cells, cells + 1, state -> cells - Integer.bitCount(state));
  }

  /** Random states without coherence between sectors, and the starts above that have none. */
  static Stream<Arguments> statesInSectors() {
    List<Arguments> states = new ArrayList<>();
    for (int seed = 1; seed <= 6; seed++) {
      Random random = new Random(seed);
      Battery battery = RandomBatteries.cells(random, 3);
      State start = sectorsOf(Randoms.state(random, battery.space()));
      Solution solution =
          Evolution.of(battery, start)
              .over(1)
              .with(Method.DormandPrince.TIGHT)
              .with(StateForm.EXCITATION_SECTORS)
              .solve();
      states.add(Arguments.of(battery, solution.at(0.5)));
    }
    for (Battery battery : List.of(CHAIN, RING, SHARING)) {
      states.add(Arguments.of(battery, sectorsOf(new InitialState.FullyExcited().of(battery))));
      states.add(Arguments.of(battery, sectorsOf(new InitialState.Classical(0.75).of(battery))));
      states.add(Arguments.of(battery, sectorsOf(new InitialState.Classical(0.5).of(battery))));
    }
    return states.stream();
  }

  private static State sectorsOf(State state) {
    BasisGroups sectors = sectors(state.space().sites());
    return State.ofGroups(state.space(), sectors, cut(sectors, state.matrix()), State.TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("statesInSectors")
  void sectorsGiveWhatTheWholeMatrixGives(Battery battery, State state) {
    assertThat(state.groups().count()).isEqualTo(4);
    State whole = State.of(state.space(), state.matrix(), state.tolerance());
    assertThat(whole.groups().count()).isEqualTo(1);
    double rate = rate(battery, whole);
    // Rounding of rates and levels up to 20, which equal populations do not enlarge.
    assertThat(rate(battery, state)).isCloseTo(rate, within(1e-12));
    assertThat(rate).isNotCloseTo(0, within(1e-3));
  }

  /** Sectors come in the order of their excitations: first the ground state, then the excited. */
  @Test
  void equalPopulationsOfDifferentSectorsAreOrderedByTheirRates() {
    State half = sectorsOf(Cells.diagonal(1, 0.5, 0.5));
    Observable storage = Cells.storage(1, 2);
    List<ComplexMatrix> groundGrows =
        List.of(ComplexMatrix.diagonal(0.3), ComplexMatrix.diagonal(-0.3));
    List<ComplexMatrix> excitedGrows =
        List.of(ComplexMatrix.diagonal(-0.3), ComplexMatrix.diagonal(0.3));
    assertThat(PassiveEnergyRate.of(half, groundGrows, storage, SAME)).isEqualTo(-0.6);
    assertThat(PassiveEnergyRate.of(half, excitedGrows, storage, SAME)).isEqualTo(-0.6);
  }

  @Test
  void whatCountsAsEqualIsWhatWasSaid() {
    State close = sectorsOf(Cells.diagonal(1, 0.5 + 1e-6, 0.5 - 1e-6));
    Observable storage = Cells.storage(1, 2);
    List<ComplexMatrix> closing =
        List.of(ComplexMatrix.diagonal(0.3), ComplexMatrix.diagonal(-0.3));
    assertThat(PassiveEnergyRate.of(close, closing, storage, 1e-9)).isEqualTo(0.6);
    assertThat(PassiveEnergyRate.of(close, closing, storage, 1e-5)).isEqualTo(-0.6);
  }
}
