package qbattery.paper.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import qbattery.file.BatteryDraft;
import qbattery.file.formula.Expression;
import qbattery.file.formula.FormulaException;
import qbattery.file.tree.Node;
import qbattery.file.tree.Place;
import qbattery.file.tree.Problem;
import qbattery.file.tree.Quoted;
import qbattery.paper.judge.Coordinate;

/**
 * Finds mistakes in a paper file that the description of its words cannot express, before anything
 * is computed: words that need or exclude each other, and names without a meaning.
 */
final class PaperCheck {

  private final PaperSection paper;
  private final List<Problem> problems;
  private final Map<String, Known> batteries = new LinkedHashMap<>();

  private PaperCheck(PaperSection paper, List<Problem> problems) {
    this.paper = paper;
    this.problems = problems;
    paper.batteries().forEach((name, draft) -> batteries.put(name, Known.of(draft)));
  }

  /** A battery file with its names, which are asked for many times. */
  private record Known(
      BatteryDraft draft,
      List<String> parameters,
      List<String> measures,
      List<String> results,
      List<String> swept) {

    static Known of(BatteryDraft draft) {
      return new Known(draft, draft.parameters(), draft.measures(), draft.results(), draft.swept());
    }
  }

  /** Looks through a paper file; what is wrong is added to the problems. */
  static void check(PaperSection paper, List<Problem> problems) {
    PaperCheck check = new PaperCheck(paper, problems);
    check.rules();
    if (!paper.batteries().isEmpty()) {
      check.all();
    }
  }

  private void rules() {
    PaperText says = paper.says();
    if (says.battery().isPresent() != says.batteries().isEmpty()) {
      wrong(
          Place.START,
          "A paper has one battery file, under 'battery', or several by name, under 'batteries'.");
    }
    Set<String> claims = says.claims().keySet();
    says.news()
        .ifPresent(
            said ->
                FoundNumbers.claims(said.text()).stream()
                    .filter(c -> !claims.contains(c))
                    .forEach(c -> wrong(said.place(), Quoted.unknown("claim", c, claims))));
    for (ClaimSection claim : paper.claims()) {
      if (says.figures().containsKey(claim.id())) {
        wrong(claim.name().place(), "Two figures or claims are called '%s'.".formatted(claim.id()));
      }
      if (claim.java().isPresent() != claim.tested().holds().isEmpty()) {
        wrong(
            claim.name().place(),
            "A claim says with 'holds' what must hold, or names with 'java' a class that examines it.");
      }
      if (claim.java().isEmpty() && claim.turns().isEmpty()) {
        wrong(
            claim.name().place(),
            "'turns' is missing in the claim '%s': a change with which its verdict must be another."
                .formatted(claim.id()));
      }
      known(claim.readings());
    }
    for (FigureSection figure : paper.figures()) {
      List<Boolean> ways =
          List.of(!figure.curves().isEmpty(), figure.map().isPresent(), figure.java().isPresent());
      if (Collections.frequency(ways, true) != 1) {
        wrong(figure.name().place(), "A figure has one of 'curves', 'map' and 'java'.");
      }
      known(figure.readings());
    }
  }

  private void known(Readings readings) {
    Set<String> known = paper.readings().keySet();
    readings.named().stream()
        .filter(r -> !known.contains(r.text()))
        .forEach(r -> wrong(r.place(), Quoted.unknown("reading", r.text(), known)));
  }

  private void all() {
    paper.readings().values().forEach(this::shared);
    paper.series().values().forEach(s -> series(s, Variation.NONE));
    for (FigureSection figure : paper.figures()) {
      shared(figure.usual());
      paper.readings(figure).values().forEach(r -> shared(r.change()));
      figure.series().values().forEach(s -> series(s, figure.usual()));
      figure(figure);
    }
    for (ClaimSection claim : paper.claims()) {
      claim(claim);
    }
  }

  private void claim(ClaimSection claim) {
    ClaimSection.Variant tested = claim.tested();
    shared(tested.change());
    tested.series().values().forEach(s -> series(s, tested.change()));
    claim.turns().ifPresent(this::shared);
    FormulaNames names = names(tested.series(), tested.change(), claim.printed().keySet());
    FormulaNames constants = new FormulaNames("number", List.of(), List.of());
    claim.printed().values().forEach(q -> formula(q, constants));
    tested.notes().values().forEach(q -> formula(q, names));
    tested.holds().forEach(c -> check(c, names));
    tested.reason().ifPresent(r -> r.quantities().forEach(q -> formula(q, names)));
    paper.readings(claim).values().forEach(v -> variant(v, claim));
    claim.beside().values().forEach(v -> variant(v, claim));
  }

