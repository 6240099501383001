package qbattery.witness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import qbattery.model.Battery;
import qbattery.model.CellNetwork;
import qbattery.model.Graph;
import qbattery.model.InitialState;

/**
 * The disordered chains that {@code bench/peers/qutip_chains.py} has reference numbers for, built
 * here as networks; arjmandi2022, Sec. II, energy counted from the ground state.
 */
public final class WitnessChains {

  private static final List<Double> FREQUENCIES = List.of(3.1, 12.7, 0.4, 8.8);

  /**
   * One chain with its start.
   *
   * @param table name of the file of its numbers
   * @param columns what the names of its columns begin with
   * @param battery the chain
   * @param initial how it starts
   */
  public record Chain(String table, String columns, Battery battery, InitialState initial) {
    @Override
    public String toString() {
      return table + ", " + columns;
    }
  }

  private WitnessChains() {}

  /** All chains, in the order of the script. */
  public static List<Chain> all() {
    List<Chain> chains = new ArrayList<>();
    for (int n = 2; n <= 4; n++) {
      for (int coupling : new int[] {10, 20}) {
        Battery battery = battery(n, coupling);
        chains.add(chain("coherent", coupling, battery, new InitialState.Coherent()));
        chains.add(chain("excited", coupling, battery, new InitialState.FullyExcited()));
        chains.add(chain("classical", coupling, battery, new InitialState.Classical(0.75)));
      }
    }
    return chains;
  }

  private static Chain chain(String start, int coupling, Battery battery, InitialState initial) {
    String table = "chain-" + battery.space().sites();
    return new Chain(table, "%s_%d_".formatted(start, coupling), battery, initial);
  }

  /** {@code J/4 (xx + yy) = J/2 (sigma^- sigma^+ + h.c.)}, so half of J is the network's. */
  private static Battery battery(int n, double coupling) {
    return new CellNetwork(
            Graph.linear(n),
            FREQUENCIES.subList(0, n),
            Collections.nCopies(n - 1, coupling / 2),
            Collections.nCopies(n, 1.0),
            Collections.nCopies(n - 1, 0.0))
        .battery();
  }
}
