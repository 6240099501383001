package qbattery.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SweepTest {

  private static final Sweep SWEEP =
      new Sweep(List.of(Sweep.Along.of("J", 0.5, 1, 2), Sweep.Along.of("T", 3, 4)));

  @Test
  void theLastParameterChangesFastest() {
    assertThat(SWEEP.count()).isEqualTo(6);
    assertThat(SWEEP.at(0)).containsExactly(0.5, 3.0);
    assertThat(SWEEP.at(1)).containsExactly(0.5, 4.0);
    assertThat(SWEEP.at(2)).containsExactly(1.0, 3.0);
    assertThat(SWEEP.at(5)).containsExactly(2.0, 4.0);
  }

  @Test
  void everyPointOfTheGridIsThereOnce() {
    assertThat(IntStream.range(0, SWEEP.count()).mapToObj(SWEEP::at)).doesNotHaveDuplicates();
  }

  @Test
  void whatIsNoSweepIsRefusedInWords() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sweep(List.of()))
        .withMessage("A sweep needs at least one parameter.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sweep.Along.of("mu"))
        .withMessageContaining("'mu' of a sweep takes no value");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sweep.Along.of("mu", 1, Double.NaN))
        .withMessageContaining("takes the value NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SWEEP.at(6))
        .withMessageContaining("6 points has no point 6");
    Sweep.Along many = Sweep.Along.of("x", new double[1 << 16]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sweep(List.of(many, many)))
        .withMessageContaining("at most 2147483647 points");
  }
}
