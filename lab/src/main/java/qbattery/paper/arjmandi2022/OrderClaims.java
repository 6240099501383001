package qbattery.paper.arjmandi2022;

import static qbattery.paper.arjmandi2022.Start.CLASSICAL;
import static qbattery.paper.arjmandi2022.Start.COHERENT;
import static qbattery.paper.arjmandi2022.Start.FULLY_EXCITED;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Estimate;
import qbattery.report.Numbers;

/** Which start lasts longest, and which feel the disorder: Figs. 1, 2, 3, 6 and 7. */
final class OrderClaims {

  private static final double STRONG = 5;

  /** What two curves of a figure may differ by and still be called the same. */
  private static final double SAME = 0.01;

  private OrderClaims() {}

  static List<Claim> all() {
    return List.of(
        ReadClaim.of(
            "order-N2",
            "Fig. 1a",
            "Two cells without disorder: ergotropy survives longest from the coherent state, and the fully excited one beats the classical one.",
            Map.of(),
            "The half-lives must differ in this order by more than their errors.",
            (study, reading) -> order(study, reading.chain(2, 0))),
        ReadClaim.of(
            "insensitive-N2",
            "Figs. 1, 2",
            "Two cells: the classical and the fully excited state do not feel the disorder; half-lives do not depend on it and there is no gain.",
            Map.of(),
            "For delta = 0 to 10 the half-lives must stay within 0.0001/Gamma of those without disorder, ten times their error, and the gains be zero.",
            OrderClaims::insensitiveTwo),
        ReadClaim.of(
            "insensitive-N7",
            "Figs. 3, 6",
            "Seven cells: the classical and the fully excited state do not feel the disorder.",
            Map.of(),
            "Between delta = 0 and 5 the half-lives must agree within one per cent of their value and E/E(0) at Gamma t = 1 within 0.01: what can be told apart in a figure."
                + ReadClaim.ERRORS,
            OrderClaims::insensitiveSeven),
        ReadClaim.of(
            "order-N7",
            "Sec. III, Fig. 3a",
            "Seven cells without disorder: the coherent battery has the best performance of all.",
            Map.of(),
            "Its half-life must exceed that from the fully excited and from the classical state by more than the errors, and its E/E(0) theirs at every time with 0 < Gamma t <= 1.",
            OrderClaims::orderOfSeven),
        new Claim(
            "arjmandi2022.ordered-N7-as-N2",
            "Fig. 3a",
            "Without disorder the coherent battery of seven cells decays almost as that of two.",
            Map.of(),
            "How near 'almost' is the paper does not say; two meanings are judged. A figure's: the largest difference of E/E(0) up to Gamma t = 1 must not exceed 0.05, and the half-lives must agree within ten per cent. The printed fits': the half-lives at delta = 0 must be no farther apart than there, 3.10 against 3.81.",
            laboratory -> almost(new ChainStudy(laboratory))),
        ReadClaim.of(
            "all-N",
            "Fig. 7",
            "Three to six cells: the coherent state outlives the others with and without disorder, and disorder makes its ergotropy grow for a while at every size.",
            Map.of(),
            "Half-lives at delta = 0 and 5 must differ in this order, and at delta = 5 mean E/E(0) must rise, from its lowest value before to some later one, by more than the error of that difference."
                + ReadClaim.ERRORS,
            OrderClaims::everySize));
  }

  private static Judgement order(ChainStudy study, DisorderedChain chain) {
    Estimate coherent = halfLife(study, chain, COHERENT);
    Estimate excited = halfLife(study, chain, FULLY_EXCITED);
    Estimate classical = halfLife(study, chain, CLASSICAL);
    return Judgement.of(
        "Half-lives are %s, %s and %s of 1/Gamma from the coherent, the fully excited and the classical state."
            .formatted(
                Numbers.rounded(coherent.value(), 4),
                Numbers.rounded(excited.value(), 4),
                Numbers.rounded(classical.value(), 4)),
        Check.exceeds("Gamma (tau coherent - tau fully excited)", coherent.minus(excited), 0),
        Check.exceeds("Gamma (tau fully excited - tau classical)", excited.minus(classical), 0));
  }

