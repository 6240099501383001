package qbattery.file.formula;

import qbattery.file.tree.Word;

/** What a part of a battery is. */
public enum PartKind implements Word {
  /** Some two-level cells; each is a site. */
  CELLS,
  /** Some cells as one collective spin, in their symmetric states; one site. */
  SPIN,
  /** A bosonic mode cut off above levels - 1 quanta; one site. */
  MODE,
  /** Any other system of some levels; one site. */
  LEVELS
}
