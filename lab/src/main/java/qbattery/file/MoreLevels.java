package qbattery.file;

/** A file whose modes have more levels. */
final class MoreLevels {

  private MoreLevels() {}

  static BatteryFile of(BatteryFile f, int more) {
    if (!(f.structure() instanceof Structure.Parts parts)) {
      return f;
    }
    Structure larger =
        new Structure.Parts(
            parts.parts().stream()
                .map(
                    p ->
                        p.kind() == Structure.PartKind.MODE
                            ? new Structure.Part(
                                p.kind(), Expression.of("(" + p.size() + ") + " + more), p.name())
                            : p)
                .toList(),
            parts.storage());
    return new BatteryFile(
        f.name(),
        f.description(),
        f.parameters(),
        f.operators(),
        f.symbols(),
        larger,
        f.interaction(),
        f.channels(),
        f.drives(),
        f.start(),
        f.stages(),
        f.times(),
        f.measures(),
        f.results(),
        f.sweep(),
        f.ensemble(),
        f.convergence(),
        f.method(),
        f.form(),
        f.outputs(),
        f.expect());
  }
}
