package qbattery.paper.kamin2023;

import static qbattery.paper.kamin2023.ClaimParts.HUNDREDTH;
import static qbattery.paper.kamin2023.ClaimParts.SAME;
import static qbattery.paper.kamin2023.ClaimParts.claim;
import static qbattery.paper.kamin2023.ClaimParts.ergotropies;
import static qbattery.paper.kamin2023.ClaimParts.judged;
import static qbattery.paper.kamin2023.ClaimParts.largest;
import static qbattery.paper.kamin2023.ClaimParts.perShape;
import static qbattery.paper.kamin2023.ClaimParts.smallestFall;
import static qbattery.paper.kamin2023.ClaimParts.smallestRise;
import static qbattery.paper.kamin2023.ClaimParts.word;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Estimate;
import qbattery.experiment.Laboratory;
import qbattery.report.Numbers;

/** Claims on coupling and temperature: Figs. 4 and 5, mu = 1, Delta mu = 2. */
final class StrengthClaims {

  private static final double WEAK = 0.1;
  private static final double STRONG = 10;

  /** How close to the limit "alike" is, as the list of claims sets it. */
  private static final double ALIKE = 0.15;

  /** What "small" or "suppressed" may be of the strong-coupling value. */
  private static final double TENTH = 0.1;

  /** So far from gamma that what is missing from the limit is a ten-thousandth or less of it. */
  private static final double[] LIMIT = {50, 100};

  private static final double[] BIASES = {1, 2, 4, 8, 16};
  private static final double HOT = 100;
  private static final double COLD = 0.2;

  private StrengthClaims() {}

  static List<Claim> of(Model model) {
    return List.of(coupling(model), weak(model), temperature(model), heat(model));
  }

  /** W for J to infinity: what is missing falls as 1/J^2. */
  static Estimate limit(Laboratory laboratory, Setting setting) {
    List<Estimate> w =
        ergotropies(Run.along(setting, Start.GROUND, Knob.COUPLING, LIMIT).in(laboratory));
    double value = (4 * w.get(1).value() - w.get(0).value()) / 3;
    return new Estimate(
        value,
        StrictMath.abs(value - w.get(1).value()) + 2 * (w.get(0).error() + w.get(1).error()));
  }

  private static Claim coupling(Model model) {
    return claim(
        "coupling",
        "Fig. 4",
        "mu=1, bias 2, T=1: ergotropy grows with J, is small at small J, and behaves alike for all J >= omega.",
        "N = 3. The smallest rise of W over J = 0.1..10 in steps of 0.1 must exceed 1e-8, which is above the errors; W at J = 0.1 must be less than a tenth of its limit for strong coupling; limit from J = 50 and 100, what is missing falling as 1/J^2. What 'alike' means is not stated. In size: at J = omega W is within 15 % of that limit (as W rises at each step, it then is so at every larger J computed). In trend: from J = omega on W rises by less and less, each step of 0.1 smaller than the one before. For the star and the chain.",
        laboratory -> {
          Map<String, Judgement> readings = new LinkedHashMap<>();
          for (boolean size : new boolean[] {true, false}) {
            for (Shape shape : model.shapes()) {
              readings.put(
                  "%s, alike in %s".formatted(shape.label(), size ? "size" : "trend"),
                  coupling(laboratory, model.biased(shape), size));
            }
          }
          return Judgement.across(readings);
        });
  }

  private static Judgement coupling(Laboratory laboratory, Setting setting, boolean size) {
    Estimate limit = limit(laboratory, setting);
    List<Found> found =
        Run.along(setting, Start.GROUND, Knob.COUPLING, Ranges.even(0.1, 10, 100)).in(laboratory);
    Estimate rise = smallestRise(ergotropies(found));
    Found at =
        Run.along(setting, Start.GROUND, Knob.COUPLING, setting.frequency()).in(laboratory).get(0);
    Estimate weak = found.get(0).ergotropy().dividedBy(limit);
    Estimate part = at.ergotropy().dividedBy(limit);
    Check alike =
        size
            ? Check.equal("W at J = omega over its limit", part, 1, ALIKE)
            : Check.exceeds(
                "smallest shrinking of the rise of W from J = omega on",
                shrinking(found, setting.frequency()),
                0);
    return judged(
        "W is %s at J = 0.1, %s at J = omega and %s for J to infinity: %s of the limit at J = omega."
            .formatted(
                word(found.get(0).ergotropy()), word(at.ergotropy()), word(limit), word(part)),
        List.of(
            alike,
            Check.exceeds("smallest rise of W along J", rise, SAME),
            Check.equal("W at J = 0.1 over its limit", weak, 0, TENTH)));
  }

  /** By how much a rise is smaller than the one before, where it is so by least. */
  private static Estimate shrinking(List<Found> found, double from) {
    List<Estimate> w =
        ergotropies(found.stream().filter(f -> f.setting().coupling() > from - 1e-9).toList());
    List<Estimate> rises = new ArrayList<>();
    for (int k = 1; k < w.size(); k++) {
      rises.add(w.get(k).minus(w.get(k - 1)));
    }
    return smallestFall(rises);
  }

