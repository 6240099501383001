package qbattery.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import qbattery.linalg.ComplexMatrix;
import qbattery.measure.Measure;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Drive;
import qbattery.model.InitialState;

/** Writes a battery as a file that names every term, so that it is read as an equal battery. */
final class FromModel {

  private FromModel() {}

  static BatteryFile of(Battery battery, InitialState start, List<Double> times) {
    SiteGuess sites = SiteGuess.of(battery);
    OperatorText text = new OperatorText(sites);
    List<Expression> storage = text.terms(battery.storage());
    List<Coupling> interaction = new ArrayList<>();
    text.terms(battery.interaction()).forEach(t -> interaction.add(new Coupling.Term(t)));
    List<ChannelSection> channels = new ArrayList<>();
    for (Channel channel : battery.channels()) {
      channels.add(
          new ChannelSection.Kossakowski(
              channel.name(),
              channel.jumps().stream().map(text::sum).toList(),
              matrix(channel.rates())));
    }
    List<DriveSection> drives = new ArrayList<>();
    for (Drive drive : battery.drives()) {
      drives.add(
          new DriveSection.Modulated(
              drive.name(), text.terms(drive.operator()), DriveWords.node(drive.envelope())));
    }
    return new BatteryFile(
        battery.name(),
        "",
        Map.of(),
        text.own(),
        Map.of(),
        new Structure.Parts(sites.parts(), storage),
        interaction,
        channels,
        drives,
        FromModelParts.start(start, sites),
        List.of(),
        new Values.Listed(times.stream().map(Expression::of).toList()),
        List.of(new MeasureSection("energy", Measure.ENERGY, List.of())),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        MethodSection.Named.USUAL,
        FormWord.SMALLEST,
        List.of(),
        List.of());
  }

  /** A matrix of numbers, each in the shortest text that is read as the same double. */
  static Matrix matrix(ComplexMatrix matrix) {
    return new Matrix(
        IntStream.range(0, matrix.rows())
            .mapToObj(
                i ->
                    IntStream.range(0, matrix.columns())
                        .mapToObj(j -> Expression.of(OperatorText.number(matrix.get(i, j))))
                        .toList())
            .toList());
  }
}
