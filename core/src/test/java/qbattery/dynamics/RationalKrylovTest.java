package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.dynamics.Method.DormandPrince;
import qbattery.dynamics.Method.Exponential;
import qbattery.dynamics.Method.Exponential.Grid;
import qbattery.dynamics.Method.RationalKrylov;
import qbattery.linalg.ComplexMatrix;
import qbattery.measure.Measure;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Drive;
import qbattery.model.Envelope;
import qbattery.quantum.BosonOperators;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;

/** Krylov steps against closed forms, and against the exponential in 32 digits. */
class RationalKrylovTest {

  /** Step errors add up over some dozens of steps. */
  private static final double SUM_OF_STEPS = 100;

  private static Space space(int levels) {
    return new Space(List.of(2, levels));
  }

  private static Operator cell(int levels) {
    return Operator.on(space(levels), 0, LocalOperator.LOWER);
  }

  private static Operator mode(int levels) {
    return Operator.on(space(levels), 1, BosonOperators.annihilate(levels));
  }

  private static Operator number(int levels) {
    return Operator.on(space(levels), 0, LocalOperator.EXCITED);
  }

  private static Operator photons(int levels) {
    return mode(levels).adjoint().times(mode(levels));
  }

  /** A cell that couples to a leaking mode. */
  private static Battery battery(int levels, double g, double loss, Drive... drives) {
    Operator hop = cell(levels).adjoint().times(mode(levels));
    return new Battery(
        "cell and mode",
        space(levels),
        number(levels),
        hop.plus(hop.adjoint()).times(g),
        List.of(
            Channel.independent("loss", List.of(mode(levels)), loss),
            Channel.independent("dephasing", List.of(number(levels)), 0.3)),
        List.of(drives));
  }

  private static State basis(Space space, int k) {
    int d = space.dimension();
    double[] elements = new double[2 * d * d];
    elements[2 * (k * d + k)] = 1;
    return State.of(space, ComplexMatrix.ofInterleaved(d, d, elements));
  }

  /** The cell excited and the mode empty. */
  private static State excited(int levels) {
    for (int k = 0; k < 2 * levels; k++) {
      State state = basis(space(levels), k);
      double cell = state.expectation(Observable.of(number(levels)));
      double photons = state.expectation(Observable.of(photons(levels)));
      if (cell == 1 && photons == 0) {
        return state;
      }
    }
    throw new IllegalStateException("no such state");
  }

  /**
   * Of one excitation the amplitudes obey two linear equations: on resonance and without dephasing,
   * c'' + loss/2 c' + g^2 c = 0 for that of the cell.
   */
  @ParameterizedTest
  @CsvSource({"1e12, 5e5", "1e8, 5e3", "1e4, 30", "30, 2"})
  void oneExcitationLeaksAsTwoEquationsSay(double loss, double g) {
    int levels = 12;
    Operator hop = cell(levels).adjoint().times(mode(levels));
    Battery battery =
        new Battery(
            "cell and mode",
            space(levels),
            number(levels),
            hop.plus(hop.adjoint()).times(g).plus(photons(levels)),
            List.of(Channel.independent("loss", List.of(mode(levels)), loss)));
    RationalKrylov method = new RationalKrylov(1e-10, Grid.FIRST);
    Solution trajectory = Evolution.of(battery, excited(levels)).over(2).with(method).solve();
    double root = Math.sqrt(loss * loss / 16 - g * g);
    double slow = -g * g / (loss / 4 + root);
    double fast = -(loss / 4 + root);
    for (double t : new double[] {0, 1e-3 / loss, 1 / loss, 0.01, 0.5, 1.3, 2}) {
      double amplitude = (fast * Math.exp(slow * t) - slow * Math.exp(fast * t)) / (fast - slow);
      assertThat(trajectory.at(t).expectation(Observable.of(number(levels))))
          .isCloseTo(amplitude * amplitude, within(SUM_OF_STEPS * method.tolerance()));
    }
  }