  private void variant(ClaimSection.Variant variant, ClaimSection claim) {
    ClaimSection.Variant tested = claim.tested();
    shared(variant.change());
    variant.series().values().forEach(s -> series(s, tested.change()));
    Map<String, SeriesSection> all = new LinkedHashMap<>(tested.series());
    all.putAll(variant.series());
    FormulaNames names = names(all, tested.change(), claim.printed().keySet());
    variant.holds().forEach(c -> check(c, names));
    variant.reason().ifPresent(r -> r.quantities().forEach(q -> formula(q, names)));
    variant.notes().values().forEach(q -> formula(q, names));
  }

  private void check(CheckSection check, FormulaNames names) {
    check.quantities().forEach(q -> formula(q, names));
    if (check instanceof CheckSection.Compared compared) {
      if (compared.bounds().size() != 1) {
        wrong(
            compared.number().place(),
            "What is asked of the number is one of above, below and equals.");
      }
      if (compared.equal().isPresent() != compared.within().isPresent()) {
        wrong(
            compared.number().place(),
            "'equals' needs a tolerance, under 'within'; nothing else has one.");
      }
    } else if (check instanceof CheckSection.Monotonic monotonic
        && !names.axes().contains(monotonic.along())) {
      wrong(monotonic.series().place(), Quoted.unknown("axis", monotonic.along(), names.axes()));
    }
  }

  private void figure(FigureSection figure) {
    FormulaNames names = names(figure.series(), figure.usual(), List.of());
    figure.map().ifPresent(q -> formula(q, names));
    figure.curves().forEach(c -> formula(c.y(), names));
    figure.curves().forEach(c -> c.x().ifPresent(x -> formula(x, names)));
    like(figure.curves());
    figure
        .marks()
        .forEach(
            m -> {
              formula(m.x(), names);
              m.y().ifPresent(q -> formula(q, names));
              m.to().ifPresent(q -> formula(q, names));
            });
    figure
        .inset()
        .ifPresent(
            i -> {
              like(i.curves());
              i.curves().forEach(c -> formula(c.y(), names));
              i.range().values().forEach(ends -> ends.forEach(q -> formula(q, names)));
            });
    if (figure.map().isPresent() && figure.inset().isPresent()) {
      wrong(figure.name().place(), "A map has no inset.");
    }
    figure.range().values().forEach(ends -> ends.forEach(q -> formula(q, names)));
    figure.caption().ifPresent(c -> c.quantities().forEach(q -> formula(q, names)));
    for (Optional<String> axis : List.of(figure.x(), figure.y())) {
      if (axis.isPresent() && !names.axes().contains(axis.get())) {
        wrong(figure.name().place(), Quoted.unknown("axis", axis.get(), names.axes()));
      }
    }
    List<String> dimensions = new ArrayList<>(names.axes());
    dimensions.add(FigureDrawing.CURVES);
    dimensions.add(FigureDrawing.READINGS);
    if (figure.map().isEmpty()) {
      for (Optional<String> told : List.of(figure.colour(), figure.dash())) {
        if (told.isPresent() && !dimensions.contains(told.get())) {
          wrong(figure.name().place(), Quoted.unknown("axis", told.get(), dimensions));
        }
      }
    }
  }

  private void like(List<FigureSection.Drawn> curves) {
    List<String> labels = curves.stream().flatMap(c -> c.label().stream()).toList();
    for (FigureSection.Drawn curve : curves) {
      curve
          .like()
          .filter(label -> !labels.contains(label))
          .ifPresent(
              label -> wrong(curve.y().place(), Quoted.unknown("label of a curve", label, labels)));
    }
  }

  /** What formulas of a claim or figure may use. */
  private FormulaNames names(
      Map<String, SeriesSection> own, Variation usual, Collection<String> printed) {
    Set<String> values = new LinkedHashSet<>(own.keySet());
    values.addAll(paper.series().keySet());
    values.addAll(printed);
    Set<String> axes = new LinkedHashSet<>(axes(usual));
    own.values().forEach(s -> axes.addAll(axes(s.own())));
    paper.series().values().forEach(s -> axes.addAll(axes(s.own())));
    for (Known battery : batteries.values()) {
      axes.addAll(battery.swept());
    }
    axes.add(Coordinate.TIME);
    axes.add(Coordinate.CASE);
    return new FormulaNames("series", values, axes);
  }

