package qbattery.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.dynamics.Method.DormandPrince;
import qbattery.measure.Ergotropy;
import qbattery.measure.Measure;
import qbattery.measure.Purity;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Drive;
import qbattery.model.Envelope;
import qbattery.model.InitialState;
import qbattery.model.InitialState.Sites;
import qbattery.model.SiteState.Excitations;
import qbattery.model.SiteState.Highest;
import qbattery.model.SiteState.Lowest;
import qbattery.model.StoragePart;
import qbattery.quantum.BosonOperators;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.SpinOperators;
import qbattery.testing.Rounding;

/** Modes with a cutoff, alone and with spins, against closed forms. */
class ModesTest {

  /** Tight integration is good to about 1e-11 over a few dozen radians. */
  private static final double COMPUTED = 1e-10;

  private static Operator number(Space space, int site) {
    return Operator.on(space, site, BosonOperators.number(space.localDimensions().get(site)));
  }

  /**
   * Spins 1/2 as one collective spin (site 0) in a cavity (site 1); only the spins store.
   *
   * @param counter 1 with counter-rotating terms (Dicke), 0 without (Tavis and Cummings)
   */
  private static Battery inCavity(
      int spins, int levels, double w, double cavity, double g, double counter) {
    Space space = new Space(List.of(spins + 1, levels));
    Operator lower = Operator.on(space, 0, SpinOperators.lower(spins));
    Operator a = Operator.on(space, 1, BosonOperators.annihilate(levels));
    Operator exchange = lower.adjoint().times(a).plus(lower.times(a.adjoint()));
    Operator both = lower.times(a).plus(lower.adjoint().times(a.adjoint()));
    return new Battery(
        "%d spins in a cavity".formatted(spins),
        space,
        number(space, 0).times(w),
        number(space, 1).times(cavity).plus(exchange.times(g)).plus(both.times(g * counter)),
        List.of());
  }

