package qbattery.paper.arjmandi2022;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import qbattery.claim.Judgement;
import qbattery.report.Numbers;

/**
 * One way to read what the paper leaves open: the field B0, which it never states, and the factor
 * in front of the coupling, which its printed numbers put in doubt.
 *
 * @param factor what the printed coupling {@code J/4 (xx + yy)} is multiplied with
 * @param field B0 in units of Gamma
 */
record Reading(double factor, double field) {

  /** J in units of Gamma, as printed. */
  static final double COUPLING = 10;

  /** The printed coupling with the field that the printed numbers miss least under it. */
  static final Reading PRINTED = new Reading(1, 20);

  /** The printed coupling with a field below J, to show what hangs on B0. */
  static final Reading WEAK_FIELD = new Reading(1, 5);

  /**
   * J/2 (xx + yy), which is J (s+ s- + h.c.): the coupling as one of the authors prints it
   * elsewhere (santos2021, Sec. III), with the field that the printed numbers miss least under it.
   */
  static final Reading DOUBLE = new Reading(2, 7);

  /** All, the default first. */
  static final List<Reading> ALL = List.of(PRINTED, WEAK_FIELD, DOUBLE);

  String label() {
    return "%s, B0 = %s Gamma"
        .formatted(
            factor == 1
                ? "coupling as printed"
                : factor == 2
                    ? "coupling as in santos2021, twice the printed"
                    : "coupling %s times the printed".formatted(Numbers.rounded(factor, 3)),
            Numbers.rounded(field, 3));
  }

  /** Judges under every reading: one verdict where all agree, else DEPENDS_ON_READING. */
  static Judgement underEach(Function<Reading, Judgement> judge) {
    Map<String, Judgement> all = new LinkedHashMap<>();
    for (Reading reading : ALL) {
      all.put(reading.label(), judge.apply(reading));
    }
    return Judgement.across(all);
  }
}
