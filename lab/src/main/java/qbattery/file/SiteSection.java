package qbattery.file;

/** The state of a site; {@link qbattery.model.SiteState} with formulas for its numbers. */
public sealed interface SiteSection {

  /** The states that have a name. */
  enum Named implements SiteSection, Word {
    /** The highest level. */
    EXCITED,
    /** The lowest level. */
    GROUND,
    /** (|e> + |g>)/sqrt 2 of a cell. */
    PLUS
  }

  /**
   * A level: a Fock state of a mode, a Dicke state of a spin.
   *
   * @param n excitations above the lowest
   */
  record Excitations(Expression n) implements SiteSection {}

  /**
   * A cell in a classical mixture.
   *
   * @param excited probability of |e>
   */
  record Mixture(Expression excited) implements SiteSection {}

  /**
   * A coherent state of a mode.
   *
   * @param alpha its amplitude, complex
   */
  record Coherent(Expression alpha) implements SiteSection {}

  /**
   * A thermal state of a mode.
   *
   * @param mean mean number of quanta
   */
  record Thermal(Expression mean) implements SiteSection {}

  /**
   * A coherent state of a spin.
   *
   * @param theta angle from up, in radians
   * @param phi azimuth, in radians
   */
  record Direction(Expression theta, Expression phi) implements SiteSection {}

  /**
   * Any density matrix.
   *
   * @param matrix of the site, the highest level first
   */
  record Given(Matrix matrix) implements SiteSection {}
}
