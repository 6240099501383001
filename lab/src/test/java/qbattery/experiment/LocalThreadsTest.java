package qbattery.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalThreadsTest {

  @AfterEach
  void noThreadIsLeft() {
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(t -> t.getName().startsWith("qbattery point"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void everyPointArrivesOnceOnTheCallersThread(int threads) throws InterruptedException {
    List<Integer> arrived = new ArrayList<>();
    Thread caller = Thread.currentThread();
    new LocalThreads(threads)
        .run(
            new Dice("each", 2, 0),
            IntStream.range(3, 60).toArray(),
            (index, row) -> {
              assertThat(Thread.currentThread()).isSameAs(caller);
              arrived.add(index);
            });
    assertThat(arrived)
        .containsExactlyInAnyOrderElementsOf(IntStream.range(3, 60).boxed().toList());
  }

  @Test
  void oneThreadGoesByTheIndex() throws InterruptedException {
    List<Integer> arrived = new ArrayList<>();
    new LocalThreads(1)
        .run(new Dice("order", 2, 0), new int[] {4, 2, 9}, (index, row) -> arrived.add(index));
    assertThat(arrived).containsExactly(2, 4, 9);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void theFirstFailureByIndexIsTold(int threads) {
    var begun = new ConcurrentLinkedQueue<Integer>();
    Experiment failing =
        new PerIndex(
            index -> {
              begun.add(index);
              if (index >= 7) {
                throw new ArithmeticException("no convergence at " + index);
              }
              new Dice("slow", 2, index == 6 ? 20 : 0).row(index);
            });
    assertThatThrownBy(
            () ->
                new LocalThreads(threads)
                    .run(failing, IntStream.range(0, 1000).toArray(), (index, row) -> {}))
        .isInstanceOf(Runner.PointFailedException.class)
        .hasMessage("The point 7 of 'per index' could not be computed: no convergence at 7");
    assertThat(begun).hasSizeLessThan(1000);
  }

  @Test
  void anInterruptionStopsSoon() {
    long start = System.nanoTime();
    Thread.currentThread().interrupt();
    assertThatThrownBy(
            () ->
                new LocalThreads(2)
                    .run(new Dice("long", 2, 5000), new int[] {0, 1, 2, 3}, (index, row) -> {}))
        .isInstanceOf(InterruptedException.class);
    assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
  }

  @Test
  void aSinkThatFailsStopsTheWork() {
    assertThatThrownBy(
            () ->
                new LocalThreads(2)
                    .run(
                        new Dice("sink", 2, 1),
                        IntStream.range(0, 1000).toArray(),
                        (index, row) -> {
                          throw new IllegalStateException("full");
                        }))
        .hasMessage("full");
  }

  @Test
  void noThreadsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new LocalThreads(0));
  }

  private record PerIndex(java.util.function.IntConsumer what) implements Experiment {
    @Override
    public String identity() {
      return "per index";
    }

    @Override
    public List<String> columns() {
      return List.of("x");
    }

    @Override
    public double[] row(int index) {
      what.accept(index);
      return new double[] {index};
    }
  }
}
