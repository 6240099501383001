package qbattery.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

class RestTest {

  private static final Space CELL = Space.cells(1);
  private static final Operator X = Operator.on(CELL, 0, LocalOperator.SIGMA_X);

  private static Battery driven(Envelope... envelopes) {
    return Battery.ofCells("cell", 1, 1, List.of())
        .with(List.of(envelopes).stream().map(e -> new Drive("drive", X, e)).toList());
  }

  private static double kept(Battery battery) {
    return Rest.of(battery).orElseThrow().battery().interaction().sparse().toDense().re(0, 1);
  }

  private static double since(Battery battery) {
    return Rest.of(battery).orElseThrow().since();
  }

  @Test
  void whatADriveKeepsIsInteraction() {
    Battery stepped = driven(new Envelope.Constant(0.5), new Envelope.Step(2, 3));
    assertThat(kept(stepped)).isEqualTo(2.5);
    assertThat(since(stepped)).isEqualTo(3);
    Battery pulsed = driven(new Envelope.Pulse(2, 1, 4));
    assertThat(kept(pulsed)).isZero();
    assertThat(since(pulsed)).isEqualTo(4);
    Battery tabled = driven(new Envelope.Table(List.of(0.0, 5.0), List.of(1.0, 7.0)));
    assertThat(kept(tabled)).isEqualTo(7);
    assertThat(since(tabled)).isEqualTo(5);
    assertThat(since(driven())).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void aGaussianComesAsCloseAsOneLikes() {
    Battery battery = driven(new Envelope.Gaussian(1, 2, 0.5));
    assertThat(kept(battery)).isZero();
    assertThat(since(battery)).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void aSineHasNoRestUnlessSomethingEndsIt() {
    Envelope sine = new Envelope.Sine(1, 2, 0);
    assertThat(Rest.of(driven(sine))).isEmpty();
    assertThat(Rest.of(driven(Envelope.Product.of(sine, new Envelope.Step(1, 2))))).isEmpty();
    Battery ended = driven(Envelope.Product.of(sine, new Envelope.Pulse(1, 0, 2)));
    assertThat(kept(ended)).isZero();
    assertThat(since(ended)).isEqualTo(2);
    Battery product = driven(Envelope.Product.of(new Envelope.Step(3, 1), new Envelope.Step(2, 5)));
    assertThat(kept(product)).isEqualTo(6);
    assertThat(since(product)).isEqualTo(5);
    // a sine of no frequency stands still
    assertThat(kept(driven(Envelope.Sine.cosine(4, 0)))).isEqualTo(4);
  }
}
