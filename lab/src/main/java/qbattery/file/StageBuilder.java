package qbattery.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import qbattery.file.tree.Quoted;
import qbattery.file.words.ChannelWords;
import qbattery.file.words.DriveWords;
import qbattery.file.words.Scope;
import qbattery.file.words.StageMap;
import qbattery.file.words.StageSection;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Drive;
import qbattery.quantum.Multiplet;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

/** Builds the stages of a protocol, one after the other: what is taken away stays away. */
final class StageBuilder {

  private final StructureBuilder.Frame frame;
  private final Battery battery;
  private final List<ChannelWords.Named> channels;
  private final List<DriveWords.Named> drives;
  private List<Integer> left;
  private boolean separate;

  StageBuilder(
      StructureBuilder.Frame frame,
      Battery battery,
      List<ChannelWords.Named> channels,
      List<DriveWords.Named> drives) {
    this.frame = frame;
    this.battery = battery;
    this.channels = channels;
    this.drives = drives;
    this.left = IntStream.range(0, battery.space().sites()).boxed().toList();
  }

  Setup.BuiltStage next(StageSection section) {
    double duration = section.duration();
    if (!(duration > 0)) {
      throw new IllegalArgumentException(
          "The stage '%s' lasts %s; a duration is above 0."
              .formatted(Quoted.brief(section.stage()), duration));
    }
    return frame.ensembles().isPresent()
        ? ofEnsembles(section, duration)
        : ofParts(section, duration);
  }

  private Setup.BuiltStage ofEnsembles(StageSection section, double duration) {
    if (!(section.before() instanceof StageMap map)) {
      throw new IllegalArgumentException(
          "Of two ensembles the charger is taken away by 'before: separate'.");
    }
    if (!section.off().isEmpty()) {
      throw new IllegalArgumentException("Two ensembles have nothing that can be switched off.");
    }
    if (Setup.isTooLarge(frame.ensembles().orElseThrow())) {
      throw new IllegalArgumentException(
          "Ensembles that are too large to be evolved go through no stages.");
    }
    boolean dephasing = map == StageMap.DEPHASE_TOGETHER || map == StageMap.DEPHASE_EACH_SPIN;
    if (dephasing && !separate) {
      throw new IllegalArgumentException(
          "An ensemble is dephased when it stands alone; a stage with 'before: separate' comes first.");
    }
    List<Integer> kept = separate ? List.of(0) : List.of(0, 1);
    if (map == StageMap.SEPARATE) {
      kept = List.of(0);
      separate = true;
    }
    var ensembles = frame.ensembles().orElseThrow();
    Battery now =
        separate
            ? ensembles.discharging(Multiplet.symmetric(ensembles.batterySize()))
            : ensembles.symmetric();
    return new Setup.BuiltStage(section.stage(), duration, now, kept, map);
  }

  private Setup.BuiltStage ofParts(StageSection section, double duration) {
    List<Integer> before = left;
    if (section.before() instanceof StageSection.TakeAway taken) {
      List<Integer> gone = frame.parts().sites(taken.parts());
      if (!left.containsAll(gone)) {
        throw new IllegalArgumentException("A part was taken away by an earlier stage already.");
      }
      List<Integer> rest = left.stream().filter(site -> !gone.contains(site)).toList();
      if (rest.isEmpty()) {
        throw new IllegalArgumentException("Nothing is left when all parts are taken away.");
      }
      left = rest;
    } else if (section.before() != StageMap.KEEP) {
      throw new IllegalArgumentException(
          "'%s' is done to two ensembles; parts are left by 'before: {take away: ...}'."
              .formatted(((StageMap) section.before()).word()));
    }
    List<Integer> kept = left.stream().map(before::indexOf).toList();
    return new Setup.BuiltStage(section.stage(), duration, during(section), kept, StageMap.KEEP);
  }

  private Battery during(StageSection section) {
    Space space = battery.space().part(left);
    List<String> off = section.off();
    List<Channel> on = new ArrayList<>();
    for (ChannelWords.Named named : channels) {
      if (!off.contains(named.name())) {
        named.channels().forEach(c -> restricted(c).ifPresent(on::add));
      }
    }
    List<Drive> driven = new ArrayList<>();
    for (DriveWords.Named named : drives) {
      if (!off.contains(named.name())) {
        for (Drive drive : named.drives()) {
          Operator operator = drive.operator().onPart(left);
          if (!operator.terms().isEmpty()) {
            driven.add(new Drive(drive.name(), operator, drive.envelope()));
          }
        }
      }
    }
    return new Battery(
        battery.name() + ", " + section.stage(),
        space,
        battery.storage().onPart(left),
        off.contains(Scope.INTERACTION) ? Operator.zero(space) : battery.interaction().onPart(left),
        on,
        driven);
  }

  /** What is left of a channel: the terms that act on nothing that was taken away. */
  private Optional<Channel> restricted(Channel channel) {
    List<Operator> jumps = channel.jumps().stream().map(a -> a.onPart(left)).toList();
    return jumps.stream().allMatch(a -> a.terms().isEmpty())
        ? Optional.empty()
        : Optional.of(new Channel(channel.name(), jumps, channel.rates()));
  }
}
