package qbattery.dynamics.currents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.dynamics.DenseSteadyState;
import qbattery.dynamics.Lindbladian;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Battery;
import qbattery.model.CellNetwork;
import qbattery.model.Channel;
import qbattery.model.Channels;
import qbattery.model.Contact;
import qbattery.model.Drive;
import qbattery.model.Envelope;
import qbattery.model.Graph;
import qbattery.model.InitialState;
import qbattery.model.Reservoir;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.SpinOperators;
import qbattery.quantum.State;
import qbattery.testing.Matrices;
import qbattery.testing.RandomBatteries;
import qbattery.testing.Randoms;

class CurrentsTest {

  /** A few hundred products of numbers up to about 20, and the solution of a small system. */
  private static final double ROUNDING = 1e-11;

  private static Battery wired(Battery plain, List<Contact> contacts, Channel... more) {
    List<Channel> channels = new ArrayList<>(Contact.channels(contacts));
    Collections.addAll(channels, more);
    return new Battery(plain.name(), plain.space(), plain.storage(), plain.interaction(), channels);
  }

  private static Battery pair(double w1, double w2, double coupling) {
    return new CellNetwork(
            Graph.linear(2), List.of(w1, w2), List.of(coupling), List.of(0.0, 0.0), List.of(0.0))
        .battery();
  }

  /**
   * Two cells, each on a reservoir of its own. With G_k = g_k (emission + absorption), f_k the
   * population that reservoir k alone would bring, G = (G_1 + G_2)/2 and D = w_1 - w_2 the
   * equations
   *
   * <pre>
   * dn_1/dt = G_1 (f_1 - n_1) - I,  dn_2/dt = G_2 (f_2 - n_2) + I,  I = -2 J Im c,
   * dc/dt   = (i D - G) c + i J (n_2 - n_1),   c = tr(rho sigma_1^+ sigma_2^-)
   * </pre>
   *
   * <p>are closed, and the steady current is that through three resistances in a row: I = (f_1 -
   * f_2) / (1/G_1 + 1/K + 1/G_2) with K = 2 J^2 G / (G^2 + D^2).
   */
  @ParameterizedTest
  @CsvSource({
    "10, 10, 1, 1, 1",
    "1, 1, 0.3, 0.2, 0.7",
    "1.3, 0.4, 0.8, 0.5, 1.1",
    "2, 3, -4, 0.1, 0.2"
  })
  void twoCellsConductLikeThreeResistances(double w1, double w2, double j, double g1, double g2) {
    List<List<Reservoir>> cases =
        List.of(
            List.of(new Reservoir.Fermionic(w1, 1, w1 + 2), new Reservoir.Fermionic(w2, 0.5, -1)),
            List.of(new Reservoir.Bosonic(w1, 0.3), new Reservoir.Bosonic(w2, 2.5)),
            List.of(new Reservoir.Fermionic(1, 2, 3), new Reservoir.Bosonic(w2, 1)));
    for (List<Reservoir> reservoirs : cases) {
      List<Contact> contacts = Contact.oneEach(Space.cells(2), List.of(g1, g2), reservoirs);
      Battery battery = wired(pair(w1, w2, j), contacts);
      State steady = DenseSteadyState.of(battery);
      CurrentBalance balance = Currents.of(battery, contacts).at(steady);

      double rate1 = g1 * (reservoirs.get(0).emission() + reservoirs.get(0).absorption());
      double rate2 = g2 * (reservoirs.get(1).emission() + reservoirs.get(1).absorption());
      double f1 = g1 * reservoirs.get(0).absorption() / rate1;
      double f2 = g2 * reservoirs.get(1).absorption() / rate2;
      double width = (rate1 + rate2) / 2;
      double detuning = w1 - w2;
      double lorentz = width * width + detuning * detuning;
      double conductance = 2 * j * j * width / lorentz;
      double current = (f1 - f2) / (1 / rate1 + 1 / conductance + 1 / rate2);
      // Re c, which carries interaction energy, from n_1 - n_2 = I / K.
      double coherence = j * detuning / lorentz * current / conductance;

      ContactCurrent first = balance.contacts().get(0);
      ContactCurrent second = balance.contacts().get(1);
      assertThat(first.particles()).isCloseTo(current, within(ROUNDING));
      assertThat(second.particles()).isCloseTo(-current, within(ROUNDING));
      assertThat(first.stored()).isCloseTo(w1 * current, within(ROUNDING));
      assertThat(second.stored()).isCloseTo(-w2 * current, within(ROUNDING));
      assertThat(first.energy()).isCloseTo(w1 * current - rate1 * j * coherence, within(ROUNDING));
      assertThat(second.energy())
          .isCloseTo(-w2 * current - rate2 * j * coherence, within(ROUNDING));
      double mu = reservoirs.get(0).chemicalPotential();
      assertThat(first.heat()).isCloseTo(first.energy() - mu * current, within(ROUNDING));
      assertThat(balance.relativeImbalance()).isLessThan(ROUNDING);
      assertThat(StrictMath.abs(current)).isGreaterThan(1e-3); // else little was tested
    }
  }

