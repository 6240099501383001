package qbattery.model;

/**
 * A reservoir at equilibrium: what it makes of a transition of a given frequency, as factors that
 * multiply the coupling rate. hbar = k_B = 1.
 */
public sealed interface Reservoir {

  /**
   * Factor of the decay rate: how readily the reservoir takes an excitation.
   *
   * @return n + 1 for bosons, 1 - n for fermions
   */
  double emission();

  /**
   * Factor of the pumping rate: how readily the reservoir gives one.
   *
   * @return the mean occupation n
   */
  double absorption();

  /**
   * Bosons: n = 1 / (exp(frequency/temperature) - 1).
   *
   * @param frequency transition frequency, positive
   * @param temperature temperature, 0 or larger, in the units of the frequency
   */
  record Bosonic(double frequency, double temperature) implements Reservoir {

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if the frequency is not positive or the temperature negative
     */
    public Bosonic {
      if (!(frequency > 0) || Double.isInfinite(frequency)) {
        throw new IllegalArgumentException(
            "A bosonic reservoir needs a positive, finite frequency, not %s.".formatted(frequency));
      }
      requireTemperature(temperature);
    }

    @Override
    public double emission() {
      return absorption() + 1;
    }

    @Override
    public double absorption() {
      return temperature == 0 ? 0 : 1 / StrictMath.expm1(frequency / temperature);
    }
  }

  /**
   * Fermions: n = 1 / (exp((frequency - chemicalPotential)/temperature) + 1).
   *
   * @param frequency transition frequency, finite
   * @param temperature temperature, 0 or larger, in the units of the frequency
   * @param chemicalPotential chemical potential, finite, in the units of the frequency
   */
  record Fermionic(double frequency, double temperature, double chemicalPotential)
      implements Reservoir {

    /**
     * Checks all three.
     *
     * @throws IllegalArgumentException if one is not finite or the temperature is negative
     */
    public Fermionic {
      if (!Double.isFinite(frequency) || !Double.isFinite(chemicalPotential)) {
        throw new IllegalArgumentException(
            "A fermionic reservoir needs a finite frequency and chemical potential, not %s and %s."
                .formatted(frequency, chemicalPotential));
      }
      requireTemperature(temperature);
    }

    @Override
    public double emission() {
      return occupation(chemicalPotential - frequency);
    }

    @Override
    public double absorption() {
      return occupation(frequency - chemicalPotential);
    }

    private double occupation(double above) {
      if (temperature == 0) {
        return above == 0 ? 0.5 : above < 0 ? 1 : 0;
      }
      return 1 / (StrictMath.exp(above / temperature) + 1);
    }
  }

  private static void requireTemperature(double temperature) {
    if (!(temperature >= 0) || Double.isInfinite(temperature)) {
      throw new IllegalArgumentException(
          "The temperature of a reservoir is %s; it must be a finite number, 0 or larger."
              .formatted(temperature));
    }
  }
}
