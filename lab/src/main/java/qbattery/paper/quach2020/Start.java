package qbattery.paper.quach2020;

/** How the battery starts; the paper states two ways, which are one at T = 0. */
enum Start {
  /** Every spin of the battery is down: Eq. 3 and the appendix. */
  DOWN("battery down (appendix)"),

  /** The battery is in thermal equilibrium with the reservoir: Sec. II. */
  EQUILIBRIUM("battery in equilibrium with the reservoir (Sec. II)");

  private final String label;

  Start(String label) {
    this.label = label;
  }

  /** In words. */
  String label() {
    return label;
  }
}
