package qbattery.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import qbattery.model.Distribution.Constant;
import qbattery.model.Distribution.Magnitude;
import qbattery.model.Distribution.Uniform;
import qbattery.testing.Deviates;

class DisorderedNetworkTest {

  private static final Graph RING = Graph.circular(3);
  private static final Graph CHAIN = Graph.linear(3);

  /** Intervals far apart, so that a value tells which distribution it came from. */
  private static final Distribution FREQUENCY = new Uniform(16, 32);

  private static final Distribution COUPLING = new Uniform(-64, -32);
  private static final Distribution DECAY = new Uniform(2, 4);
  private static final Distribution INTRACELL = new Uniform(0, 1);

  @Test
  void frequenciesCouplingsDecayAndIntracellRatesAreDrawnInThisOrder() {
    DisorderedNetwork network = new DisorderedNetwork(RING, FREQUENCY, COUPLING, DECAY, INTRACELL);
    Deviates deviates =
        new Deviates(0, 0.25, 0.5, 0.125, 0.375, 0.625, 0.75, 0, 0.5, 0.25, 0.5, 0.125, 0.99);
    assertThat(network.realise(deviates))
        .isEqualTo(
            new CellNetwork(
                RING,
                List.of(16.0, 20.0, 24.0),
                List.of(-60.0, -52.0, -44.0),
                List.of(3.5, 2.0, 3.0),
                List.of(0.25, 0.5, 0.125)));
    assertThat(deviates.taken()).isEqualTo(12);
  }

  @Test
  void aChainHasOneLinkLessThanCells() {
    DisorderedNetwork network = new DisorderedNetwork(CHAIN, FREQUENCY, COUPLING, DECAY, INTRACELL);
    Deviates deviates = new Deviates(0, 0, 0, 0.5, 0.5, 0, 0, 0, 0.25, 0.75, 0.99);
    assertThat(network.realise(deviates))
        .isEqualTo(
            new CellNetwork(
                CHAIN,
                List.of(16.0, 16.0, 16.0),
                List.of(-48.0, -48.0),
                List.of(2.0, 2.0, 2.0),
                List.of(0.25, 0.75)));
    assertThat(deviates.taken()).isEqualTo(10);
  }

  @Test
  void constantsTakeNoDeviatesSoThatTheOthersStayInStep() {
    DisorderedNetwork network =
        new DisorderedNetwork(CHAIN, new Constant(5), COUPLING, new Constant(1), INTRACELL);
    Deviates deviates = new Deviates(0.25, 0.75, 0.125, 0.5, 0.99);
    assertThat(network.realise(deviates))
        .isEqualTo(
            new CellNetwork(
                CHAIN,
                List.of(5.0, 5.0, 5.0),
                List.of(-56.0, -40.0),
                List.of(1.0, 1.0, 1.0),
                List.of(0.125, 0.5)));
    assertThat(deviates.taken()).isEqualTo(4);
  }

  @Test
  void constantsAloneMakeTheUniformNetwork() {
    DisorderedNetwork network =
        new DisorderedNetwork(
            RING, new Constant(1.5), new Constant(2), new Constant(1), new Constant(0.5));
    assertThat(network.realise(new Deviates()))
        .isEqualTo(CellNetwork.uniform(RING, 1.5, 2, 1, 0.5));
  }

  @Test
  void oneStreamOfDeviatesMakesOneRealisationAfterTheOther() {
    DisorderedNetwork network = new DisorderedNetwork(CHAIN, FREQUENCY, COUPLING, DECAY, INTRACELL);
    SplittableRandom stream = new SplittableRandom(9);
    CellNetwork first = network.realise(stream::nextDouble);
    CellNetwork second = network.realise(stream::nextDouble);
    assertThat(second).isNotEqualTo(first);
    SplittableRandom again = new SplittableRandom(9);
    assertThat(network.realise(again::nextDouble)).isEqualTo(first);
    assertThat(network.realise(again::nextDouble)).isEqualTo(second);
  }

  @Test
  void whatComesOutUnphysicalIsRefusedByTheNetwork() {
    Constant one = new Constant(1);
    Deviates half = new Deviates(0.5, 0.5, 0.5, 0.5, 0.5, 0.5);
    Distribution either = new Uniform(-6, 2); // -2 in the middle
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DisorderedNetwork(CHAIN, either, one, one, one).realise(half))
        .withMessageContaining("Number 1 of the level spacings is -2.0");
    assertThat(
            new DisorderedNetwork(CHAIN, new Magnitude(either), one, one, new Constant(0))
                .realise(new Deviates(0.5, 0, 0.875))
                .frequencies())
        .containsExactly(2.0, 6.0, 1.0);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new DisorderedNetwork(CHAIN, one, one, either, one)
                    .realise(new Deviates(0.875, 0.5, 0.875)))
        .withMessageContaining("Number 2 of the decay rates is -2.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DisorderedNetwork(CHAIN, one, one, one, one).realise(new Deviates()))
        .withMessageContaining("negative eigenvalue");
  }

  @Test
  void networksAreEqualByTheirParts() {
    DisorderedNetwork network = new DisorderedNetwork(CHAIN, FREQUENCY, COUPLING, DECAY, INTRACELL);
    assertThat(network)
        .isEqualTo(
            new DisorderedNetwork(Graph.linear(3), new Uniform(16, 32), COUPLING, DECAY, INTRACELL))
        .isNotEqualTo(new DisorderedNetwork(RING, FREQUENCY, COUPLING, DECAY, INTRACELL))
        .isNotEqualTo(new DisorderedNetwork(CHAIN, COUPLING, FREQUENCY, DECAY, INTRACELL));
  }
}
