package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.DisjointSets;
import qbattery.measure.Measure;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Channels;
import qbattery.model.Drive;
import qbattery.model.Envelope;
import qbattery.model.InitialState;
import qbattery.model.SiteState;
import qbattery.quantum.BasisGroups;
import qbattery.quantum.BosonOperators;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.SpinOperators;
import qbattery.quantum.State;

/** The blocks that a start reaches, against the evolution of the full matrix. */
class ReachedBlocksTest {

  /** What rounding fills of an element that stays empty; what is filled has some 1e-6 or more. */
  private static final double EMPTY = 1e-12;

  /** Two tight integrations of a state of width one. */
  private static final double COMPUTED = 1e-10;

  /** What keeps blocks apart. */
  private enum Symmetry {
    NUMBER,
    PARITY,
    POPULATIONS,
    NONE
  }

  private static LocalOperator lower(int levels) {
    return BosonOperators.annihilate(levels);
  }

  private static Battery battery(List<Integer> levels, Symmetry symmetry, long seed) {
    Random random = new Random(seed);
    Space space = new Space(levels);
    int sites = levels.size();
    Operator storage = Operator.zero(space);
    Operator interaction = Operator.zero(space);
    List<Operator> lowering = new ArrayList<>();
    for (int site = 0; site < sites; site++) {
      Operator a = Operator.on(space, site, lower(levels.get(site)));
      lowering.add(a);
      storage = storage.plus(a.adjoint().times(a).times(0.5 + random.nextDouble()));
    }
    for (int site = 1; site < sites; site++) {
      Complex g = new Complex(random.nextGaussian(), random.nextGaussian());
      Operator hop = lowering.get(site).times(lowering.get(site - 1).adjoint()).times(g);
      Operator pair = lowering.get(site).times(lowering.get(site - 1)).times(g);
      if (symmetry == Symmetry.NUMBER && random.nextBoolean()) {
        interaction = interaction.plus(hop).plus(hop.adjoint());
      } else if (symmetry == Symmetry.PARITY) {
        interaction = interaction.plus(pair).plus(pair.adjoint());
      }
    }
    List<Drive> drives = new ArrayList<>();
    if (symmetry == Symmetry.NONE) {
      Operator x = lowering.get(0).plus(lowering.get(0).adjoint());
      drives.add(new Drive("field", x, new Envelope.Sine(0.8, 1.1, 0.3)));
    }
    List<Channel> channels = new ArrayList<>();
    channels.add(Channel.independent("loss", List.of(lowering.get(random.nextInt(sites))), 0.6));
    if (random.nextBoolean()) {
      Operator up = lowering.get(random.nextInt(sites)).adjoint();
      channels.add(Channel.independent("gain", List.of(up), 0.3));
    }
    if (symmetry != Symmetry.POPULATIONS && random.nextBoolean()) {
      ComplexMatrix rates =
          ComplexMatrix.ofInterleaved(2, 2, new double[] {0.5, 0, 0.2, 0.3, 0.2, -0.3, 0.7, 0});
      channels.add(new Channel("common", List.of(lowering.get(0), lowering.get(sites - 1)), rates));
    }
    return new Battery("random", space, storage, interaction, channels, drives);
  }

  /** Populations of a few basis states, and a coherence between two of them if asked for. */
  private static State start(Space space, boolean coherent, long seed) {
    Random random = new Random(seed);
    int d = space.dimension();
    int first = random.nextInt(d);
    int second = (first + 1 + random.nextInt(d - 1)) % d;
    return State.of(
        space,
        ComplexMatrix.generate(
            d,
            d,
            (i, j) -> {
              if (i == j) {
                return Complex.real(i == first ? 0.6 : i == second ? 0.4 : 0);
              }
              boolean between = coherent && i + j == first + second && (i == first || i == second);
              return !between
                  ? Complex.ZERO
                  : i == first ? new Complex(0.2, 0.3) : new Complex(0.2, -0.3);
            }));
  }

