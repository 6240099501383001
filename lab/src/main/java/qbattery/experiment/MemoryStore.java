package qbattery.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** A store in memory, which lasts as long as the program runs. */
public final class MemoryStore implements Store {

  private record Key(String identity, List<String> columns) {}

  private record Kept(double[] row, BuildFingerprint writer) {}

  /** What a shelf holds, whoever looks at it. */
  private record Content(
      List<String> keys, TreeMap<Integer, Kept> rows, Set<BuildFingerprint> trusted) {}

  private record Place(Content content, int index) {}

  private final Map<Key, Content> shelves = new HashMap<>();
  private final Map<String, List<Place>> points = new HashMap<>();

  /** An empty store. */
  public MemoryStore() {}

  @Override
  public Shelf shelf(Experiment experiment, BuildFingerprint program) {
    Key key = new Key(experiment.identity(), List.copyOf(experiment.columns()));
    List<String> keys = experiment instanceof SharedPoints family ? family.keys() : List.of();
    Content content =
        shelves.computeIfAbsent(key, k -> new Content(keys, new TreeMap<>(), new HashSet<>()));
    return new MemoryShelf(content, program, points);
  }

  @Override
  public List<Shared> shared(String point, BuildFingerprint program) {
    List<Shared> found = new ArrayList<>();
    for (Place place : points.getOrDefault(point, List.of())) {
      Kept kept = place.content.rows.get(place.index);
      if (kept != null) { // it was not set aside
        found.add(
            new Shared(
                new MemoryShelf(place.content, program, points),
                place.index,
                place.content.keys,
                kept.row));
      }
    }
    return found;
  }

  @Override
  public String place() {
    return "memory";
  }

  @Override
  public void close() {
    shelves.clear();
    points.clear();
  }

  private record MemoryShelf(
      Content content, BuildFingerprint program, Map<String, List<Place>> points) implements Shelf {

    @Override
    public void claim() {
      // Nobody else can see this store.
    }

    @Override
    public void close() {
      // Nothing was claimed.
    }

    @Override
    public Optional<double[]> row(int index) {
      return Optional.ofNullable(content.rows.get(index)).map(k -> k.row.clone());
    }

    @Override
    public OptionalInt lowest() {
      return content.rows.isEmpty() ? OptionalInt.empty() : OptionalInt.of(content.rows.firstKey());
    }

    @Override
    public void put(int index, double[] row, Optional<String> point) {
      if (!trusted()) {
        throw new IllegalStateException("Only a program that a shelf trusts may put rows into it.");
      }
      if (content.rows.putIfAbsent(index, new Kept(row.clone(), program)) == null) {
        point.ifPresent(
            p -> points.computeIfAbsent(p, k -> new ArrayList<>()).add(new Place(content, index)));
      }
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
