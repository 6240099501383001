package qbattery.file.words;

import qbattery.file.tree.Word;

/** How numbers in a row are spaced. */
public enum Spacing implements Word {
  /** Equal differences. */
  LINEAR,
  /** Equal ratios. */
  LOGARITHMIC
}