  /**
   * A part of the state that turns for as long as the slow decay lasts: steps may not become so
   * long that it is lost, and no difference of two sums that both lose it shows that.
   */
  @ParameterizedTest
  @CsvSource({"FIRST", "SECOND"})
  void whatTurnsWeaklyIsKept(Grid grid) {
    int levels = 5;
    Operator hop = cell(levels).adjoint().times(mode(levels));
    Operator x = mode(levels).plus(mode(levels).adjoint());
    Battery battery =
        new Battery(
            "cell and driven mode",
            space(levels),
            number(levels),
            hop.plus(hop.adjoint()).times(0.5).plus(photons(levels)).plus(x.times(10)),
            List.of(Channel.independent("loss", List.of(mode(levels)), 1e3)));
    RationalKrylov method = new RationalKrylov(1e-10, grid);
    Solution krylov = Evolution.of(battery, excited(levels)).over(400).with(method).solve();
    Solution exponential =
        Evolution.of(battery, excited(levels)).over(400).with(new Exponential(Grid.FIRST)).solve();
    for (double t : new double[] {50, 55, 70, 100, 200, 300, 400}) {
      ComplexMatrix apart = krylov.at(t).matrix().minus(exponential.at(t).matrix());
      assertThat(apart.maxAbs()).isLessThan(SUM_OF_STEPS * method.tolerance());
    }
  }

  /** 16.1 + (81.8 - 16.1) is less than 81.8: the last time must not be missed. */
  @Test
  void theLastTimeOfALaterPieceIsReached() {
    int levels = 4;
    Operator x = mode(levels).plus(mode(levels).adjoint());
    Drive pulse = new Drive("pulse", x, new Envelope.Pulse(1, 0, 16.1));
    Evolution evolution =
        Evolution.of(battery(levels, 1e-3, 1e3, pulse), excited(levels))
            .over(TimeGrid.upTo(81.8, 3))
            .with(new RationalKrylov(1e-10, Grid.FIRST));
    assertThat(16.1 + (81.8 - 16.1)).isLessThan(81.8);
    double[] energy = evolution.measure(Measure.ENERGY).of(Measure.ENERGY);
    assertThat(energy[2]).isGreaterThan(0.9);
  }

  /** A drive that jumps, dephasing and a loss; populations, coherences and both grids. */
  @ParameterizedTest
  @CsvSource({"1e3, FIRST", "1e9, FIRST", "1e9, SECOND"})
  void agreesWithTheExponential(double loss, Grid grid) {
    int levels = 4;
    Operator x = mode(levels).plus(mode(levels).adjoint());
    Drive pulse = new Drive("pulse", x, new Envelope.Pulse(loss / 10, 0.3, 1.1));
    Battery battery = battery(levels, Math.sqrt(loss) / 4, loss, pulse);
    RationalKrylov method = new RationalKrylov(1e-10, grid);
    Solution krylov = Evolution.of(battery, excited(levels)).over(2).with(method).solve();
    Solution exponential =
        Evolution.of(battery, excited(levels)).over(2).with(new Exponential(Grid.FIRST)).solve();
    double scale = 0;
    for (double t : new double[] {1e-2 / loss, 0.2, 0.3, 0.3 + 1 / loss, 0.9, 1.1, 1.5, 2}) {
      ComplexMatrix apart = krylov.at(t).matrix().minus(exponential.at(t).matrix());
      assertThat(apart.maxAbs()).isLessThan(SUM_OF_STEPS * method.tolerance());
      scale = Math.max(scale, krylov.at(t).expectation(Observable.of(photons(levels))));
    }
    assertThat(scale).as("the drive moves the mode").isGreaterThan(0.01);
  }

