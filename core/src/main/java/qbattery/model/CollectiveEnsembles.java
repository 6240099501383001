package qbattery.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import qbattery.linalg.Complex;
import qbattery.quantum.EnsembleState;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Multiplet;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.SpinOperators;
import qbattery.quantum.State;

/**
 * Two ensembles of spins 1/2, battery and charger, that share one bosonic reservoir; quach2020,
 * Eqs. 1-2:
 *
 * <pre>d rho/dt = -i [w (J_B^z + J_C^z), rho]
 *           + gamma [(n + 1) L(J_B^- + J_C^-) + n L(J_B^+ + J_C^+)],
 * L(O) = 2 O rho O^+ - O^+ O rho - rho O^+ O.</pre>
 *
 * <p>With this L a channel's rate is twice what stands before it: 2 gamma (n + 1) and 2 gamma n.
 * All operators are collective, so each ensemble stays in its multiplets; a pair of multiplets is a
 * battery of two sites, the battery's spin first. hbar = k_B = 1.
 *
 * @param batterySize N_B, number of spins of the battery, at least 1
 * @param chargerSize N_C, number of spins of the charger, at least 1; R is N_C / N_B, any ratio
 * @param frequency w, level spacing of each spin, positive
 * @param rate gamma, coupling to the reservoir, not negative, in units of a rate
 * @param temperature T of the reservoir in the units of the frequency, 0 or larger
 */
