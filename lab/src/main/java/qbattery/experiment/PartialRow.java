package qbattery.experiment;

import java.util.BitSet;

/**
 * The known part of a row.
 *
 * @param numbers the numbers; where one is not known, anything
 * @param known which columns are known
 */
public record PartialRow(double[] numbers, BitSet known) {

  /** Copies both. */
  public PartialRow {
    numbers = numbers.clone();
    known = (BitSet) known.clone();
  }

  /**
   * Whether all of it is known.
   *
   * @return whether no column is missing
   */
  public boolean isWhole() {
    return known.cardinality() == numbers.length;
  }

  @Override
  public double[] numbers() {
    return numbers.clone();
  }

  @Override
  public BitSet known() {
    return (BitSet) known.clone();
  }
}
