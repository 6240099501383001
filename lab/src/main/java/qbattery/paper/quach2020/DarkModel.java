package qbattery.paper.quach2020;

/**
 * The model that the claims are judged by: Eq. 2 with its numbers. A verdict must be able to turn,
 * so the numbers can be changed.
 *
 * @param rate gamma; 1, the unit of rate, in the stated model
 * @param coldest the temperature that stands for "zero temperature"; 0 in the stated model
 */
record DarkModel(double rate, double coldest) {

  /** What the paper states. */
  static final DarkModel STATED = new DarkModel(1, 0);

  /** A battery at zero temperature, where both starts are one. */
  Setting cold(int batterySize, int ratio) {
    return warm(batterySize, ratio, 0, Start.EQUILIBRIUM);
  }

  /** A battery at a temperature, in hbar omega / k_B. */
  Setting warm(int batterySize, int ratio, double temperature, Start start) {
    // Refused here, where it would be lifted to the coldest.
    return new Setting(
        batterySize,
        ratio,
        rate,
        temperature < 0 ? temperature : StrictMath.max(temperature, coldest),
        start);
  }
}
