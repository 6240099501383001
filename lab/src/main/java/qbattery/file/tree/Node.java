package qbattery.file.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file as a tree, each node with the place where it begins. */
public sealed interface Node {

  /**
   * Where it begins.
   *
   * @return the place
   */
  Place place();

  /**
   * What it is, in words.
   *
   * @return such as "a list"
   */
  String kind();

  /**
   * A word, a number or a text.
   *
   * @param text what it says
   * @param plain whether it stands without quotes
   * @param place where it begins
   */
  record Scalar(String text, boolean plain, Place place) implements Node {

    /** Whether nothing is said here. */
    public boolean empty() {
      return plain && (text.isBlank() || "null".equals(text) || "~".equals(text));
    }

    @Override
    public String kind() {
      return empty() ? "nothing" : "'" + Quoted.brief(text) + "'";
    }
  }

  /**
   * A list.
   *
   * @param items what it holds
   * @param place where it begins
   */
  record Sequence(List<Node> items, Place place) implements Node {

    /** Copies the list. */
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /**
   * Names with what they stand for.
   *
   * @param entries in the order of the file
   * @param place where it begins
   */
  record Mapping(List<Entry> entries, Place place) implements Node {

    /** Copies the list. */
    public Mapping {
      entries = List.copyOf(entries);
    }

    @Override
    public String kind() {
      return entries.isEmpty() ? "an empty mapping" : "a mapping";
    }

    /**
     * What a name stands for.
     *
     * @param key the name
     * @return what it stands for, if it is there
     */
    public Optional<Node> get(String key) {
      return entries.stream().filter(e -> e.key().text().equals(key)).map(Entry::value).findFirst();
    }

    /**
     * The word under a name.
     *
     * @param key the name
     * @return the word, if one is given
     */
    public Optional<Scalar> scalar(String key) {
      return get(key)
          .flatMap(n -> n instanceof Scalar s && !s.empty() ? Optional.of(s) : Optional.empty());
    }

    /**
     * The items of the list under a name.
     *
     * @param key the name
     * @return in their order; none where no list stands there
     */
    public List<Node> items(String key) {
      return get(key).orElse(this) instanceof Sequence list ? list.items() : List.of();
    }

    /**
     * Those of these items that are mappings.
     *
     * @param key the name
     * @return in their order
     */
    public List<Mapping> mappings(String key) {
      return items(key).stream()
          .filter(Mapping.class::isInstance)
          .map(Mapping.class::cast)
          .toList();
    }

    /**
     * The entries of the mapping under a name.
     *
     * @param key the name
     * @return in their order; none where no mapping stands there
     */
    public List<Entry> entries(String key) {
      return get(key)
          .filter(Mapping.class::isInstance)
          .map(n -> ((Mapping) n).entries())
          .orElse(List.of());
    }

    /**
     * The names.
     *
     * @return in the order of the file
     */
    public List<String> keys() {
      return entries.stream().map(e -> e.key().text()).toList();
    }

    /**
     * The same with one name standing for something else, or added at the end.
     *
     * @param key the name
     * @param value what it stands for
     * @return the mapping
     */
    public Mapping with(String key, Node value) {
      List<Entry> changed = new ArrayList<>();
      boolean found = false;
      for (Entry entry : entries) {
        boolean here = entry.key().text().equals(key);
        changed.add(here ? new Entry(entry.key(), value) : entry);
        found |= here;
      }
      if (!found) {
        changed.add(new Entry(Node.text(key), value));
      }
      return new Mapping(changed, place);
    }
  }

  /**
   * A name with what it stands for.
   *
   * @param key the name
   * @param value what it stands for
   */
  record Entry(Scalar key, Node value) {}

  /** A text that no file holds yet. */
  static Scalar text(String text) {
    return new Scalar(text, true, Place.START);
  }

  /** A list that no file holds yet. */
  static Sequence list(List<? extends Node> items) {
    return new Sequence(List.copyOf(items), Place.START);
  }

  /** A mapping that no file holds yet. */
  static Mapping mapping(List<Entry> entries) {
    return new Mapping(entries, Place.START);
  }

  /** A mapping of one name. */
  static Mapping mapping(String key, Node value) {
    return mapping(List.of(new Entry(text(key), value)));
  }
}
