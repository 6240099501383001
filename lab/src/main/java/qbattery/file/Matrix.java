package qbattery.file;

import java.util.List;

/**
 * A matrix of formulas, row by row.
 *
 * @param rows the rows
 */
public record Matrix(List<List<Expression>> rows) {

  /** Copies the lists. */
  public Matrix {
    rows = rows.stream().map(List::copyOf).toList();
  }
}
