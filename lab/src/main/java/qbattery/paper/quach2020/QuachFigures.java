package qbattery.paper.quach2020;

import java.util.List;
import java.util.stream.Stream;
import qbattery.paper.Paper;

/** All figures of the paper, in its order, and those that no one has drawn. */
final class QuachFigures {

  private QuachFigures() {}

  static List<Paper.Figure> all() {
    return Stream.of(
            ChargingFigures.energies(),
            SteadyFigures.energies(),
            ChargingFigures.powers(),
            PeakFigures.powers(),
            ChargingFigures.ergotropies(),
            ChargingFigures.negativities(),
            SteadyFigures.negativities(),
            ChargingFigures.rates(),
            PeakFigures.rates(),
            TemperatureFigures.all(),
            WarmFigures.all(),
            LimitFigures.all(),
            PeakFigures.beyond(),
            DischargeFigure.all())
        .flatMap(List::stream)
        .toList();
  }
}
