package qbattery.model;

import java.util.stream.IntStream;
import qbattery.quantum.AlikeCells.OneCell;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

/** Sums over all cells of a space, whether they are described together or one by one. */
public final class SumsOverCells {

  private SumsOverCells() {}

  /**
   * The sum of an operator of one cell.
   *
   * @param space cells, or cells that are alike
   * @param one the operator of a cell
   * @return the sum over all
   */
  public static Operator of(Space space, OneCell one) {
    return space
        .alikeCells(0)
        .map(cells -> Operator.on(space, 0, cells.sum(one)))
        .orElseGet(
            () ->
                IntStream.range(0, space.sites())
                    .mapToObj(cell -> Channels.onEachCell(space, cell, one).get(0))
                    .reduce(Operator.zero(space), Operator::plus));
  }

  /**
   * How many cells are excited.
   *
   * @param space cells, or cells that are alike
   * @return the number
   */
  public static Operator number(Space space) {
    return space
        .alikeCells(0)
        .map(cells -> Operator.on(space, 0, cells.number()))
        .orElseGet(
            () ->
                IntStream.range(0, space.sites())
                    .mapToObj(cell -> Operator.on(space, cell, LocalOperator.EXCITED))
                    .reduce(Operator.zero(space), Operator::plus));
  }
}