  /** The closed form for equal rates and frequencies, g 2 J^2 (n_1 - n_2) / (g^2 + 4 J^2). */
  @Test
  void theLimitsOfTheCurrentOfTwoEqualCells() {
    double difference = 0.8; // n = 0.9 and 0.1
    for (double j : new double[] {1e-3, 0.5, 1e3}) {
      List<Contact> contacts =
          Contact.oneEach(
              Space.cells(2),
              List.of(1.0, 1.0),
              List.of(
                  new Reservoir.Fermionic(1, 1, 1 + StrictMath.log(9)),
                  new Reservoir.Fermionic(1, 1, 1 - StrictMath.log(9))));
      Battery battery = wired(pair(10, 10, j), contacts);
      double current =
          Currents.of(battery, contacts)
              .at(DenseSteadyState.of(battery))
              .contacts()
              .get(0)
              .particles();
      double byHand = 2 * j * j * difference / (1 + 4 * j * j);
      // Elements of the size of J = 1000 are eliminated in double precision.
      assertThat(current).isCloseTo(byHand, within(1e-13 * (1 + j) + 1e-9 * byHand));
    }
  }

  @Test
  void currentsArePositiveIntoTheBatteryAndRunDownhill() {
    Reservoir high = new Reservoir.Fermionic(10, 1, 12);
    Reservoir low = new Reservoir.Fermionic(10, 1, 9);
    for (boolean swapped : new boolean[] {false, true}) {
      List<Contact> contacts =
          Contact.oneEach(
              Space.cells(2), List.of(1.0, 1.0), swapped ? List.of(low, high) : List.of(high, low));
      Battery battery = wired(pair(10, 10, 1), contacts);
      CurrentBalance balance = Currents.of(battery, contacts).at(DenseSteadyState.of(battery));
      ContactCurrent source = balance.contacts().get(swapped ? 1 : 0);
      ContactCurrent drain = balance.contacts().get(swapped ? 0 : 1);
      assertThat(source.particles()).isGreaterThan(0.1);
      assertThat(source.energy()).isCloseTo(10 * source.particles(), within(ROUNDING));
      assertThat(drain.particles()).isCloseTo(-source.particles(), within(ROUNDING));
      // Isothermal: the heats cannot both come out of reservoirs.
      assertThat(source.heat() + drain.heat())
          .isCloseTo(-(12 - 9) * source.particles(), within(ROUNDING));
    }
  }

