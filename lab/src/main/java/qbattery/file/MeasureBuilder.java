package qbattery.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import qbattery.dynamics.TimeGrid;
import qbattery.file.formula.PartTable;
import qbattery.file.tree.Quoted;
import qbattery.file.words.BuiltResult;
import qbattery.file.words.MeasureNames;
import qbattery.file.words.MeasureSection;
import qbattery.file.words.ResultKind;
import qbattery.measure.Measure;
import qbattery.measure.SymmetricErgotropy;
import qbattery.model.Battery;
import qbattery.model.Contact;
import qbattery.model.Graph;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;

/** Builds measures and results. */
final class MeasureBuilder {

  /** What is counted on all states of the cells of a spin, so needs the levels of H0 there. */
  static final Set<Measure> ON_ALL_STATES =
      Set.of(
          Measure.ERGOTROPY,
          Measure.EFFICIENCY,
          Measure.INCOHERENT_ERGOTROPY,
          Measure.COHERENT_ERGOTROPY,
          Measure.PASSIVE_ENERGY,
          Measure.PASSIVE_ENERGY_RATE,
          Measure.OPEN_WORK,
          Measure.FREE_ENERGY);

  private final PartTable parts;
  private final Optional<Operator> rotation;
  private final Battery battery;
  private final List<Contact> contacts;

  MeasureBuilder(StructureBuilder.Frame frame, Battery battery, List<Contact> contacts) {
    this.parts = frame.parts();
    this.rotation = frame.rotation();
    this.battery = battery;
    this.contacts = contacts;
  }

  Setup.BuiltMeasure build(MeasureSection section) {
    Measure kind = section.kind();
    if (kind.equals(Measure.EXPECTATION)) {
      section.operator().ifPresent(this::requireHermitian);
      return built(section, battery.storageSites(), section.operator(), Optional.empty());
    }
    if (kind.equals(Measure.ENERGY_CURRENT) || kind.equals(Measure.EXCITATION_CURRENT)) {
      return built(
          section,
          battery.storageSites(),
          kind.equals(Measure.ENERGY_CURRENT) ? rotation : Optional.empty(),
          Optional.of(contact(section.of())));
    }
    if (kind.equals(Measure.TOTAL_ERGOTROPY)) {
      return built(
          section,
          section.of().isEmpty()
              ? IntStream.range(0, parts.space().sites()).boxed().toList()
              : sites(section),
          rotation,
          Optional.empty());
    }
    return built(section, sites(section), Optional.empty(), Optional.empty());
  }

  /** Which pairs of cells a concurrence is the mean over: all, or those that a graph links. */
  private List<List<Integer>> pairs(MeasureSection section, List<Integer> sites) {
    if (!section.kind().equals(Measure.CONCURRENCE)) {
      return List.of();
    }
    if (isAlike(sites)) {
      return List.of(sites);
    }
    Graph graph =
        section
            .graph()
            .map(links -> links.of(sites.size()))
            .orElseGet(() -> Graph.symmetric(sites.size()));
    List<List<Integer>> pairs = new ArrayList<>();
    for (Graph.Link link : graph.links()) {
      int one = sites.get(link.first());
      int other = sites.get(link.second());
      pairs.add(List.of(Math.min(one, other), Math.max(one, other)));
    }
    return pairs;
  }

  private List<Integer> sites(MeasureSection section) {
    List<Integer> sites =
        section.of().isEmpty() ? battery.storageSites() : parts.sites(section.of());
    if (section.kind().equals(Measure.CONCURRENCE)
        && !isAlike(sites)
        && (sites.size() < 2 || sites.stream().anyMatch(this::isNoCell))) {
      throw new IllegalArgumentException("Concurrence is that of two cells or more.");
    }
    if ((section.kind().equals(Measure.NEGATIVITY)
            || section.kind().equals(Measure.NEGATIVITY_RATE))
        && (section.of().isEmpty() || sites.size() == parts.space().sites())) {
      throw new IllegalArgumentException(
          "Negativity is that between some parts and the others; say with 'of' which are on one side.");
    }
    return sites.stream().sorted().toList();
  }

