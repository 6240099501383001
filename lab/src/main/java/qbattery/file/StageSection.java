package qbattery.file;

import java.util.List;

/**
 * A stage of a protocol; it begins where the one before ended.
 *
 * @param name what it is called
 * @param duration how long it lasts
 * @param before what is done to the state before it
 * @param off names of channels and drives that are off while it lasts; {@code interaction} for the
 *     interaction
 */
public record StageSection(String name, Expression duration, Map before, List<String> off) {

  /** Copies the list. */
  public StageSection {
    off = List.copyOf(off);
  }

  /** Something done to a state in no time. */
  public sealed interface Map {}

  /** Those of {@link qbattery.dynamics.StateMap}. */
  public enum NamedMap implements Map, Word {
    /** Nothing. */
    KEEP,
    /** Of two ensembles: the charger is taken away. */
    SEPARATE,
    /** Of an ensemble alone: all spins are dephased together. */
    DEPHASE_TOGETHER,
    /** Of an ensemble alone: each spin is dephased by itself. */
    DEPHASE_EACH_SPIN
  }

  /**
   * Parts are taken away, and from then on all terms that act on them.
   *
   * @param parts their names
   */
  public record TakeAway(List<String> parts) implements Map {

    /** Copies the list. */
    public TakeAway {
      parts = List.copyOf(parts);
    }
  }
}
