package qbattery.file.formula;

/** A formula that cannot be read or has no value, and where in its text. */
public final class FormulaException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final int at;

  public FormulaException(int at, String sentence) {
    super(sentence);
    this.at = at;
  }

  /** The character it is about, from 0. */
  public int at() {
    return at;
  }
}
