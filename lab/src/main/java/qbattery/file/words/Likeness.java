package qbattery.file.words;

/** Whether the cells of a part are described together, by their total spins, or one by one. */
public enum Likeness {
  /** Together where that is possible and saves much; the program looks. */
  OPEN,
  /** Together; a file that tells one from another is refused. */
  ALIKE,
  /** One by one. */
  SINGLE
}