  /** Whether it is one site of cells that are alike, and so are all their pairs. */
  private boolean isAlike(List<Integer> sites) {
    return sites.size() == 1 && parts.space().alikeCells(sites.get(0)).isPresent();
  }

  private boolean isNoCell(int site) {
    return parts.space().localDimensions().get(site) != 2;
  }

  private Contact contact(List<String> of) {
    List<String> known = contacts.stream().map(Contact::name).toList();
    if (of.isEmpty() && contacts.size() == 1) {
      return contacts.get(0);
    }
    if (of.size() != 1) {
      throw new IllegalArgumentException(
          "A current flows through one reservoir's contact; say with 'of' which: %s."
              .formatted(Quoted.names(known)));
    }
    return contacts.stream()
        .filter(c -> c.name().equals(of.get(0)))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(Quoted.unknown("reservoir", of.get(0), known)));
  }

  private void requireHermitian(Operator operator) {
    try {
      new Battery(
          "expectation", operator.space(), operator, Operator.zero(operator.space()), List.of());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The operator of an expectation value must be Hermitian, and this is not; is '+ h.c.' missing?",
          e);
    }
  }

  /** A temperature, or a number of excitations. */
  private Optional<Double> number(MeasureSection section) {
    Optional<Double> number = section.number();
    if (section.kind().numberName().isPresent()
        && number.filter(n -> n >= 0 && !Double.isInfinite(n)).isEmpty()) {
      throw new IllegalArgumentException(
          "'%s' of the measure '%s' is 0 or larger, and %s."
              .formatted(
                  section.kind().numberName().orElse(""),
                  section.kind().word(),
                  number.isEmpty() ? "must be given" : "not " + number.get()));
    }
    if (section.kind().equals(Measure.POPULATION)
        && number.filter(n -> n == StrictMath.rint(n)).isEmpty()) {
      throw new IllegalArgumentException(
          "A population is that of a whole number of excitations, not %s."
              .formatted(number.orElse(Double.NaN)));
    }
    return number;
  }

  /** Why the part that is measured has no such ergotropy; an ensemble's parts are alike. */
  private Optional<String> refusal(Measure kind, List<Integer> sites) {
    if (sites.isEmpty()) {
      return Optional.empty();
    }
    Operator storage = battery.storage().onPart(sites);
    if (kind.equals(Measure.SYMMETRIC_ERGOTROPY)) {
      return SymmetricErgotropy.refusal(storage);
    }
    return ON_ALL_STATES.contains(kind) ? Observable.refusal(storage) : Optional.empty();
  }

  private Setup.BuiltMeasure built(
      MeasureSection section,
      List<Integer> sites,
      Optional<Operator> operator,
      Optional<Contact> contact) {
    Measure kind = MeasureNames.today(section.kind());
    refusal(kind, sites)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
    return new Setup.BuiltMeasure(
        section.name(), kind, sites, operator, contact, number(section), pairs(section, sites));
  }

  /** A result that is right at these times. */
  static BuiltResult checked(BuiltResult result, TimeGrid times) {
    Optional<Double> level = result.level();
    if (result.kind() == ResultKind.AT
        && level.filter(t -> t >= 0 && t <= times.last()).isEmpty()) {
      throw new IllegalArgumentException(
          "A value is taken at a time from 0 to the last one, %s, not at %s."
              .formatted(times.last(), level.orElse(Double.NaN)));
    }
    if (result.kind() == ResultKind.FALL
        && level.filter(share -> share > 0 && share < 1).isEmpty()) {
      throw new IllegalArgumentException(
          "The share that a measure falls to lies between 0 and 1; found %s."
              .formatted(level.orElse(Double.NaN)));
    }
    return result;
  }
}