  /**
   * A slow loss through a fast mode, 4 g^2/loss, with a drive on the mode: the Hamiltonian alone
   * would turn 1e6 times. The cell is left with that loss and the drive g alpha, alpha = -2 i
   * drive/loss, to relative errors of the order (g/loss)^2 and cell energies over the loss.
   */
  @Test
  void aSlowRateBesideAFastLossIsServedWhateverTheHamiltonianIs() {
    int levels = 14;
    double g = 10;
    double loss = 1e6;
    double drive = 100;
    Operator hop = cell(levels).adjoint().times(mode(levels));
    Operator x = mode(levels).plus(mode(levels).adjoint());
    Battery battery =
        new Battery(
            "slow through fast",
            space(levels),
            number(levels),
            hop.plus(hop.adjoint()).times(g).plus(x.times(drive)).plus(number(levels).times(-1)),
            List.of(Channel.independent("loss", List.of(mode(levels)), loss)));
    Evolution evolution =
        Evolution.of(battery, excited(levels))
            .over(4000)
            .preferring(DormandPrince.USUAL, Grid.FIRST);
    assertThat(evolution.method()).isInstanceOf(RationalKrylov.class);
    double found = evolution.solve().at(4000).expectation(Observable.of(number(levels)));
    double rate = 4 * g * g / loss;
    double rabi = 4 * g * drive / loss;
    // Bloch equations on resonance (Torrey 1949) for w = p_e - p_g from w = 1
    double root = Math.sqrt(rabi * rabi - rate * rate / 16);
    double rest = -rate * rate / (rate * rate + 2 * rabi * rabi);
    double t = 4000;
    double slope = -2 * rate; // of w at the start, where it decays alone
    double b = (slope + 0.75 * rate * (1 - rest)) / root;
    double w =
        rest
            + Math.exp(-0.75 * rate * t)
                * ((1 - rest) * Math.cos(root * t) + b * Math.sin(root * t));
    double adiabatic = 100 * (g / loss) * (g / loss) + 10 * drive * g / loss / loss;
    assertThat(found)
        .isCloseTo((1 + w) / 2, within(adiabatic + SUM_OF_STEPS * DormandPrince.USUAL.rtol()));
  }

  @Test
  void stepsFollowWhatIsAliveNotWhatIsFast() {
    List<Double> ends = new ArrayList<>();
    Battery battery = battery(12, 0.5, 1e12);
    RationalKrylovMotion motion =
        RationalKrylovMotion.of(battery, excited(12), 50, new RationalKrylov(1e-9, Grid.FIRST));
    motion.integrate(motion.prepared().vector().get(), 50, step -> ends.add(step.end()));
    assertThat(ends.get(0))
        .as("the first one is as short as the loss asks for")
        .isLessThan(1 / 1e12);
    assertThat(ends).as("an integrator would take 1e13").hasSizeLessThan(60);
    assertThat(ends.get(ends.size() - 1)).isEqualTo(50.0);
  }

  @Test
  void fastLossesOfLargeBatteriesAreChosenForIt() {
    DormandPrince usual = DormandPrince.USUAL;
    Operator x = mode(12).plus(mode(12).adjoint()).times(0.1);
    Drive constant = new Drive("constant", x, new Envelope.Constant(1));
    assertThat(fitting(battery(12, 0.5, 1e12, constant), usual))
        .isEqualTo(new RationalKrylov(usual.rtol(), Grid.SECOND));
    assertThat(fitting(battery(12, 1e9, 1, constant), usual))
        .as("frequencies need the exponential")
        .isEqualTo(new Exponential(Grid.SECOND));
    assertThat(fitting(battery(12, 0.5, 1, constant), usual)).isEqualTo(usual);
  }

  @Test
  void theSecondWayMakesItsExponentialsForOtherTimes() {
    Operator x = mode(12).plus(mode(12).adjoint()).times(0.1);
    Drive constant = new Drive("constant", x, new Envelope.Constant(1));
    for (double[] rates : new double[][] {{0.5, 1e12}, {1e9, 1}}) {
      Battery battery = battery(12, rates[0], rates[1], constant);
      Evolution any = Evolution.of(battery, excited(12)).over(10);
      for (Grid grid : Grid.values()) {
        Evolution first = any.preferring(DormandPrince.USUAL, grid);
        assertThat(grid(second(first))).isNotEqualTo(grid(first.method())).isNotEqualTo(grid);
        Evolution given = any.with(first.method());
        assertThat(grid(second(given))).isNotEqualTo(grid);
      }
    }
    Evolution exact = Evolution.of(battery(2, 0.5, 1), excited(2)).over(1).with(new Method.Exact());
    assertThat(second(exact)).isEqualTo(DormandPrince.TIGHT);
    assertThat(exact.secondWay()).as("made once").isSameAs(exact.secondWay());
  }

  private static Method second(Evolution first) {
    return first.secondWay().orElseThrow().method();
  }

  private static Grid grid(Method method) {
    return method instanceof RationalKrylov krylov ? krylov.grid() : ((Exponential) method).grid();
  }

  private static Method fitting(Battery battery, DormandPrince method) {
    return Evolution.of(battery, excited(12)).over(10).preferring(method, Grid.SECOND).method();
  }
}
