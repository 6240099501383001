package qbattery.study;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A value that is computed when it is first needed, such as the levels of a large battery, which
 * take time and memory.
 */
final class WhenAsked<T> implements Supplier<T> {

  private final Supplier<T> maker;
  private Optional<T> made = Optional.empty();

  WhenAsked(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public synchronized T get() {
    if (made.isEmpty()) {
      made = Optional.of(maker.get());
    }
    return made.orElseThrow();
  }
}
