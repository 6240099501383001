package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.linalg.ComplexMatrix;
import qbattery.measure.Measure;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Channels;
import qbattery.model.Drive;
import qbattery.model.Envelope;
import qbattery.model.InitialState;
import qbattery.model.Reservoir;
import qbattery.model.SiteState;
import qbattery.quantum.AlikeCells;
import qbattery.quantum.AlikeCells.OneCell;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

/**
 * Cells that are alike, by their total spins, against the same cells one by one, on all 2^N states.
 */
class AlikeCellsFormTest {

  /** Two tight integrations are each good to about 1e-11 of a width of a few units. */
  private static final double COMPUTED = 1e-9;

  private static final TimeGrid TIMES = TimeGrid.of(0, 0.3, 1.1);

  private static final List<Measure> MEASURES =
      List.of(
          Measure.ENERGY,
          Measure.ERGOTROPY,
          Measure.SYMMETRIC_ERGOTROPY,
          Measure.INCOHERENT_ERGOTROPY,
          Measure.COHERENT_ERGOTROPY,
          Measure.PASSIVE_ENERGY,
          Measure.EFFICIENCY,
          Measure.ENTROPY,
          Measure.PURITY,
          Measure.RELATIVE_ENTROPY_OF_COHERENCE,
          Measure.CONCURRENCE,
          Measure.POWER,
          Measure.POPULATION.with(1),
          Measure.OPEN_WORK.with(0.8),
          Measure.FREE_ENERGY.with(0.8));

  /** How the cells are described. */
  private interface Cells {

    Space space();

    /** The sum over the cells of an operator of one. */
    Operator sum(Space whole, OneCell one);
  }

  private record OneByOne(int n) implements Cells {
    @Override
    public Space space() {
      return Space.cells(n);
    }

    @Override
    public Operator sum(Space whole, OneCell one) {
      LocalOperator local =
          switch (one) {
            case LOWER -> LocalOperator.LOWER;
            case RAISE -> LocalOperator.RAISE;
            case PROJECTION -> LocalOperator.SIGMA_Z;
          };
      double factor = one == OneCell.PROJECTION ? 0.5 : 1;
      return IntStream.range(0, n)
          .mapToObj(k -> Operator.on(whole, k, local).times(factor))
          .reduce(Operator.zero(whole), Operator::plus);
    }
  }

  private record Alike(int n) implements Cells {
    @Override
    public Space space() {
      return Space.alike(n);
    }

    @Override
    public Operator sum(Space whole, OneCell one) {
      return Operator.on(whole, 0, new AlikeCells(n).sum(one));
    }
  }

  /**
   * Everything at once: storage, coupling of all to all, a tilted drive, own and common channels.
   */
  private static Battery battery(Cells cells, int kind) {
    Space space = cells.space();
    Operator lower = cells.sum(space, OneCell.LOWER);
    Operator raise = cells.sum(space, OneCell.RAISE);
    Operator z = cells.sum(space, OneCell.PROJECTION);
    Operator x = lower.plus(raise).times(0.5);
    List<Channel> channels = new ArrayList<>();
    List<Drive> drives = new ArrayList<>();
    Operator interaction = Operator.zero(space);
    if (kind != 1) {
      channels.add(Channels.decay(space, 0.7));
    }
    if (kind == 1 || kind == 3) {
      channels.add(Channels.dephasing(space, 0.9));
      channels.add(Channel.independent("common", List.of(lower), 0.4));
    }
    if (kind >= 2) {
      channels.add(Channels.pumping(space, 0.3));
      interaction = raise.times(lower).times(0.8).plus(z.times(z).times(0.35));
    }
    if (kind == 3) {
      channels.addAll(Channels.reservoir(space, 0.2, new Reservoir.Bosonic(1.3, 0.9)));
      drives.add(new Drive("field", x, new Envelope.Sine(1.2, 0.8, 0.4)));
    }
    return new Battery("b", space, z.times(1.3), interaction, channels, drives);
  }

  private static InitialState start(Cells cells, int kind) {
    int sites = cells.space().sites();
    ComplexMatrix mixed =
        ComplexMatrix.ofInterleaved(2, 2, new double[] {0.6, 0, 0.2, 0.25, 0.2, -0.25, 0.4, 0});
    return switch (kind) {
      case 0 -> new InitialState.FullyExcited();
      case 1 -> new InitialState.Coherent();
      case 2 -> new InitialState.Thermal(0.9);
      case 3 ->
          InitialState.Sites.of(
              IntStream.range(0, sites)
                  .mapToObj(k -> new SiteState.EachCell(mixed))
                  .toArray(SiteState[]::new));
      default -> new InitialState.Ground();
    };
  }

  @ParameterizedTest
  @CsvSource({
    "2, 0, 0", "2, 3, 3", "3, 0, 1", "3, 1, 3", "3, 2, 2", "3, 3, 4", "4, 0, 0", "4, 1, 1",
    "4, 2, 3", "4, 3, 2", "5, 0, 3", "5, 1, 2", "5, 2, 0", "5, 3, 1", "6, 0, 2", "6, 2, 1",
    "6, 3, 3"
  })
  void measuresAreThoseOfTheCellsOneByOne(int n, int kind, int from) {
    Cells single = new OneByOne(n);
    Cells alike = new Alike(n);
    Measurements expected = run(battery(single, kind), start(single, from));
    Measurements found = run(battery(alike, kind), start(alike, from));
    for (Measure measure : MEASURES) {
      double[] values = found.of(measure);
      double[] reference = expected.of(measure);
      for (int k = 0; k < values.length; k++) {
        if (Double.isNaN(reference[k])) {
          assertThat(values[k]).as("%s at %d", measure, k).isNaN();
        } else {
          assertThat(values[k])
              .as("%s at time %d of %d cells, battery %d", measure, k, n, kind)
              .isCloseTo(reference[k], within(COMPUTED * n));
        }
      }
    }
  }

  @Test
  void theDescriptionSaysWhatIsSaved() {
    Battery populations = battery(new Alike(20), 0);
    assertThat(Evolution.of(populations, start(new Alike(20), 0)).over(1).plan())
        .contains("populations of 121 states", "total spin", "2^20 states");
    Battery driven = battery(new Alike(4), 3);
    assertThat(Evolution.of(driven, start(new Alike(4), 1)).over(1).plan())
        .contains("3 blocks of up to 5 states, 35 complex elements", "2^4 states");
  }

  private static Measurements run(Battery battery, InitialState start) {
    return Evolution.of(battery, start).over(TIMES).measure(MEASURES.toArray(Measure[]::new));
  }
}
