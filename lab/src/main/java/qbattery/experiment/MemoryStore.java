package qbattery.experiment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** Keeps rows as long as the program runs, for whoever wants nothing on disk. */
public final class MemoryStore implements Store {

  private record Key(String identity, List<String> columns) {}

  private record Kept(double[] row, Program writer) {}

  /** What a shelf holds, whoever looks at it. */
  private record Content(TreeMap<Integer, Kept> rows, Set<Program> trusted) {}

  private final Map<Key, Content> shelves = new HashMap<>();

  /** An empty store. */
  public MemoryStore() {}

  @Override
  public Shelf shelf(Experiment experiment, Program program) {
    Key key = new Key(experiment.identity(), List.copyOf(experiment.columns()));
    Content content =
        shelves.computeIfAbsent(key, k -> new Content(new TreeMap<>(), new HashSet<>()));
    return new MemoryShelf(content, program);
  }

  @Override
  public void claim() {
    // Nobody else can see this store.
  }

  @Override
  public String place() {
    return "memory";
  }

  @Override
  public void close() {
    shelves.clear();
  }

  private record MemoryShelf(Content content, Program program) implements Shelf {

    @Override
    public Optional<double[]> row(int index) {
      return Optional.ofNullable(content.rows.get(index)).map(k -> k.row.clone());
    }

    @Override
    public OptionalInt lowest() {
      return content.rows.isEmpty() ? OptionalInt.empty() : OptionalInt.of(content.rows.firstKey());
    }

    @Override
    public void put(int index, double[] row) {
      if (!trusted()) {
        throw new IllegalStateException("Only a program that a shelf trusts may put rows into it.");
      }
      content.rows.putIfAbsent(index, new Kept(row.clone(), program));
    }

    @Override
    public void flush() {
      // There is nothing more lasting than memory here.
    }

    @Override
    public boolean trusted() {
      return content.trusted.contains(program);
    }

    @Override
    public void trust() {
      content.trusted.add(program);
    }

    @Override
    public Optional<String> writer(int index) {
      return Optional.ofNullable(content.rows.get(index)).map(k -> k.writer.inWords());
    }

    @Override
    public void setAside() {
      content.rows.clear();
      content.trusted.clear();
    }
  }
}
