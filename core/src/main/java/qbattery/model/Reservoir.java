package qbattery.model;

/**
 * A reservoir at equilibrium: what it makes of a transition of a given frequency, as factors that
 * multiply the coupling rate. hbar = k_B = 1.
 */
public sealed interface Reservoir {

  /**
   * Frequency of the transition that the factors are taken at.
   *
   * @return the frequency
   */
  double frequency();

  /**
   * Temperature.
   *
   * @return T, 0 or larger, in the units of the frequency
   */
  double temperature();

  /**
   * Chemical potential.
   *
   * @return mu, in the units of the frequency; 0 for bosons, whose number is not conserved
   */
  double chemicalPotential();

  /**
   * The same reservoir, asked at another frequency.
   *
   * @param other frequency of another transition
   * @return the reservoir with its factors there
   * @throws IllegalArgumentException if it has no such frequency
   */
  Reservoir at(double other);

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
     * @throws IllegalArgumentException if the frequency is not positive, the temperature negative,
     *     or the occupation too large for a number
     */
    public Bosonic {
      if (!(frequency > 0) || Double.isInfinite(frequency)) {
        throw new IllegalArgumentException(
            "A bosonic reservoir needs a positive, finite frequency, not %s.".formatted(frequency));
      }
      requireTemperature(temperature);
      if (Double.isInfinite(occupation(frequency, temperature))) {
        throw new IllegalArgumentException(
            "A bosonic reservoir of temperature %s has no finite occupation at the frequency %s; the temperature must be lower or the frequency higher."
                .formatted(temperature, frequency));
      }
    }

    @Override
    public double chemicalPotential() {
      return 0;
    }

    @Override
    public Bosonic at(double other) {
      return new Bosonic(other, temperature);
    }

    @Override
    public double emission() {
      return absorption() + 1;
    }

    @Override
    public double absorption() {
      return occupation(frequency, temperature);
    }

    private static double occupation(double frequency, double temperature) {
      double ratio = frequency / temperature; // infinite at T = 0
      return isFar(ratio) ? StrictMath.exp(-ratio) : 1 / StrictMath.expm1(ratio);
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
    public Fermionic at(double other) {
      return new Fermionic(other, temperature, chemicalPotential);
    }

    /** Not as 1 - n, of which nothing is left where n is close to 1. */
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
      double ratio = above / temperature;
      return isFar(ratio) ? StrictMath.exp(-ratio) : 1 / (StrictMath.exp(ratio) + 1);
    }
  }

  /** Beyond this 1 is nothing beside the exponential, which is about to overflow. */
  private static boolean isFar(double ratio) {
    return ratio > 700;
  }

  private static void requireTemperature(double temperature) {
    if (!(temperature >= 0) || Double.isInfinite(temperature)) {
      throw new IllegalArgumentException(
          "The temperature of a reservoir is %s; it must be a finite number, 0 or larger."
              .formatted(temperature));
    }
  }
}