  private static Claim weak(Model model) {
    return claim(
        "weak-coupling",
        "Sec. IV",
        "Weak coupling suppresses charging whatever the bias.",
        "N = 3, T = 1, Delta mu = 1, 2, 4, 8, 16: W at J = 0.1 over W at J = 10 must be less than a tenth at all of them. For the star and the chain, with the base mu = 1 of Fig. 4 and with the largest of Fig. 3, mu = 8: Sec. IV does not say for which base it is meant.",
        laboratory -> {
          Map<String, Judgement> readings = new LinkedHashMap<>();
          for (double mu : new double[] {1, 8}) {
            for (Shape shape : model.shapes()) {
              readings.put(
                  "%s, mu = %s".formatted(shape.label(), Numbers.exact(mu)),
                  weak(laboratory, model.biased(shape).with(Knob.MU, mu)));
            }
          }
          return Judgement.across(readings);
        });
  }

  private static Judgement weak(Laboratory laboratory, Setting setting) {
    List<Found> weak =
        Run.along(setting.with(Knob.COUPLING, WEAK), Start.GROUND, Knob.BIAS, BIASES)
            .in(laboratory);
    List<Found> strong =
        Run.along(setting.with(Knob.COUPLING, STRONG), Start.GROUND, Knob.BIAS, BIASES)
            .in(laboratory);
    List<Estimate> parts = new ArrayList<>();
    for (int k = 0; k < BIASES.length; k++) {
      parts.add(weak.get(k).ergotropy().dividedBy(strong.get(k).ergotropy()));
    }
    Estimate most = largest(parts);
    return judged(
        "With mu = %s, W at J = 0.1 is at most %s of that at J = 10; the battery's own reservoir alone would give %s."
            .formatted(
                Numbers.exact(setting.mu()),
                word(most),
                Numbers.rounded(Math.max(0, 2 * setting.occupation(0) - 1), 4)),
        List.of(Check.equal("largest W(J=0.1)/W(J=10)", most, 0, TENTH)));
  }

  private static Claim temperature(Model model) {
    return claim(
        "temperature",
        "Fig. 5",
        "Hot reservoirs leave the battery almost empty.",
        "N = 3, mu = 1, Delta mu = 2: W at T = 100 against 0, within a hundredth of full, and W at T = 0.2 must exceed 0.1, so that there is something to lose. For the star and the chain.",
        laboratory -> perShape(model, shape -> temperature(laboratory, model.biased(shape))));
  }

  private static Claim heat(Model model) {
    return claim(
        "heat-everywhere",
        "Abstract",
        "A high base temperature of the reservoirs is destructive in all parameter regimes.",
        "N = 3. Two regimes: mu = 1, Delta mu = 2, and mu = 0, Delta mu = 10, in which the battery's own reservoir alone would leave it empty. What is high is not stated: T = 2 against 0.1 (a hotter reservoir always means less), or T = 100 against 0.1 (in the end heat takes all). W at the lower temperature must be the larger one in both regimes. For the star and the chain.",
        laboratory -> {
          Map<String, Judgement> readings = new LinkedHashMap<>();
          for (double hot : new double[] {2, HOT}) {
            for (Shape shape : model.shapes()) {
              readings.put(
                  "T = %s against 0.1, %s".formatted(Numbers.exact(hot), shape.label()),
                  everywhere(laboratory, model.biased(shape), hot));
            }
          }
          return Judgement.across(readings);
        });
  }

  private static Judgement temperature(Laboratory laboratory, Setting setting) {
    List<Estimate> w =
        ergotropies(Run.along(setting, Start.GROUND, Knob.TEMPERATURE, COLD, HOT).in(laboratory));
    return judged(
        "W is %s at T = 0.2 and %s at T = 100.".formatted(word(w.get(0)), word(w.get(1))),
        List.of(
            Check.equal("W at T = 100", w.get(1), 0, HUNDREDTH),
            Check.exceeds("W at T = 0.2", w.get(0), TENTH)));
  }

  private static Judgement everywhere(Laboratory laboratory, Setting setting, double hot) {
    List<Found> charged = warmed(laboratory, setting, hot);
    List<Found> empty = warmed(laboratory, setting.with(Knob.MU, 0).with(Knob.BIAS, 10), hot);
    return judged(
            "From T = 0.1 to %s W goes from %s to %s at mu = 1, Delta mu = 2, and from %s to %s at mu = 0, Delta mu = 10, where the occupation of the battery's own reservoir goes from %s to %s."
                .formatted(
                    Numbers.exact(hot),
                    word(charged.get(0).ergotropy()),
                    word(charged.get(1).ergotropy()),
                    word(empty.get(0).ergotropy()),
                    word(empty.get(1).ergotropy()),
                    Numbers.rounded(empty.get(0).setting().occupation(0), 3),
                    Numbers.rounded(empty.get(1).setting().occupation(0), 3)),
            List.of(
                Check.exceeds("loss of W at mu = 0, Delta mu = 10", loss(empty), 0),
                Check.exceeds("loss of W at mu = 1, Delta mu = 2", loss(charged), 0)))
        .noting("W at T = 0.1, mu = 0, Delta mu = 10", empty.get(0).ergotropy())
        .noting(
            "W at T = %s, mu = 0, Delta mu = 10".formatted(Numbers.exact(hot)),
            empty.get(1).ergotropy());
  }

  private static List<Found> warmed(Laboratory laboratory, Setting setting, double hot) {
    return Run.along(setting, Start.GROUND, Knob.TEMPERATURE, 0.1, hot).in(laboratory);
  }

  private static Estimate loss(List<Found> found) {
    return found.get(0).ergotropy().minus(found.get(1).ergotropy());
  }
}
