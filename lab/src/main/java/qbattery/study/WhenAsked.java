package qbattery.study;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import qbattery.quantum.State;

/**
 * A measure that is made ready when it is first taken: levels of a large battery take long to find,
 * and much memory, and nobody who asks for the size of a run only should wait for them.
 */
final class WhenAsked implements ToDoubleFunction<State> {

  private final Supplier<ToDoubleFunction<State>> maker;
  private Optional<ToDoubleFunction<State>> made = Optional.empty();

  WhenAsked(Supplier<ToDoubleFunction<State>> maker) {
    this.maker = maker;
  }

  @Override
  public double applyAsDouble(State state) {
    return ready().applyAsDouble(state);
  }

  private synchronized ToDoubleFunction<State> ready() {
    if (made.isEmpty()) {
      made = Optional.of(maker.get());
    }
    return made.orElseThrow();
  }
}
