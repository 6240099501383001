package qbattery.dynamics;

import java.util.List;
import java.util.function.ToDoubleFunction;
import qbattery.dynamics.events.Scan;

/**
 * A curve to be searched for events while a battery evolves.
 *
 * @param quantities what the curve is made from; their names are for reports alone
 * @param combine its value, from theirs in their order
 * @param scan the search
 * @param from when the evolution begins by the clock of the search: a later stage of a protocol
 *     begins where the one before ended
 */
public record Watch(
    List<Quantity> quantities, ToDoubleFunction<double[]> combine, Scan scan, double from) {

  /** Copies the list. */
  public Watch {
    quantities = List.copyOf(quantities);
  }

  /**
   * Watches one quantity from time 0 on.
   *
   * @param quantity the quantity
   * @param scan the search
   * @return the watch
   */
  public static Watch of(Quantity quantity, Scan scan) {
    return new Watch(List.of(quantity), values -> values[0], scan, 0);
  }
}
