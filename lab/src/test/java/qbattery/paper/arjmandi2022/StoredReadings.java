package qbattery.paper.arjmandi2022;

import static java.nio.charset.StandardCharsets.UTF_8;
import static qbattery.paper.arjmandi2022.MadeUpLaboratory.through;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import qbattery.experiment.Ensemble;
import qbattery.experiment.Experiment;
import qbattery.experiment.Extent;
import qbattery.experiment.Laboratory;
import qbattery.experiment.Workbench;

/**
 * The chains of the readings at little cost. Two cells, and all chains without disorder, are
 * computed; larger coherent ones with disorder are made up from a small table of what was computed
 * with them: where mean E/E(0) is lowest and highest, its half-life, and how both scatter. Between
 * the degrees of disorder of the table lie straight lines. The other starts do not feel the
 * disorder, and Xi is that without it. Rows have no numerical error here.
 */
final class StoredReadings implements Laboratory {

  private static final String TABLE = "/qbattery/paper/arjmandi2022/chains-at-the-readings.csv";

  /** More than the paper's of two and of seven cells. */
  private static final int MOST = ChainStudy.SEVEN_CELLS;

  private record Asked(ChainRun run, int count) {}

  private record Key(double coupling, double field, int cells) {}

  /** The columns of the table from the time of the lowest on. */
  private final Map<Key, NavigableMap<Double, double[]>> table = new HashMap<>();

  private final Map<Asked, Ensemble> known = new HashMap<>();
  private final Map<ChainRun, double[]> shares = new HashMap<>();
  private final Laboratory computed = Workbench.inMemory();
  private final Laboratory madeUp = new MadeUpLaboratory(run -> MOST, this::value);

  StoredReadings() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(StoredReadings.class.getResourceAsStream(TABLE)), UTF_8))) {
      in.lines().skip(1).map(line -> line.split(",", -1)).forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String[] cells) {
    double[] numbers = new double[cells.length];
    for (int k = 0; k < cells.length; k++) {
      numbers[k] = Double.parseDouble(cells[k]);
    }
    Key key = new Key(Reading.COUPLING * numbers[0], numbers[1], (int) numbers[2]);
    table
        .computeIfAbsent(key, k -> new TreeMap<>())
        .put(numbers[3], Arrays.copyOfRange(numbers, 5, numbers.length));
  }

  @Override
  public Ensemble exactly(Experiment experiment, int count) {
    ChainRun run = (ChainRun) experiment;
    boolean disordered = run.chain().disorder() > 0;
    if (!disordered || run.chain().cells() == 2) {
      return as(run, computed.exactly(plain(run), Math.min(MOST, count)));
    }
    return run.start() == Start.COHERENT
        ? known.computeIfAbsent(
            new Asked(run, Math.min(MOST, count)), a -> madeUp.exactly(a.run, a.count))
        : as(run, ordered(run, Math.min(MOST, count)));
  }

  /** Rows that are all alike. */
  private Ensemble ordered(ChainRun run, int count) {
    double[] row = exactly(ordered(run), 1).rows().get(0);
    return new Ensemble(run, Collections.nCopies(count, row), count);
  }

  private static ChainRun ordered(ChainRun run) {
    DisorderedChain chain = run.chain();
    return new ChainRun(
        new DisorderedChain(chain.cells(), chain.field(), chain.coupling(), 0),
        run.start(),
        run.times(),
        run.passiveRate());
  }

  /** Without disorder no field is felt; that of one reading serves all. */
  private static ChainRun plain(ChainRun run) {
    DisorderedChain chain = run.chain();
    double field = chain.disorder() == 0 ? Reading.WEAK_FIELD.field() : chain.field();
    return new ChainRun(
        new DisorderedChain(chain.cells(), field, chain.coupling(), chain.disorder()),
        run.start(),
        run.times(),
        run.passiveRate());
  }

  private static Ensemble as(ChainRun run, Ensemble rows) {
    return new Ensemble(run, rows.rows(), rows.published());
  }

  @Override
  public Ensemble ensemble(Experiment experiment, int published, List<Integer> asked) {
    return exactly(experiment, published);
  }

  @Override
  public Extent extent() {
    return new Extent.Published();
  }

  private double value(ChainRun run, Merit merit, int index, double t) {
    if (merit != Merit.ERGOTROPY) {
      return merit == Merit.SHARE ? share(run, t) : 0;
    }
    double[] at = at(run.chain());
    // deviates of mean 0 and variance 1 that share no rhythm
    double up = at[3] + at[4] * ((index * 2) % 5 - 2) / Math.sqrt(2);
    double half = at[5] + at[6] * ((index * 3) % 7 - 3) / 2;
    double steep = (up - 0.5) / (half - at[2]);
    return at[0] < at[2]
        ? through(t, 0, 1, at[0], at[1], at[2], up, half, 0.5, half + 0.5 / steep, 0)
        : through(t, 0, 1, at[2], up, half, 0.5, half + 0.5 / steep, 0);
  }

  private double share(ChainRun run, double t) {
    ChainRun plain = plain(ordered(run));
    double[] row = shares.computeIfAbsent(plain, p -> computed.exactly(p, 1).rows().get(0));
    double[] times = run.times().toArray();
    int k = 0;
    while (times[k] < t) {
      k++;
    }
    return row[plain.column(Merit.SHARE, k)];
  }

  private double[] at(DisorderedChain chain) {
    Key key = new Key(chain.coupling(), chain.field(), chain.cells());
    NavigableMap<Double, double[]> stored = Objects.requireNonNull(table.get(key), key::toString);
    double delta = chain.disorder();
    double[] low = stored.floorEntry(delta).getValue();
    double[] high = stored.ceilingEntry(delta).getValue();
    double from = stored.floorKey(delta);
    double width = stored.ceilingKey(delta) - from;
    double share = width == 0 ? 0 : (delta - from) / width;
    double[] between = new double[low.length];
    for (int k = 0; k < low.length; k++) {
      between[k] = low[k] + share * (high[k] - low[k]);
    }
    return between;
  }
}
