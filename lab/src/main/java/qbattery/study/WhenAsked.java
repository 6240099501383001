package qbattery.study;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that is made ready when it is first needed: levels of a large battery take long to
 * find, and much memory, and nobody who asks for the size of a run only should wait for them.
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
