package qbattery.study;

import java.util.ArrayList;
import java.util.List;
import qbattery.dynamics.DecayModes;
import qbattery.dynamics.Evolution;
import qbattery.file.Setup;
import qbattery.model.Channel;
import qbattery.quantum.State;
import qbattery.report.DescribedTable;

/**
 * The modes in which the channels of a battery act, at each place of a sweep: the eigenvalues of
 * their rate matrices, and how much of the start is in the modes of each.
 */
final class DecayModeTable {

  /** One rate of a channel at a place of the sweep. */
  private record Line(int place, int channel, double rate, DecayModes.Level level) {}

  private DecayModeTable() {}

  /**
   * The table of a study.
   *
   * @return a row for each place, channel and rate
   * @throws IllegalArgumentException if the model is of two ensembles in several multiplets, whose
   *     start is none of the battery's
   */
  static DescribedTable of(Study study) {
    List<Line> lines = new ArrayList<>();
    for (int place = 0; place < study.places().size(); place++) {
      Setup setup = study.setup(place, () -> 0.5);
      if (EnsembleObserving.needed(setup)) {
        throw new IllegalArgumentException(
            "Decay modes belong to channels of parts; two ensembles in several multiplets have none.");
      }
      if (setup.battery().space().hasMultiplets()) {
        throw new IllegalArgumentException(
            "Decay modes are those of single cells; describe cells that are alike one by one, with 'alike: false'.");
      }
      State start = Evolution.made(setup.start(), setup.battery());
      List<Channel> channels = setup.battery().channels();
      for (int c = 0; c < channels.size(); c++) {
        DecayModes modes = DecayModes.of(channels.get(c), start);
        for (DecayModes.Level level : modes.levels()) {
          double rate = modes.isDark(level.rate()) ? 0 : level.rate();
          lines.add(new Line(place, c + 1, rate, level));
        }
      }
    }
    TableBuilder table = new TableBuilder();
    table.addSwept(study, lines.stream().mapToInt(Line::place).toArray());
    table.add(
        "channel",
        Units.NONE,
        "Number of the channel in the model, from 1.",
        lines.stream().mapToDouble(Line::channel).toArray());
    table.add(
        "rate",
        Units.RATE,
        "Eigenvalue of the channel's rate matrix; 0 is that of dark modes.",
        lines.stream().mapToDouble(Line::rate).toArray());
    table.add(
        "modes",
        Units.NONE,
        "Number of modes with this rate.",
        lines.stream().mapToDouble(l -> l.level.count()).toArray());
    table.add(
        "excitations",
        Units.NONE,
        "Weight of the start in these modes: the sum of <L^+ L> over their jump operators L.",
        lines.stream().mapToDouble(l -> l.level.content()).toArray());
    table.add(
        "share",
        Units.NONE,
        "This weight over that in all modes of the channel.",
        lines.stream().mapToDouble(l -> l.level.share()).toArray());
    return table.build();
  }
}
