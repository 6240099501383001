package qbattery.file.tree;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * The positions of the parts of a file. A thing is called by its path, names and numbers from 0
 * with slashes between: {@code channels/2/rate}.
 */
public final class Places {

  /** Of what stands in no file. */
  static final Places NONE = new Places(Map.of());

  private final Map<String, Place> places;

  public Places(Map<String, Place> places) {
    this.places = new TreeMap<>(places);
  }

  /** The same where some items of a list are left, and are counted anew. */
  public Places only(String list, BitSet left) {
    Map<String, Place> moved = new TreeMap<>();
    places.forEach(
        (path, place) -> {
          String[] names = path.split("/", -1);
          if (names.length < 2 || !names[0].equals(list)) {
            moved.put(path, place);
          } else if (left.get(Integer.parseInt(names[1]))) {
            names[1] = String.valueOf(left.get(0, Integer.parseInt(names[1])).cardinality());
            moved.put(String.join("/", names), place);
          }
        });
    return new Places(moved);
  }

  /**
   * Where something stands.
   *
   * @param path what it is called
   * @return its place, or that of the nearest thing around it that the file holds
   */
  public Place of(String path) {
    String around = path;
    while (!places.containsKey(around)) {
      int slash = around.lastIndexOf('/');
      if (slash < 0) {
        return places.getOrDefault("", Place.START);
      }
      around = around.substring(0, slash);
    }
    return places.getOrDefault(around, Place.START);
  }
}