  private static Judgement orderOfSeven(ChainStudy study, Reading reading) {
    DisorderedChain chain = reading.chain(7, 0);
    Estimate coherent = halfLife(study, chain, COHERENT);
    Estimate excited = halfLife(study, chain, FULLY_EXCITED);
    Estimate classical = halfLife(study, chain, CLASSICAL);
    Curves curves = study.curves(chain, COHERENT);
    Estimate least = Estimate.exact(Double.POSITIVE_INFINITY);
    double at = 0;
    for (Start other : List.of(FULLY_EXCITED, CLASSICAL)) {
      Curves others = study.curves(chain, other);
      for (int k = 1; k < curves.times().length; k++) {
        Estimate excess = curves.at(Merit.ERGOTROPY, k).minus(others.at(Merit.ERGOTROPY, k));
        if (excess.value() < least.value()) {
          least = excess;
          at = curves.times()[k];
        }
      }
    }
    return Judgement.of(
        "Half-lives are %s, %s and %s of 1/Gamma from the coherent, the fully excited and the classical state; the coherent battery's E/E(0) exceeds the next by %s at least, at Gamma t = %s."
            .formatted(
                Numbers.rounded(coherent.value(), 4),
                Numbers.rounded(excited.value(), 4),
                Numbers.rounded(classical.value(), 4),
                Numbers.rounded(least.value(), 2),
                Numbers.rounded(at, 3)),
        Check.exceeds(
            "Gamma (tau coherent - tau of the next)",
            coherent.minus(latest(excited, classical)),
            0),
        Check.exceeds("smallest excess of E/E(0)", least, 0));
  }

  private static Judgement insensitiveTwo(ChainStudy study, Reading reading) {
    Estimate change = Estimate.exact(0);
    Estimate gain = Estimate.exact(0);
    for (Start start : List.of(FULLY_EXCITED, CLASSICAL)) {
      Estimate ordered = halfLife(study, reading.chain(2, 0), start);
      for (double delta : ChainStudy.DISORDERS) {
        Curves curves = study.curves(reading.chain(2, delta), start);
        change = larger(change, study.halfLife(curves).orElseThrow().estimate().minus(ordered));
        gain = larger(gain, study.gain(curves).estimate());
      }
    }
    return Judgement.of(
        "From either state the half-life changes by at most %s of 1/Gamma between delta = 0 and 10, and ergotropy never exceeds its start."
            .formatted(Numbers.error(Math.abs(change.value()))),
        Check.equal("largest change of Gamma tau", change, 0, 1e-4),
        Check.equal("largest gain [%]", gain, 0, 1e-4));
  }

  private static Judgement insensitiveSeven(ChainStudy study, Reading reading) {
    Estimate change = Estimate.exact(0);
    Estimate late = Estimate.exact(0);
    StringBuilder found = new StringBuilder();
    for (Start start : List.of(FULLY_EXCITED, CLASSICAL)) {
      Curves ordered = study.curves(reading.chain(7, 0), start);
      Curves disordered = study.curves(reading.chain(7, STRONG), start);
      Estimate before = study.halfLife(ordered).orElseThrow().estimate();
      Estimate after = study.halfLife(disordered).orElseThrow().estimate();
      int last = ordered.times().length - 1;
      Estimate atEnd =
          disordered.at(Merit.ERGOTROPY, last).minus(ordered.at(Merit.ERGOTROPY, last));
      change = larger(change, after.minus(before).dividedBy(before));
      late = larger(late, atEnd);
      found.append(
          "From the %s state the half-life goes from %s to %s of 1/Gamma and E/E(0) at Gamma t = 1 changes by %s. "
              .formatted(
                  start.label(),
                  Numbers.rounded(before.value(), 4),
                  Numbers.rounded(after.value(), 4),
                  Numbers.rounded(atEnd.value(), 2)));
    }
    found.append(
        "Where cells differ, a product of equal populations is not passive, so disorder adds ergotropy to any of these states (%s)."
            .formatted(study.words(study.curves(reading.chain(7, STRONG), CLASSICAL))));
    return Judgement.of(
        found.toString(),
        Check.equal("largest relative change of tau", change, 0, SAME),
        Check.equal("largest change of E/E(0) at Gamma t = 1", late, 0, SAME));
  }

