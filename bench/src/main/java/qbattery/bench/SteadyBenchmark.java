package qbattery.bench;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import qbattery.model.Battery;
import qbattery.model.CellNetwork;
import qbattery.model.Contact;
import qbattery.model.Graph;
import qbattery.model.Reservoir;
import qbattery.steady.AsymptoticStates;
import qbattery.steady.SteadyStates;

/**
 * Time to say what becomes of a star of cells, each on a fermion reservoir of its own, with the
 * certificate: state, gap, and that there is no other; kamin2023, Eqs. 7-8.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 3, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 3)
@Measurement(iterations = 4)
public class SteadyBenchmark {

  /** Number of cells N. */
  @Param({"3", "5", "6", "8"})
  public int cells;

  private Battery battery;

  /** Builds the star. */
  @Setup
  public void prepare() {
    Battery closed = CellNetwork.uniform(Graph.central(cells), 20, 1, 0, 0).battery();
    List<Contact> contacts =
        Contact.oneEach(
            closed.space(),
            Collections.nCopies(cells, 1.0),
            Collections.nCopies(cells, new Reservoir.Fermionic(1, 1, 2)));
    battery =
        new Battery(
            closed.name(),
            closed.space(),
            closed.storage(),
            closed.interaction(),
            Contact.channels(contacts));
  }

  /**
   * The answer.
   *
   * @return what becomes of the star
   */
  @Benchmark
  public AsymptoticStates longTime() {
    return SteadyStates.of(battery);
  }
}
