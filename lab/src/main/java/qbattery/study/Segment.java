package qbattery.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import qbattery.file.Setup;
import qbattery.file.words.StageMap;
import qbattery.model.Battery;
import qbattery.model.CellNetwork;
import qbattery.quantum.Operator;

/**
 * A time interval with one equation of motion: a stage of a protocol, or the whole evolution.
 *
 * @param name what it is called; empty for the whole
 * @param from when it begins
 * @param to when it ends; infinite for the whole
 * @param battery the battery that moves
 * @param measured the same with the storage that is measured: of a network in a rotating frame that
 *     of the laboratory
 * @param kept which sites of the segment before are left
 * @param left which sites of the file's battery are left
 * @param map of two ensembles: what is done to the state first
 */
record Segment(
    String name,
    double from,
    double to,
    Battery battery,
    Battery measured,
    List<Integer> kept,
    List<Integer> left,
    StageMap map) {

  Segment {
    kept = List.copyOf(kept);
    left = List.copyOf(left);
  }

  /** What the model of a file goes through. */
  static List<Segment> of(Setup setup) {
    Operator storage =
        setup
            .network()
            .map(CellNetwork::battery)
            .map(Battery::storage)
            .orElse(setup.battery().storage());
    List<Integer> all = StageMeasures.all(setup.battery());
    if (setup.stages().isEmpty()) {
      return List.of(
          new Segment(
              "",
              0,
              Double.POSITIVE_INFINITY,
              setup.battery(),
              setup.network().isPresent() ? with(storage, setup.battery()) : setup.battery(),
              all,
              all,
              StageMap.KEEP));
    }
    List<Segment> segments = new ArrayList<>();
    List<Integer> left = all;
    double now = 0;
    for (Setup.BuiltStage stage : setup.stages()) {
      List<Integer> before = left;
      left = stage.kept().stream().map(before::get).toList();
      Operator stored = left.size() == all.size() ? storage : storage.onPart(left);
      segments.add(
          new Segment(
              stage.name(),
              now,
              now + stage.duration(),
              stage.battery(),
              setup.ensembles().isPresent() ? stage.battery() : with(stored, stage.battery()),
              stage.kept(),
              left,
              stage.map()));
      now += stage.duration();
    }
    return List.copyOf(segments);
  }

  private static Battery with(Operator storage, Battery battery) {
    return new Battery(
        battery.name(),
        battery.space(),
        storage,
        battery.interaction(),
        battery.channels(),
        battery.drives());
  }

  /** How long it lasts. */
  double duration() {
    return to - from;
  }

  /** Which times fall into it: those after its beginning up to its end, and 0 into the first. */
  int[] of(double[] times) {
    double slack = slack(to); // sums of durations are rounded
    return IntStream.range(0, times.length)
        .filter(k -> times[k] <= to + (Double.isInfinite(to) ? 0 : slack))
        .filter(k -> from == 0 || times[k] > from + slack(from))
        .toArray();
  }

  private static double slack(double t) {
    return 1e-12 * StrictMath.abs(t); // whatever the unit of time is
  }
}
