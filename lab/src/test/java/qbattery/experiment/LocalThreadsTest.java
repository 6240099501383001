package qbattery.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60) // threads that are not stopped would be waited for for ever
class LocalThreadsTest {

  /** A thread that has nothing more to do may need a moment to end. */
  @AfterEach
  @Timeout(60)
  void noThreadIsLeft() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("qbattery point")) {
        thread.join();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void everyPointArrivesOnceOnTheCallersThread(int threads) throws InterruptedException {
    List<Integer> arrived = new ArrayList<>();
    Thread caller = Thread.currentThread();
    new LocalThreads(threads)
        .run(
            new Dice("each", 2),
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
        .run(new Dice("order", 2), new int[] {4, 2, 9}, (index, row) -> arrived.add(index));
    assertThat(arrived).containsExactly(2, 4, 9);
  }

  /** All points from 7 on fail; where there is another thread, 6 ends after one of them began. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void theFirstFailureByIndexIsTold(int threads) {
    var begun = new ConcurrentLinkedQueue<Integer>();
    var failing = new CountDownLatch(threads == 1 ? 0 : 1);
    Experiment experiment =
        new PerIndex(
            index -> {
              begun.add(index);
              if (index >= 7) {
                failing.countDown();
                throw new ArithmeticException("no convergence at " + index);
              }
              if (index == 6) {
                failing.await();
              }
            });
    assertThatThrownBy(
            () ->
                new LocalThreads(threads)
                    .run(experiment, IntStream.range(0, 1000).toArray(), (index, row) -> {}))
        .isInstanceOf(Runner.PointFailedException.class)
        .hasMessage("The point 7 of 'per index' could not be computed: no convergence at 7");
    // After a point that fails, its thread begins no other.
    assertThat(begun).hasSizeBetween(8, 7 + threads);
  }

  @Test
  void anInterruptionInterruptsThePointsAndBeginsNoOther() throws InterruptedException {
    Thread caller = Thread.currentThread();
    var begun = new CountDownLatch(2);
    var workers = new ConcurrentLinkedQueue<Thread>();
    var interrupted = new CountDownLatch(2);
    Experiment endless =
        new PerIndex(
            index -> {
              workers.add(Thread.currentThread());
              begun.countDown();
              try {
                begun.await();
                if (index == 0) {
                  caller.interrupt();
                }
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                interrupted.countDown();
              }
            });
    assertThatThrownBy(
            () ->
                new LocalThreads(2)
                    .run(endless, IntStream.range(0, 1000).toArray(), (index, row) -> {}))
        .isInstanceOf(InterruptedException.class);
    for (Thread worker : workers) {
      worker.join();
    }
    assertThat(workers).hasSize(2);
    assertThat(interrupted.getCount()).isZero();
  }

  /** The points after the first never end by themselves. */
  @Test
  void aSinkThatFailsStopsTheWork() {
    var begun = new ConcurrentLinkedQueue<Integer>();
    Experiment endless =
        new PerIndex(
            index -> {
              begun.add(index);
              if (index > 0) {
                new CountDownLatch(1).await();
              }
            });
    assertThatThrownBy(
            () ->
                new LocalThreads(2)
                    .run(
                        endless,
                        IntStream.range(0, 1000).toArray(),
                        (index, row) -> {
                          throw new IllegalStateException("full");
                        }))
        .hasMessage("full");
    assertThat(begun).hasSizeLessThanOrEqualTo(3); // 0, and one on each thread
  }

  @Test
  void noThreadsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new LocalThreads(0));
  }

  /** What a point does. */
  private interface Work {
    void at(int index) throws InterruptedException;
  }

  private record PerIndex(Work work) implements Experiment {
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
      try {
        work.at(index);
      } catch (InterruptedException e) {
        throw new IllegalStateException("The point was interrupted.", e);
      }
      return new double[] {index};
    }
  }
}
