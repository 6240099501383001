package qbattery.paper.kamin2023;

import static qbattery.paper.kamin2023.ClaimParts.SAME;
import static qbattery.paper.kamin2023.ClaimParts.claim;
import static qbattery.paper.kamin2023.ClaimParts.ergotropies;
import static qbattery.paper.kamin2023.ClaimParts.judged;
import static qbattery.paper.kamin2023.ClaimParts.largest;
import static qbattery.paper.kamin2023.ClaimParts.smallest;
import static qbattery.paper.kamin2023.ClaimParts.smallestFall;
import static qbattery.paper.kamin2023.ClaimParts.smallestRise;
import static qbattery.paper.kamin2023.ClaimParts.spread;
import static qbattery.paper.kamin2023.ClaimParts.word;
import static qbattery.paper.kamin2023.ClaimParts.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Estimate;
import qbattery.experiment.Laboratory;
import qbattery.report.Numbers;

/** Claims on the equilibrium case: Fig. 2 and what is said of it. */
final class EquilibriumClaims {

  private static final double[] TEMPERATURES = {0.5, 1, 2};

  /** From the coldest at which what is missing from 1 can be told from its error. */
  private static final double[] WARMING = {0.25, 0.5, 1, 2, 4, 8};

  private static final double[] CHARGING = {2, 3, 5};
  private static final double[] COUPLINGS = {0.1, 0.3, 1, 3, 10};

  /** "mu >> omega", and a temperature at which n misses 1 by exp(-18). */
  private static final double FAR = 10;

  private static final double COLD = 0.5;

  /** Where it misses 1 by exp(-6): nearer, the slowest decay is hard to tell from none. */
  private static final double NEARLY = 7;

  /** What a figure would hide. */
  private static final double UNSEEN = 1e-4;

  /** What "is approached" allows to be missing. */
  private static final double MISSING = 1e-3;

  private EquilibriumClaims() {}

  static List<Claim> of(Model model) {
    return List.of(mu(model), temperature(model), full(model), coupling(model));
  }

  /** Every start with either picture of the links, and the limit of equal reservoirs. */
  private static Judgement perStart(Model model, BiFunction<Setting, Start, Judgement> judge) {
    Map<String, Judgement> readings = new LinkedHashMap<>();
    for (Shape shape : model.shapes()) {
      for (Start start : Start.PRODUCTS) {
        readings.put(
            "%s, from %s".formatted(shape.label(), start.label()),
            judge.apply(model.balanced(shape), start));
      }
    }
    for (Shape shape : model.shapes()) {
      readings.put(
          "%s, equal reservoirs of their own".formatted(shape.label()),
          judge.apply(model.balancedEach(shape), Start.GROUND));
    }
    return Judgement.across(readings);
  }

  private static Claim mu(Model model) {
    return claim(
        "equilibrium-mu",
        "Fig. 2",
        "Equilibrium, N=3: ergotropy is zero for mu <= omega and rises monotonically with mu beyond.",
        "T = 0.5, 1, 2; mu = -2..8 in steps of 0.5: the largest W for mu <= 1 against 0, to 1e-8 (above the errors), and the smallest rise from one mu to the next beyond must exceed as much. As the steady state is not unique, for four starts each, and for equal reservoirs of their own.",
        laboratory -> {
          Judgement judgement = perStart(model, (s, start) -> mu(laboratory, s, start));
          Setting chain = model.balanced(model.printed()).with(Knob.MU, 8);
          if (chain.cells() != 3) {
            return judgement;
          }
          Found dark = Run.along(chain, Start.SINGLET, Knob.MU, 8).in(laboratory).get(0);
          return judgement.noting(
              "W at mu=8, " + chain.shape().label() + ", ends in a singlet", dark.ergotropy());
        });
  }

  private static Judgement mu(Laboratory laboratory, Setting setting, Start start) {
    List<Estimate> below = new ArrayList<>();
    List<Estimate> rises = new ArrayList<>();
    List<Estimate> at3 = new ArrayList<>();
    for (double t : TEMPERATURES) {
      Setting at = setting.with(Knob.TEMPERATURE, t);
      List<Found> low = Run.along(at, start, Knob.MU, Ranges.even(-2, 1, 7)).in(laboratory);
      List<Found> high = Run.along(at, start, Knob.MU, Ranges.even(1, 8, 15)).in(laboratory);
      below.addAll(ergotropies(low));
      rises.add(smallestRise(ergotropies(high)));
      at3.add(high.get(4).ergotropy());
    }
    return judged(
        "At mu = 3 and T = 0.5, 1, 2 it is %s; the smallest rise on the way to mu = 8 is %s, the largest ergotropy up to mu = 1 is %s."
            .formatted(
                words(at3), Numbers.rounded(smallest(rises).value(), 3), word(largest(below))),
        List.of(
            Check.equal("largest W up to mu = 1", largest(below), 0, SAME),
            Check.exceeds("smallest rise of W beyond", smallest(rises), SAME)));
  }

