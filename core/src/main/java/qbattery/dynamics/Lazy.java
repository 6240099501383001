package qbattery.dynamics;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A value that is computed when it is first needed, such as the levels of a large battery, which
 * take time and memory.
 *
 * @param <T> what the value is
 */
public final class Lazy<T> implements Supplier<T> {

  private final Supplier<T> maker;
  private Optional<T> made = Optional.empty();

  /**
   * A value that is not computed yet.
   *
   * @param maker computes it, once
   */
  public Lazy(Supplier<T> maker) {
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