  /** The product of Gibbs states of N does not move: [Hint, N] = 0. Emission and absorption do. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void equalReservoirsBringNoCurrent(int n) {
    Reservoir reservoir = new Reservoir.Fermionic(1, 1, 1.7);
    List<Contact> contacts =
        Contact.oneEach(
            Space.cells(n), Collections.nCopies(n, 0.8), Collections.nCopies(n, reservoir));
    Battery battery = wired(CellNetwork.uniform(Graph.central(n), 20, 1, 0, 0).battery(), contacts);
    CurrentBalance balance = Currents.of(battery, contacts).at(DenseSteadyState.of(battery));
    for (ContactCurrent current : balance.contacts()) {
      assertThat(current.energy()).isCloseTo(0, within(ROUNDING));
      assertThat(current.stored()).isCloseTo(0, within(ROUNDING));
      assertThat(current.particles()).isCloseTo(0, within(ROUNDING));
      assertThat(current.heat()).isCloseTo(0, within(ROUNDING));
    }
    double oneWay = 0.8 * reservoir.emission() * reservoir.absorption();
    assertThat(balance.largestParticles()).isCloseTo(oneWay, within(ROUNDING));
    assertThat(balance.relativeImbalance()).isLessThan(ROUNDING);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theSumRulesHoldInSteadyStatesAndFailElsewhere(long seed) {
    Random random = new Random(seed);
    List<Contact> contacts =
        Contact.oneEach(
            Space.cells(3),
            List.of(random.nextDouble(0.2, 2), random.nextDouble(0.2, 2), 0.7),
            List.of(
                new Reservoir.Fermionic(1, 1, random.nextDouble(0, 4)),
                new Reservoir.Bosonic(1, random.nextDouble(0.2, 3)),
                new Reservoir.Fermionic(1, 0.2, random.nextDouble(0, 4))));
    CellNetwork chain =
        new CellNetwork(
            Graph.circular(3),
            List.of(1.0, 1.4, 0.7),
            List.of(0.5, -1.0, 0.8),
            List.of(0.0, 0.0, 0.0),
            List.of(0.0, 0.0, 0.0));
    Channel dephasing = Channels.dephasing(Space.cells(3), 0.6);
    Battery battery = wired(chain.battery(), contacts, dephasing);
    Currents currents = Currents.of(battery, contacts);
    CurrentBalance steady = currents.at(DenseSteadyState.of(battery));
    assertThat(steady.relativeImbalance()).isLessThan(ROUNDING);
    assertThat(steady.created()).isCloseTo(0, within(ROUNDING));
    assertThat(steady.total().energy()).isCloseTo(0, within(ROUNDING));
    // Dephasing moves no excitations and none of H0, but interaction energy.
    assertThat(steady.others().particles()).isCloseTo(0, within(ROUNDING));
    assertThat(steady.others().stored()).isCloseTo(0, within(ROUNDING));
    assertThat(StrictMath.abs(steady.others().energy())).isGreaterThan(1e-4);

    CurrentBalance start = currents.at(new InitialState.FullyExcited().of(battery));
    assertThat(start.relativeImbalance()).isGreaterThan(0.5);
  }

  /** For any battery and state, conserving or not: the balance is the rate of the mean value. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theBalanceIsTheRateUnderTheWholeMasterEquation(long seed) {
    Random random = new Random(seed);
    Battery plain = RandomBatteries.cells(random, 3);
    Space space = plain.space();
    Operator drive =
        Operator.sumOverSites(space, LocalOperator.SIGMA_X).times(random.nextDouble(0.2, 1));
    Contact common = Contact.common(space, 0.4, new Reservoir.Fermionic(1, 1, 1.5));
    List<Channel> channels = new ArrayList<>(plain.channels());
    channels.addAll(common.channels());
    Battery battery =
        new Battery("driven", space, plain.storage(), plain.interaction().plus(drive), channels);
    State state = Randoms.state(random, space);
    CurrentBalance balance = Currents.of(battery, List.of(common)).at(state);
    ComplexMatrix change = Lindbladian.of(battery).apply(state.matrix());
    ComplexMatrix h = battery.storage().plus(battery.interaction()).matrix();
    assertThat(balance.energyImbalance())
        .isCloseTo(change.traceOfProduct(h).re(), within(ROUNDING));
    assertThat(balance.storedImbalance())
        .isCloseTo(change.traceOfProduct(battery.storage().matrix()).re(), within(ROUNDING));
    assertThat(balance.particleImbalance())
        .isCloseTo(change.traceOfProduct(Currents.number(space).matrix()).re(), within(ROUNDING));
    assertThat(StrictMath.abs(balance.created())).isGreaterThan(1e-3);

    // One contact alone: the dissipator applied to the state.
    Battery onlyContact =
        new Battery(
            "contact", space, Operator.zero(space), Operator.zero(space), common.channels());
    ComplexMatrix dissipated = Lindbladian.of(onlyContact).apply(state.matrix());
    assertThat(balance.contacts().get(0).energy())
        .isCloseTo(dissipated.traceOfProduct(h).re(), within(ROUNDING));
  }

  /** S^+ S^- is 2 in the triplet of one excitation, 0 in the singlet, 1 and 1 for cells apart. */
  @Test
  void cellsOnOneReservoirEmitTogetherOrNotAtAll() {
    Space space = Space.cells(2);
    Contact cold = Contact.common(space, 0.5, new Reservoir.Bosonic(1, 0));
    Battery battery = wired(pair(3, 3, 0.2), List.of(cold));
    Currents currents = Currents.of(battery, List.of(cold));
    CurrentBalance bright = currents.at(State.of(space, Matrices.projector(0, 1, 1, 0)));
    assertThat(bright.contacts().get(0).particles()).isCloseTo(-2 * 0.5, within(ROUNDING));
    assertThat(bright.contacts().get(0).energy()).isCloseTo(-2 * 0.5 * (3 + 0.2), within(ROUNDING));
    CurrentBalance dark = currents.at(State.of(space, Matrices.projector(0, 1, -1, 0)));
    assertThat(dark.contacts().get(0).particles()).isCloseTo(0, within(ROUNDING));
    assertThat(dark.contacts().get(0).energy()).isCloseTo(0, within(ROUNDING));
  }