  private static Claim temperature(Model model) {
    return claim(
        "equilibrium-T",
        "Fig. 2",
        "Equilibrium: a hotter reservoir means less ergotropy.",
        "mu = 2, 3, 5; T = 0.25, 0.5, 1, 2, 4, 8: the smallest fall of W from one T to the next must exceed 1e-8, which is above the errors. For four starts each, and for equal reservoirs of their own.",
        laboratory ->
            perStart(
                model,
                (setting, start) -> {
                  List<Estimate> falls = new ArrayList<>();
                  List<Estimate> at3 = new ArrayList<>();
                  for (double mu : CHARGING) {
                    List<Estimate> w =
                        ergotropies(
                            Run.along(setting.with(Knob.MU, mu), start, Knob.TEMPERATURE, WARMING)
                                .in(laboratory));
                    falls.add(smallestFall(w));
                    at3 = mu == 3 ? w : at3;
                  }
                  return judged(
                      "At mu = 3 it goes from %s at T = 0.25 to %s at T = 8; the smallest fall of all is %s."
                          .formatted(
                              word(at3.get(0)),
                              word(at3.get(at3.size() - 1)),
                              Numbers.rounded(smallest(falls).value(), 3)),
                      List.of(Check.exceeds("smallest fall of W along T", smallest(falls), SAME)));
                }));
  }

  private static Claim full(Model model) {
    return claim(
        "equilibrium-full",
        "Sec. III A",
        "Full charge is approached as T->0 with mu >> omega.",
        Map.of("limit", 1.0),
        "mu = 10, T = 0.5, where the occupation misses 1 by exp(-18): W against 1, within 0.001. For four starts each, and for equal reservoirs of their own.",
        laboratory ->
            perStart(
                model,
                (setting, start) -> {
                  Found found =
                      Run.along(setting.with(Knob.TEMPERATURE, COLD), start, Knob.MU, FAR)
                          .in(laboratory)
                          .get(0);
                  return judged(
                      "Where the occupation is 1 less %s, W is %s."
                          .formatted(
                              Numbers.rounded(found.setting().reservoir(0).emission(), 2),
                              word(found.ergotropy())),
                      List.of(Check.equal("W at mu = 10, T = 0.5", found.ergotropy(), 1, MISSING)));
                }));
  }

  private static Claim coupling(Model model) {
    return claim(
        "equilibrium-J",
        "Sec. IV",
        "For some parameter regimes the equilibrium ergotropy does not depend on J or on N.",
        "From the ground state, J = 0.1, 0.3, 1, 3, 10: the spread of W against 0, to 1e-4, what a figure could hide, in one of two regimes: at mu = 3, T = 1, and where the reservoir is nearly full, mu = 7, T = 1 (exp(-6) from it); the better one decides, as the claim is about some regimes. The range of N is not stated: N = 3, 4, or with two cells N = 2, 3, 4. Noted: the spread of each, and W at J = 0 and at N = 2.",
        laboratory -> {
          Map<String, Judgement> readings = new LinkedHashMap<>();
          for (int fewest = 3; fewest >= 2; fewest--) {
            for (Shape shape : model.shapes()) {
              readings.put(
                  "%s, from N = %d".formatted(shape.label(), fewest),
                  coupling(laboratory, model.balanced(shape), fewest));
            }
            readings.put(
                "equal reservoirs of their own, from N = %d".formatted(fewest),
                coupling(laboratory, model.balancedEach(model.drawn()), fewest));
          }
          return Judgement.across(readings);
        });
  }

  private static Judgement coupling(Laboratory laboratory, Setting setting, int fewest) {
    Setting middle = setting.with(Knob.MU, 3).with(Knob.TEMPERATURE, 1);
    Setting far = setting.with(Knob.MU, NEARLY).with(Knob.TEMPERATURE, 1);
    Estimate along = spread(alongCoupling(laboratory, middle));
    Estimate all = spread(alongBoth(laboratory, middle, fewest));
    Estimate saturated = spread(alongBoth(laboratory, far, fewest));
    Found uncoupled = Run.along(middle, Start.GROUND, Knob.COUPLING, 0).in(laboratory).get(0);
    Found two = Run.along(middle.ofCells(2), Start.GROUND, Knob.COUPLING, 1).in(laboratory).get(0);
    Found three = Run.along(middle, Start.GROUND, Knob.COUPLING, 1).in(laboratory).get(0);
    return judged(
            "At mu = 3, T = 1 W spreads over %s with J and over %s with J and N; for N = 3 it is %s, without coupling %s, and for N = 2 %s."
                .formatted(
                    word(along),
                    word(all),
                    word(three.ergotropy()),
                    word(uncoupled.ergotropy()),
                    word(two.ergotropy())),
            List.of(
                Check.equal(
                    "spread of W over J > 0 and N = %d to 4 in the better regime".formatted(fewest),
                    smallest(List.of(all, saturated)),
                    0,
                    UNSEEN)))
        .noting("spread over J, mu=3, T=1", along)
        .noting("spread over J and N, mu=3, T=1", all)
        .noting("spread over J and N, mu=7, T=1", saturated)
        .noting("W at J = 0, mu=3, T=1", uncoupled.ergotropy())
        .noting("W at N = 2, mu=3, T=1", two.ergotropy());
  }

  private static List<Estimate> alongCoupling(Laboratory laboratory, Setting setting) {
    return ergotropies(Run.along(setting, Start.GROUND, Knob.COUPLING, COUPLINGS).in(laboratory));
  }

  private static List<Estimate> alongBoth(Laboratory laboratory, Setting setting, int fewest) {
    List<Estimate> all = new ArrayList<>();
    for (int n = fewest; n <= 4; n++) {
      all.addAll(alongCoupling(laboratory, setting.ofCells(n)));
    }
    return all;
  }
}