  private static double[] spinsUp(
      Battery battery, InitialState start, TimeGrid times, StateForm form) {
    return Evolution.of(battery, start)
        .over(times)
        .with(DormandPrince.TIGHT)
        .with(form)
        .observe(List.of(new Quantity.Expectation("up", number(battery.space(), 0))))
        .of("up");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.7, 0", "-0.4, 3"})
  void jaynesAndCummingsOscillate(double detuning, int quanta) {
    double g = 0.35;
    Battery battery = inCavity(1, 6, 1 + detuning, 1, g, 0);
    TimeGrid times = TimeGrid.upTo(12, 25);
    for (StateForm form :
        List.of(StateForm.STATE_VECTOR, StateForm.EXCITATION_SECTORS, StateForm.FULL_MATRIX)) {
      double[] up = spinsUp(battery, Sites.of(new Highest(), new Excitations(quanta)), times, form);
      double rabi = 2 * g * StrictMath.sqrt(quanta + 1);
      double whole = StrictMath.hypot(rabi, detuning);
      for (int k = 0; k < up.length; k++) {
        double s = rabi / whole * StrictMath.sin(whole * times.toArray()[k] / 2);
        assertThat(up[k]).as("%s", form).isCloseTo(1 - s * s, within(COMPUTED));
      }
    }
  }

  @Test
  void tavisAndCummingsTwoSpinsTakeTwoQuantaAtRootSix() {
    double g = 0.3;
    Battery battery = inCavity(2, 4, 1, 1, g, 0);
    TimeGrid times = TimeGrid.upTo(10, 25);
    double[] up =
        spinsUp(battery, Sites.of(new Lowest(), new Excitations(2)), times, StateForm.STATE_VECTOR);
    for (int k = 0; k < up.length; k++) {
      double angle = StrictMath.sqrt(6) * g * times.toArray()[k];
      double one = 2 / StrictMath.sqrt(6) * StrictMath.sin(angle);
      double two = StrictMath.sqrt(2) / 3 * (1 - StrictMath.cos(angle));
      assertThat(up[k]).isCloseTo(one * one + 2 * two * two, within(COMPUTED));
    }
    assertThat(Evolution.of(battery, Sites.of(new Lowest(), new Excitations(2))).over(1).plan())
        .contains("state vector of the 3 complex amplitudes, of 12,");
  }

  @Test
  void oneQuantumGoesRootNTimesFasterIntoNSpins() {
    double g = 0.2;
    Battery battery = inCavity(9, 3, 1, 1, g, 0);
    TimeGrid times = TimeGrid.upTo(5, 11);
    double[] up =
        spinsUp(battery, Sites.of(new Lowest(), new Excitations(1)), times, StateForm.SMALLEST);
    for (int k = 0; k < up.length; k++) {
      double s = StrictMath.sin(3 * g * times.toArray()[k]);
      assertThat(up[k]).isCloseTo(s * s, within(COMPUTED));
    }
  }

  /** A mode of frequency w, driven on resonance or by a constant force, that leaks. */
  private static Battery leaking(int levels, double w, double decay, List<Drive> drives) {
    Space space = new Space(List.of(levels));
    Operator a = Operator.on(space, 0, BosonOperators.annihilate(levels));
    return new Battery(
        "leaking mode",
        space,
        number(space, 0).times(w),
        Operator.zero(space),
        List.of(Channel.independent("leak", List.of(a), decay)),
        drives);
  }

  @Test
  void aDrivenLeakingModeStaysCoherentWithItsClassicalAmplitude() {
    int levels = 30;
    double w = 2;
    double decay = 0.5;
    double f = 0.4;
    Space space = new Space(List.of(levels));
    Operator a = Operator.on(space, 0, BosonOperators.annihilate(levels));
    Battery battery =
        leaking(levels, w, decay, Drive.rotating("field", a, new Envelope.Constant(f), w));
    TimeGrid times = TimeGrid.upTo(6, 13);
    TimeSeries found =
        Evolution.of(battery, new InitialState.Ground())
            .over(times)
            .with(DormandPrince.TIGHT)
            .observe(
                List.of(
                    new Quantity.Expectation(
                        "x", Operator.on(space, 0, BosonOperators.position(levels))),
                    new Quantity.Expectation(
                        "p", Operator.on(space, 0, BosonOperators.momentum(levels))),
                    new Quantity.OfState("purity", Purity::of),
                    new MeasurePreparation(battery).of(Measure.ERGOTROPY).quantities().get(0)));
    for (int k = 0; k < times.count(); k++) {
      double t = times.toArray()[k];
      // alpha = -i (2 f/decay) (1 - exp(-decay t/2)) exp(-i w t)
      double size = 2 * f / decay * (1 - StrictMath.exp(-decay * t / 2));
      double root = StrictMath.sqrt(2);
      // |alpha|^2 is 1.6 at most; above 30 levels lies 1e-25
      assertThat(found.of("x")[k])
          .isCloseTo(-root * size * StrictMath.sin(w * t), within(COMPUTED));
      assertThat(found.of("p")[k])
          .isCloseTo(-root * size * StrictMath.cos(w * t), within(COMPUTED));
      assertThat(found.of("purity")[k]).isCloseTo(1, within(COMPUTED));
      assertThat(found.of("ergotropy")[k]) // all of its energy
          .isCloseTo(w * size * size, within(1e-8)); // 30 levels of up to 60, each to 1e-11
    }
  }

  @Test
  void aDickeBatteryOfTwentySpinsIsEvolvedAsAVector() {
    int spins = 20;
    Battery battery = inCavity(spins, 71, 1, 1, 0.05, 1);
    StoragePart part = battery.storagePart();
    assertThat(part.sites()).containsExactly(0);
    Observable storage = Observable.of(part.storage());
    InitialState start = Sites.of(new Lowest(), new Excitations(spins));
    TimeSeries found =
        Evolution.of(battery, start)
            .over(TimeGrid.upTo(4, 9))
            .with(DormandPrince.USUAL)
            .observe(
                List.of(
                    new Quantity.Expectation("energy", battery.storage()),
                    Quantity.ofSites("same", part.sites(), s -> s.expectation(storage)),
                    new MeasurePreparation(battery).of(Measure.ERGOTROPY).quantities().get(0),
                    Quantity.ofSites("spectrum of spins", List.of(0), Purity::of),
                    Quantity.ofSites("spectrum of cavity", List.of(1), Purity::of)));
    assertThat(found.description()).contains("state vector of the 746 complex amplitudes, of 1491");
    for (int k = 0; k < 9; k++) {
      assertThat(found.of("same")[k]).isCloseTo(found.of("energy")[k], Rounding.after(10, 10));
      assertThat(found.of("ergotropy")[k])
          .isBetween(0.0, found.of("energy")[k] + Rounding.of(10, 10));
      // both parts of a pure state have one spectrum
      assertThat(found.of("spectrum of spins")[k])
          .isCloseTo(found.of("spectrum of cavity")[k], within(1e-11));
    }
    assertThat(found.of("ergotropy")[8]).isGreaterThan(1);
    assertThat(found.of("energy")[8]).isGreaterThan(found.of("ergotropy")[8] + 0.1);
  }

  @Test
  void theErgotropyIsThatOfThePartThatStores() {
    Battery battery = inCavity(1, 3, 1, 1, 0.5, 0);
    StoragePart part = battery.storagePart();
    Observable alone = Observable.of(part.storage());
    Observable whole = Observable.of(battery.storage());
    // at a quarter turn, entangled: half an excitation in the cell, nothing to be had from it alone
    Solution run =
        Evolution.of(battery, Sites.of(new Lowest(), new Excitations(1)))
            .over(StrictMath.PI / 2)
            .with(DormandPrince.TIGHT)
            .solve();
    double t = StrictMath.PI / 2;
    assertThat(Ergotropy.of(run.reducedAt(t, part.kept()), alone)).isCloseTo(0, within(COMPUTED));
    assertThat(Ergotropy.of(run.at(t), whole)).isCloseTo(0.5, within(COMPUTED));
    assertThat(Stream.of(0.0, 0.3, t))
        .allSatisfy(
            at ->
                assertThat(run.reducedAt(at, 0).expectation(alone))
                    .isCloseTo(run.at(at).expectation(whole), within(COMPUTED)));
  }
}
