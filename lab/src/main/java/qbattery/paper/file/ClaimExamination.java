package qbattery.paper.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Laboratory;
import qbattery.file.tree.Place;
import qbattery.file.tree.Problem;
import qbattery.file.tree.WrongFileException;
import qbattery.paper.judge.DataArray;
import qbattery.paper.judge.Judges;
import qbattery.report.Numbers;

/** Examines a claim of a paper file. */
record ClaimExamination(PaperSection paper, ClaimSection claim, KeptCourses kept)
    implements Claim.Examination {

  /** Of a claim without readings. */
  private static final ClaimSection.Variant AS_STATED = ClaimSection.Variant.of(Variation.NONE);

  @Override
  public Judgement judge(Laboratory laboratory) {
    Computing computing = new Computing(laboratory, kept);
    Judgement judgement = across(computing);
    for (Map.Entry<String, ClaimSection.Variant> entry : claim.beside().entrySet()) {
      judgement = judgement.beside(entry.getKey(), beside(computing, entry.getValue()));
    }
    return judgement;
  }

  private Judgement across(Computing computing) {
    Map<String, Judgement> readings = new LinkedHashMap<>();
    paper.readings(claim).forEach((name, reading) -> readings.put(name, read(computing, reading)));
    return switch (readings.size()) {
      case 0 -> read(computing, AS_STATED);
      case 1 -> readings.values().iterator().next();
      default -> Judgement.across(readings);
    };
  }

  /**
   * The claim under its first reading, and with the change that its file names.
   *
   * @throws IllegalStateException if it names none
   */
  Turned turned(Laboratory laboratory) {
    return new Turned(read(new Computing(laboratory, kept), first()), changed(laboratory));
  }

  /**
   * The claim under its first reading with the change that its file names.
   *
   * @throws IllegalStateException if it names none
   */
  Judgement changed(Laboratory laboratory) {
    ClaimSection.Variant reading = first();
    Variation turn = claim.turns().orElseThrow(IllegalStateException::new);
    return judged(new Computing(laboratory, kept), reading, List.of(reading.change(), turn));
  }

  private ClaimSection.Variant first() {
    return paper.readings(claim).values().stream().findFirst().orElse(AS_STATED);
  }

  private Judgement read(Computing computing, ClaimSection.Variant reading) {
    return judged(computing, reading, List.of(reading.change()));
  }

  private Judgement beside(Computing computing, ClaimSection.Variant beside) {
    List<Variation> later = new ArrayList<>();
    if (beside.change().like().isEmpty()) {
      later.add(first().change());
    }
    later.add(beside.change());
    return judged(computing, beside, later);
  }

  private Judgement judged(
      Computing computing, ClaimSection.Variant variant, List<Variation> later) {
    ClaimSection.Variant tested = claim.tested();
    Map<String, SeriesSection> series = new LinkedHashMap<>(tested.series());
    series.putAll(variant.series());
    List<CheckSection> holds = variant.holds().isEmpty() ? tested.holds() : variant.holds();
    Optional<Sentence> reason =
        variant.holds().isEmpty() ? variant.reason().or(tested::reason) : variant.reason();
    Map<String, Quantity> notes = variant.notes().isEmpty() ? tested.notes() : variant.notes();
    Surroundings here =
        new Surroundings(paper, computing, tested.change(), series, claim.printed(), later);
    List<Check> checks = new ArrayList<>();
    holds.forEach(c -> checks.addAll(checks(c, here)));
    String why = reason.map(r -> r.filled(here::value)).orElseGet(() -> numbers(checks));
    Judgement judgement = Judgement.of(why, checks.toArray(Check[]::new));
    for (Map.Entry<String, Quantity> note : notes.entrySet()) {
      DataArray value = here.value(note.getValue());
      for (int k = 0; k < value.cells().size(); k++) {
        String where = value.label(k);
        judgement =
            judgement.noting(
                where.isEmpty() ? note.getKey() : note.getKey() + ", " + where,
                value.cells().get(k));
      }
    }
    return judgement;
  }

  private static String numbers(List<Check> checks) {
    return checks.stream()
        .map(c -> c.quantity() + " is " + Numbers.brief(c.observed()))
        .collect(Collectors.joining("; ", "", "."));
  }

  private List<Check> checks(CheckSection check, Surroundings here) {
    if (check instanceof CheckSection.Compared compared) {
      double bound = here.number(compared.bounds().get(0));
      Check.Expectation expectation =
          compared
              .within()
              .<Check.Expectation>map(within -> new Check.Equals(bound, here.number(within)))
              .orElseGet(
                  () ->
                      compared.above().isPresent()
                          ? new Check.Exceeds(bound)
                          : new Check.Below(bound));
      DataArray value = here.array(compared.number());
      return located(
          compared.number().place(), () -> Judges.each(compared.name(), value, expectation));
    }
    if (check instanceof CheckSection.Monotonic monotonic) {
      double by = monotonic.by().map(here::number).orElse(0.0);
      DataArray value = here.array(monotonic.series());
      return located(
          monotonic.series().place(),
          () ->
              monotonic.up()
                  ? Judges.rises(monotonic.name(), value, monotonic.along(), by)
                  : Judges.falls(monotonic.name(), value, monotonic.along(), by));
    }
    if (check instanceof CheckSection.Order order) {
      double by = order.by().map(here::number).orElse(0.0);
      List<DataArray> curves = order.curves().stream().map(here::array).toList();
      return located(
          order.curves().get(0).place(), () -> Judges.order(texts(order.curves()), curves, by));
    }
    CheckSection.Same same = (CheckSection.Same) check;
    double within = here.number(same.within());
    List<DataArray> curves = same.curves().stream().map(here::array).toList();
    return located(
        same.curves().get(0).place(), () -> Judges.same(texts(same.curves()), curves, within));
  }

  private static List<String> texts(List<Quantity> quantities) {
    return quantities.stream().map(Quantity::text).toList();
  }

  private interface Checking {
    List<Check> checks();
  }

  private List<Check> located(Place place, Checking checking) {
    try {
      return checking.checks();
    } catch (IllegalArgumentException e) {
      throw new WrongFileException(
          paper.name(), List.of(new Problem(place, String.valueOf(e.getMessage()))));
    }
  }

  /** How the claim is judged, in words. */
  String criterion() {
    return claim
        .judged()
        .orElseGet(
            () ->
                claim.tested().holds().stream()
                    .map(ClaimExamination::words)
                    .collect(Collectors.joining(" ")));
  }

  private static String words(CheckSection check) {
    String what;
    if (check instanceof CheckSection.Compared compared) {
      String side =
          compared.within().isPresent() ? "" : compared.above().isPresent() ? "above " : "below ";
      what =
          "%s must be %s%s%s"
              .formatted(
                  compared.name(),
                  side,
                  compared.bounds().get(0).text(),
                  compared.within().map(w -> ", within " + w.text()).orElse(""));
    } else if (check instanceof CheckSection.Monotonic monotonic) {
      what =
          "%s must %s along %s, by more than %s in each step"
              .formatted(
                  monotonic.name(),
                  monotonic.up() ? "rise" : "fall",
                  monotonic.along(),
                  monotonic.by().map(Quantity::text).orElse("the error"));
    } else if (check instanceof CheckSection.Order order) {
      what =
          "At every point each of %s must lie above the next"
              .formatted(String.join(", ", texts(order.curves())));
    } else {
      CheckSection.Same same = (CheckSection.Same) check;
      what =
          "%s must agree at every point, within %s"
              .formatted(String.join(", ", texts(same.curves())), same.within().text());
    }
    return check.because().isEmpty() ? what + "." : what + ": " + check.because() + ".";
  }
}