  private static Judgement almost(ChainStudy study) {
    Map<String, Judgement> all = new LinkedHashMap<>();
    for (Reading reading : Reading.ALL) {
      all.put(reading.label() + ", almost in a figure", sevenAsTwo(study, reading, true));
      all.put(reading.label() + ", almost as the fits", sevenAsTwo(study, reading, false));
    }
    return Judgement.across(all);
  }

  private static Judgement sevenAsTwo(ChainStudy study, Reading reading, boolean inFigure) {
    Curves two = study.curves(reading.chain(2, 0), COHERENT);
    Curves seven = study.curves(reading.chain(7, 0), COHERENT);
    Estimate apart = Estimate.exact(0);
    for (int k = 0; k < two.times().length; k++) {
      apart = larger(apart, seven.at(Merit.ERGOTROPY, k).minus(two.at(Merit.ERGOTROPY, k)));
    }
    Estimate tau2 = study.halfLife(two).orElseThrow().estimate();
    Estimate tau7 = study.halfLife(seven).orElseThrow().estimate();
    Estimate relative = tau7.minus(tau2).dividedBy(tau2);
    double printed = PrintedFit.SEVEN_CELLS.at(0) / PrintedFit.TWO_CELLS.at(0) - 1;
    String found =
        "E/E(0) of seven and of two cells differ by at most %s; half-lives are %s and %s of 1/Gamma, %s %% apart. The printed fits, at delta = 0, have 3.10 and 3.81, %s %% apart."
            .formatted(
                Numbers.rounded(Math.abs(apart.value()), 2),
                Numbers.rounded(tau7.value(), 4),
                Numbers.rounded(tau2.value(), 4),
                Numbers.rounded(100 * relative.value(), 3),
                Numbers.rounded(100 * printed, 3));
    return inFigure
        ? Judgement.of(
            found,
            Check.equal("largest difference of E/E(0)", apart, 0, PrintedStatements.ALMOST),
            Check.equal("tau(7)/tau(2) - 1", relative, 0, 2 * PrintedStatements.ALMOST))
        : Judgement.of(found, Check.equal("tau(7)/tau(2) - 1", relative, 0, Math.abs(printed)));
  }

  private static Judgement everySize(ChainStudy study, Reading reading) {
    List<Check> checks = new ArrayList<>();
    StringBuilder rises = new StringBuilder();
    for (int n = 3; n <= 6; n++) {
      for (double delta : List.of(0.0, STRONG)) {
        DisorderedChain chain = reading.chain(n, delta);
        Estimate others =
            latest(halfLife(study, chain, FULLY_EXCITED), halfLife(study, chain, CLASSICAL));
        checks.add(
            Check.exceeds(
                "N = %d, delta = %s: Gamma (tau coherent - tau of the next)"
                    .formatted(n, Numbers.exact(delta)),
                halfLife(study, chain, COHERENT).minus(others),
                0));
      }
      Rise rise = Rise.of(study.curves(reading.chain(n, STRONG), COHERENT), Merit.ERGOTROPY);
      checks.add(Check.exceeds("N = %d: rise of E/E(0)".formatted(n), rise.height(), 0));
      rises.append(n == 3 ? "" : ", ").append(Numbers.rounded(rise.height().value(), 2));
    }
    return Judgement.of(
        "At delta = 5 mean E/E(0) rises by %s for N = 3 to 6, with the paper's numbers of realisations (%s)."
            .formatted(rises, study.words(study.curves(reading.chain(3, STRONG), COHERENT))),
        checks.toArray(Check[]::new));
  }

  private static Estimate halfLife(ChainStudy study, DisorderedChain chain, Start start) {
    return study.halfLife(study.curves(chain, start)).orElseThrow().estimate();
  }

  private static Estimate larger(Estimate one, Estimate other) {
    return Math.abs(other.value()) + other.error() > Math.abs(one.value()) + one.error()
        ? other
        : one;
  }

  private static Estimate latest(Estimate one, Estimate other) {
    return one.value() >= other.value() ? one : other;
  }
}
