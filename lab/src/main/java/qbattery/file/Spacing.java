package qbattery.file;

/** How numbers in a row are spaced. */
public enum Spacing implements Word {
  /** Equal differences. */
  LINEAR,
  /** Equal ratios. */
  LOGARITHMIC
}