public record CollectiveEnsembles(
    int batterySize, int chargerSize, double frequency, double rate, double temperature) {

  /**
   * Checks all.
   *
   * @throws IllegalArgumentException if an ensemble has no spin, the frequency is not positive, or
   *     the rate or the temperature is negative or not finite
   */
  public CollectiveEnsembles {
    if (batterySize < 1 || chargerSize < 1) {
      throw new IllegalArgumentException(
          "Battery and charger need at least one spin each, not %d and %d."
              .formatted(batterySize, chargerSize));
    }
    Channel.requireRate("the coupling of the ensembles", rate);
    new Reservoir.Bosonic(frequency, temperature); // refuses what is no frequency or temperature
  }

  /**
   * What the ensembles are coupled to.
   *
   * @return the reservoir; its absorption is n
   */
  public Reservoir.Bosonic reservoir() {
    return new Reservoir.Bosonic(frequency, temperature);
  }

  /**
   * Battery and charger, each in its symmetric multiplet: all there is when the battery starts down
   * and the charger up.
   *
   * @return the battery, of (N_B + 1)(N_C + 1) states
   */
  public Battery symmetric() {
    return pair(Multiplet.symmetric(batterySize));
  }

  /**
   * The battery in any multiplet, the charger in its symmetric one.
   *
   * @param multiplet the battery's multiplet
   * @return the battery on two sites, of 2 j_B + 1 and N_C + 1 levels
   */
  public Battery pair(Multiplet multiplet) {
    int twiceB = multiplet.twiceJ();
    Space space = pairSpace(batterySize, multiplet, chargerSize);
    Operator projection =
        Operator.on(space, 0, SpinOperators.projection(twiceB))
            .plus(Operator.on(space, 1, SpinOperators.projection(chargerSize)));
    Operator lower =
        Operator.on(space, 0, SpinOperators.lower(twiceB))
            .plus(Operator.on(space, 1, SpinOperators.lower(chargerSize)));
    Operator raise =
        Operator.on(space, 0, SpinOperators.raise(twiceB))
            .plus(Operator.on(space, 1, SpinOperators.raise(chargerSize)));
    return battery(
        "2j_B = %d beside %d spins".formatted(twiceB, chargerSize), projection, lower, raise);
  }

  /** Both collective spins, that of the battery in a multiplet. */
  static Space pairSpace(int batterySize, Multiplet multiplet, int chargerSize) {
    return Space.joined(
        List.of(
            EnsembleState.space(batterySize, multiplet.levels()), Space.collective(chargerSize)));
  }

  /**
   * The battery's ensemble without the charger: how it discharges; quach2020, Sec. IV.
   *
   * @param multiplet the battery's multiplet
   * @return the battery on one site of 2 j_B + 1 levels
   */
  public Battery discharging(Multiplet multiplet) {
    int twiceB = multiplet.twiceJ();
    Space space = pairSpace(batterySize, multiplet, chargerSize).part(List.of(0));
    return battery(
        "2j_B = %d alone".formatted(twiceB),
        Operator.on(space, 0, SpinOperators.projection(twiceB)),
        Operator.on(space, 0, SpinOperators.lower(twiceB)),
        Operator.on(space, 0, SpinOperators.raise(twiceB)));
  }

  /**
   * All spins as two-level cells, those of the battery first: 2^(N_B + N_C) states, to hold the
   * smaller forms to.
   *
   * @return the battery on cells
   * @throws IllegalArgumentException if there are more cells than a space can have
   */
  public Battery cells() {
    Space space = Space.cells(batterySize + chargerSize);
    return battery(
        "%d and %d cells".formatted(batterySize, chargerSize),
        Operator.sumOverSites(space, LocalOperator.SIGMA_Z).times(0.5),
        Operator.sumOverSites(space, LocalOperator.LOWER),
        Operator.sumOverSites(space, LocalOperator.RAISE));
  }

  /**
   * The battery's energy above its ground state, {@code w (J_B^z + N_B/2)}, as an operator; lower
   * multiplets do not reach zero.
   *
   * @param multiplet the battery's multiplet
   * @return the operator on the space of {@link #pair}
   */
  public Operator batteryEnergy(Multiplet multiplet) {
    Space space = pair(multiplet).space();
    double lowest = 0.5 * (batterySize - multiplet.twiceJ());
    Operator excited = Operator.on(space, 0, SpinOperators.excitations(multiplet.twiceJ()));
    Operator.Term offset = new Operator.Term(Complex.real(lowest), Map.of());
    return excited.plus(new Operator(space, List.of(offset))).times(frequency);
  }

  /**
   * Battery down, charger up: quach2020, Sec. III and Appendix.
   *
   * @return one part, the symmetric multiplet
   */
  public EnsembleState batteryDown() {
    return batteryThermal(0);
  }

  /**
   * Battery in thermal equilibrium at a temperature of its own, charger up; quach2020, Sec. II has
   * the reservoir's temperature.
   *
   * @param batteryTemperature temperature in the units of the frequency, 0 or larger; at 0 the
   *     battery is down
   * @return every multiplet of the battery that has a weight above 0, on the space of {@link #pair}
   * @throws IllegalArgumentException if the temperature is negative or not finite
   */
  public EnsembleState batteryThermal(double batteryTemperature) {
    return ThermalStart.of(batterySize, chargerSize, boltzmann(batteryTemperature));
  }

  /**
   * The same start on {@link #cells()}.
   *
   * @param batteryTemperature temperature of the battery's cells; at 0 they are down
   * @return the state of all cells, those of the charger in |e>
   * @throws IllegalArgumentException if the temperature is negative or not finite, or there are too
   *     many cells
   */
  public State cellsThermal(double batteryTemperature) {
    return ThermalStart.ofCells(batterySize, chargerSize, boltzmann(batteryTemperature));
  }

  private double boltzmann(double batteryTemperature) {
    Reservoir.Bosonic checked = new Reservoir.Bosonic(frequency, batteryTemperature);
    return checked.temperature() == 0 ? 0 : StrictMath.exp(-frequency / checked.temperature());
  }

  private Battery battery(String name, Operator projection, Operator lower, Operator raise) {
    List<Channel> channels = new ArrayList<>();
    channels.add(
        Channel.independent("collective decay", List.of(lower), 2 * rate * reservoir().emission()));
    if (reservoir().absorption() > 0) {
      channels.add(
          Channel.independent(
              "collective pumping", List.of(raise), 2 * rate * reservoir().absorption()));
    }
    return new Battery(
        name,
        projection.space(),
        projection.times(frequency),
        Operator.zero(projection.space()),
        channels);
  }
}
