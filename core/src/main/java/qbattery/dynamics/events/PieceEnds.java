package qbattery.dynamics.events;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Records where the pieces of a curve end, which tells how fast the curve changes; it searches for
 * no event.
 */
public final class PieceEnds implements Scan {

  private final List<Double> ends = new ArrayList<>();

  @Override
  public void mayJump() {
    // pieces end there anyway
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void look(double start, double end, DoubleUnaryOperator curve) {
    ends.add(end);
  }

  /**
   * Where the pieces ended.
   *
   * @return the times, in the order of the pieces
   */
  public List<Double> all() {
    return List.copyOf(ends);
  }
}
