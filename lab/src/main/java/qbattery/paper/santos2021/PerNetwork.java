package qbattery.paper.santos2021;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Something for each of the networks of Fig. 4, in the order of its legend.
 *
 * @param <T> what there is for each
 * @param all name of the network -> what there is
 */
record PerNetwork<T>(Map<String, T> all) {

  PerNetwork {
    all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
  }

  T of(String name) {
    T found = all.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "There is no network called '%s'; there are %s.".formatted(name, all.keySet()));
    }
    return found;
  }

  <S> PerNetwork<S> map(Function<T, S> function) {
    Map<String, S> mapped = new LinkedHashMap<>();
    all.forEach((name, value) -> mapped.put(name, function.apply(value)));
    return new PerNetwork<>(mapped);
  }

  void forEach(BiConsumer<String, T> action) {
    all.forEach(action);
  }

  List<String> names() {
    return List.copyOf(all.keySet());
  }

  List<T> values() {
    return new ArrayList<>(all.values());
  }

  String named(Function<T, String> text) {
    return all.entrySet().stream()
        .map(e -> e.getKey() + " " + text.apply(e.getValue()))
        .collect(Collectors.joining(", "));
  }
}