  private static List<String> axes(Variation variation) {
    return variation.along().stream().map(e -> e.key().text()).toList();
  }

  private void series(SeriesSection series, Variation usual) {
    Place place = series.name().place();
    if (series.meanOf().isPresent() == series.said().isPresent()) {
      wrong(place, "A series has 'of', or 'mean of' for a formula in each realisation.");
      return;
    }
    if (series.said().orElse(series.of()) instanceof Node.Sequence list) {
      wrong(list.place(), "A measure, a result or a formula is expected here, not a list.");
      return;
    }
    own(series.own(), usual);
    series
        .cases()
        .values()
        .forEach(v -> own(v, series.own().battery().isPresent() ? series.own() : usual));
    Known battery = battery(series.own(), usual);
    String whole = series.of().text().strip();
    if (series.result().isPresent()
        || battery.results().contains(whole)
        || battery.measures().contains(whole)) {
      return;
    }
    List<String> values = new ArrayList<>(battery.results());
    values.addAll(battery.measures());
    values.addAll(battery.parameters());
    List<String> axes = new ArrayList<>(axes(series.own()));
    axes.addAll(axes(usual));
    axes.addAll(battery.swept());
    axes.add(Coordinate.TIME);
    try {
      Expression.of(whole);
    } catch (FormulaException e) {
      wrong(series.of().place(), Quoted.unknown("measure or result", whole, values));
      return;
    }
    formula(
        Quantity.of(series.of(), problems),
        new FormulaNames("measure, result or parameter", values, axes));
  }

  private Known battery(Variation own, Variation usual) {
    return own.battery()
        .or(usual::battery)
        .flatMap(b -> Optional.ofNullable(batteries.get(b.text())))
        .orElseGet(() -> batteries.values().iterator().next());
  }

  /** Of a series: all must be in its battery file. */
  private void own(Variation variation, Variation usual) {
    names(variation);
    changes(variation, List.of(battery(variation, usual)));
  }

  /** Of a reading or a claim, for series of several battery files: each must be in one of them. */
  private void shared(Variation variation) {
    names(variation);
    changes(
        variation,
        variation
            .battery()
            .flatMap(b -> Optional.ofNullable(batteries.get(b.text())))
            .map(List::of)
            .orElseGet(() -> List.copyOf(batteries.values())));
  }

  private void names(Variation variation) {
    variation
        .battery()
        .filter(b -> !paper.batteries().containsKey(b.text()))
        .ifPresent(
            b -> wrong(b.place(), Quoted.unknown("battery", b.text(), paper.batteries().keySet())));
    variation
        .like()
        .filter(l -> !paper.readings().containsKey(l.text()))
        .ifPresent(
            l -> wrong(l.place(), Quoted.unknown("reading", l.text(), paper.readings().keySet())));
  }

  private void changes(Variation variation, List<Known> batteries) {
    for (Node.Entry change : variation.set()) {
      change(change, batteries).ifPresent(sentence -> wrong(change.key().place(), sentence));
    }
    for (Node.Entry entry : variation.along()) {
      String name = entry.key().text();
      if (batteries.stream().noneMatch(b -> b.parameters().contains(name))) {
        Set<String> known = new LinkedHashSet<>();
        batteries.forEach(b -> known.addAll(b.parameters()));
        wrong(entry.key().place(), Quoted.unknown("parameter", name, known));
      }
    }
  }

  /** What is wrong with a change in each of some battery files; nothing if it fits one. */
  private static Optional<String> change(Node.Entry change, List<Known> batteries) {
    String name = change.key().text();
    Optional<String> wrong = Optional.empty();
    for (Known battery : batteries) {
      if (!name.contains(".") && !battery.draft().has(name)) {
        List<String> known = new ArrayList<>(battery.parameters());
        known.addAll(battery.draft().root().keys());
        wrong = wrong.or(() -> Optional.of(Quoted.unknown("parameter", name, known)));
        continue;
      }
      try {
        battery.draft().with(name, change.value());
        return Optional.empty();
      } catch (IllegalArgumentException e) {
        wrong = wrong.or(() -> Optional.ofNullable(e.getMessage()));
      }
    }
    return wrong;
  }

  private void formula(Quantity quantity, FormulaNames names) {
    names.check(quantity.formula(), (sentence, at) -> wrong(quantity.at(at), sentence));
  }

  private void wrong(Place place, String sentence) {
    problems.add(new Problem(place, sentence));
  }
}