  /** A spin 1 on top of its ladder emits at J^+ J^- = 2; on its Gibbs ladder nothing flows. */
  @Test
  void aSiteOfThreeLevelsCountsItsLevels() {
    Space space = new Space(List.of(3));
    Reservoir bosons = new Reservoir.Bosonic(2, 1.5);
    Contact contact =
        new Contact(
            "bath",
            bosons,
            0.5,
            List.of(Operator.on(space, 0, SpinOperators.lower(2))),
            Contact.Sharing.COLLECTIVE);
    Battery battery =
        new Battery(
            "spin 1",
            space,
            Operator.on(space, 0, SpinOperators.projection(2)).times(2),
            Operator.zero(space),
            contact.channels());
    Currents currents = Currents.of(battery, List.of(contact));
    ContactCurrent top =
        currents.at(State.of(space, ComplexMatrix.diagonal(1, 0, 0))).contacts().get(0);
    assertThat(top.particles()).isCloseTo(-0.5 * bosons.emission() * 2, within(ROUNDING));
    assertThat(top.energy()).isCloseTo(2 * top.particles(), within(ROUNDING));
    CurrentBalance steady = currents.at(DenseSteadyState.of(battery));
    assertThat(steady.total().particles()).isCloseTo(0, within(ROUNDING));
    assertThat(steady.relativeImbalance()).isLessThan(ROUNDING);
  }

  @Test
  void eightCellsAreNoBurden() {
    Space space = Space.cells(8);
    Reservoir reservoir = new Reservoir.Fermionic(1, 1, 1);
    List<Contact> contacts =
        new ArrayList<>(
            Contact.oneEach(space, Collections.nCopies(8, 0.8), Collections.nCopies(8, reservoir)));
    contacts.add(Contact.common(space, 0.1, reservoir));
    Battery battery = wired(CellNetwork.uniform(Graph.central(8), 20, 1, 0, 0).battery(), contacts);
    CurrentBalance balance =
        Currents.of(battery, contacts).at(new InitialState.Ground().of(battery));
    for (ContactCurrent own : balance.contacts().subList(0, 8)) {
      assertThat(own.particles()).isCloseTo(0.8 * 0.5, within(ROUNDING));
    }
    assertThat(balance.contacts().get(8).particles()).isCloseTo(8 * 0.1 * 0.5, within(ROUNDING));
  }

  @Test
  void aContactThatTheBatteryDoesNotHaveIsRefused() {
    Contact common = Contact.common(Space.cells(2), 1, new Reservoir.Bosonic(1, 1));
    Battery without = pair(1, 1, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Currents.of(without, List.of(common)))
        .withMessageContaining("'common reservoir: emission'")
        .withMessageContaining("is not one of the battery");
    Battery with = wired(without, List.of(common));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Currents.of(with, List.of(common, common)))
        .withMessageContaining("name each contact once");
  }

  @Test
  void aDrivenBatteryIsRefusedAsItsDriveDoesWork() {
    Battery pair = pair(1, 1, 1);
    Drive field =
        new Drive(
            "laser",
            Operator.sumOverSites(pair.space(), LocalOperator.SIGMA_X),
            new Envelope.Constant(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Currents.of(pair.with(List.of(field)), List.of()))
        .withMessageContaining("is driven by 'laser'");
  }
}