  @ParameterizedTest
  @CsvSource({
    "NUMBER, false",
    "NUMBER, true",
    "PARITY, false",
    "PARITY, true",
    "POPULATIONS, false",
    "POPULATIONS, true",
    "NONE, false",
    "NONE, true"
  })
  void blocksAreThoseThatAnEvolutionFills(Symmetry symmetry, boolean coherent) {
    List<List<Integer>> spaces =
        List.of(
            List.of(2, 2),
            List.of(2, 2, 2),
            List.of(3, 2),
            List.of(4, 3),
            List.of(2, 3, 2),
            List.of(3, 3, 2),
            List.of(4, 2, 2));
    for (int k = 0; k < spaces.size(); k++) {
      long seed = symmetry.name().hashCode() + 10L * k + (coherent ? 1 : 0);
      Battery battery = battery(spaces.get(k), symmetry, seed);
      State start = start(battery.space(), coherent, seed + 7);
      BasisGroups groups = ReachedBlocks.groups(battery, start);
      Evolution full =
          Evolution.of(battery, start)
              .over(1.3)
              .with(Method.DormandPrince.TIGHT)
              .with(StateForm.FULL_MATRIX);
      State reference = full.at(1.3);
      DisjointSets filled = new DisjointSets(battery.space().dimension());
      for (int i = 0; i < battery.space().dimension(); i++) {
        for (int j = 0; j < battery.space().dimension(); j++) {
          if (reference.element(i, j).abs() > EMPTY) {
            filled.join(i, j);
            assertThat(groups.groupOf(i))
                .as("%s %s: element %d, %d", symmetry, spaces.get(k), i, j)
                .isNotEqualTo(BasisGroups.ABSENT)
                .isEqualTo(groups.groupOf(j));
          }
        }
      }
      for (int g = 0; g < groups.count(); g++) { // and no block could be smaller
        for (int i : groups.members(g)) {
          assertThat(reference.element(i, i).re()).isGreaterThan(EMPTY);
          assertThat(filled.first(i)).isEqualTo(filled.first(groups.members(g)[0]));
        }
      }
      Representation blocks = ReachedBlocks.of(battery, start).orElseThrow();
      assertThat(blocks.decode(blocks.encode(start), State.TOLERANCE).matrix())
          .isEqualTo(start.matrix());
      State found = Evolution.of(battery, start).over(1.3).with(Method.DormandPrince.TIGHT).at(1.3);
      assertThat(found.matrix().minus(reference.matrix()).maxAbs()).isLessThan(COMPUTED);
    }
  }

  /** 12 x 12 elements of one excitation, and the ground state. */
  @Test
  void oneExcitationOnTwelveCells() {
    Space space = Space.cells(12);
    Operator hopping = Operator.zero(space);
    for (int cell = 1; cell < 12; cell++) {
      Operator hop =
          Operator.on(space, cell - 1, LocalOperator.RAISE)
              .times(Operator.on(space, cell, LocalOperator.LOWER));
      hopping = hopping.plus(hop).plus(hop.adjoint());
    }
    Operator storage = Operator.zero(space);
    for (int cell = 0; cell < 12; cell++) {
      storage = storage.plus(Operator.on(space, cell, LocalOperator.EXCITED));
    }
    Battery battery =
        new Battery("chain", space, storage, hopping, List.of(Channels.decay(space, 0.5)));
    SiteState[] sites = new SiteState[12];
    java.util.Arrays.fill(sites, new SiteState.Lowest());
    sites[4] = new SiteState.Highest();
    InitialState start = InitialState.Sites.of(sites);
    BasisGroups groups = ReachedBlocks.groups(battery, Evolution.made(start, battery));
    assertThat(ReachedBlocks.numbers(groups)).isEqualTo(2 * 145);
    Evolution evolution = Evolution.of(battery, start).over(1);
    assertThat(evolution.plan()).contains("145 complex elements");
    assertThat(evolution.value(Measure.ENERGY, 1).value())
        .isCloseTo(Math.exp(-0.5), within(1e-8)); // the usual method is good to some 1e-9
  }

  @Test
  void aClosedSpinAndModeExchangeThirtyQuanta() {
    Space space = Space.joined(List.of(Space.collective(30), new Space(List.of(31))));
    Operator exchange =
        Operator.on(space, 0, SpinOperators.lower(30))
            .times(Operator.on(space, 1, BosonOperators.annihilate(31)).adjoint());
    Operator number = Operator.on(space, 0, SpinOperators.excitations(30));
    Battery battery =
        new Battery("both", space, number, exchange.plus(exchange.adjoint()), List.of());
    InitialState start = InitialState.Sites.of(new SiteState.Highest(), new SiteState.Lowest());
    assertThat(Evolution.of(battery, start).over(1).plan()).contains("31 complex amplitudes");
  }

  /** A coherence that rounding leaves beside an empty level is within what a state may have. */
  @Test
  void aCoherenceBesideAnEmptyLevelLosesNoPopulation() {
    Space space = Space.cells(3);
    double rest = 1e-6; // its negative eigenvalue of 1e-12 is accepted
    State start =
        State.of(
            space,
            ComplexMatrix.generate(
                8,
                8,
                (i, j) ->
                    i == 7 && j == 7
                        ? Complex.ONE
                        : i + j == 13 && i != j ? Complex.real(rest) : Complex.ZERO));
    Battery battery = Battery.ofCells("cells", 3, 1, List.of(Channels.decay(space, 1)));
    BasisGroups groups = ReachedBlocks.groups(battery, start);
    assertThat(groups.groupOf(7)).isNotEqualTo(BasisGroups.ABSENT).isEqualTo(groups.groupOf(6));
    State later = Evolution.of(battery, start).over(1).at(1);
    assertThat(later.element(7, 7).re()).isCloseTo(1, within(COMPUTED));
  }
}
