package qbattery.paper.kamin2023;

import static qbattery.paper.kamin2023.ClaimParts.HUNDREDTH;
import static qbattery.paper.kamin2023.ClaimParts.SAME;
import static qbattery.paper.kamin2023.ClaimParts.claim;
import static qbattery.paper.kamin2023.ClaimParts.ergotropies;
import static qbattery.paper.kamin2023.ClaimParts.judged;
import static qbattery.paper.kamin2023.ClaimParts.perShape;
import static qbattery.paper.kamin2023.ClaimParts.smallest;
import static qbattery.paper.kamin2023.ClaimParts.smallestRise;
import static qbattery.paper.kamin2023.ClaimParts.word;
import static qbattery.paper.kamin2023.ClaimParts.words;

import java.util.ArrayList;
import java.util.List;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Estimate;
import qbattery.experiment.Laboratory;
import qbattery.report.Numbers;

/** Claims on the bias: Fig. 3, T = 1. */
final class BiasClaims {

  private static final double[] CHARGED = {1, 2, 4, 8};
  private static final double HIGH = 8;

  /** Biases at which the occupation of the others misses 1 by less than 1e-8 for all bases. */
  private static final double[] LARGE = {20, 40};

  private BiasClaims() {}

  static List<Claim> of(Model model) {
    return List.of(monotonic(model), high(model), saturates(model));
  }

  private static Claim monotonic(Model model) {
    return claim(
        "bias-monotonic",
        "Fig. 3",
        "Non-equilibrium, T=1: for base mu >= omega ergotropy rises monotonically with the bias.",
        "N = 3, mu = 1, 2, 4, 8; Delta mu = 0..10 in steps of 0.5: the smallest rise of W from one bias to the next must exceed 1e-8, which is above the errors. For the star and the chain.",
        laboratory ->
            perShape(
                model,
                shape -> {
                  List<Estimate> rises = new ArrayList<>();
                  List<Estimate> first = new ArrayList<>();
                  List<Estimate> last = new ArrayList<>();
                  for (double mu : CHARGED) {
                    List<Estimate> w =
                        ergotropies(
                            Run.along(
                                    model.biased(shape).with(Knob.MU, mu),
                                    Start.GROUND,
                                    Knob.BIAS,
                                    Ranges.even(0, 10, 21))
                                .in(laboratory));
                    rises.add(smallestRise(w));
                    first.add(w.get(0));
                    last.add(w.get(w.size() - 1));
                  }
                  return judged(
                      "From no bias to 10 W goes from %s to %s for mu = 1, 2, 4, 8; the smallest step of all is %s."
                          .formatted(
                              words(first),
                              words(last),
                              Numbers.rounded(smallest(rises).value(), 3)),
                      List.of(
                          Check.exceeds(
                              "smallest rise of W along the bias", smallest(rises), SAME)));
                }));
  }

  private static Claim high(Model model) {
    return claim(
        "base-mu-8",
        "Fig. 3",
        "At base mu = 8 ergotropy is near its maximum whatever the bias.",
        "N = 3, T = 1, Delta mu = 0..20 in steps of 1: the smallest W must exceed 0.99, within a hundredth of full. For the star and the chain. The paper speaks of a bias that increases from equilibrium; what a bias of the other sign does is noted, as is what becomes of the claim if the reservoirs are asked at the cells' own spacing 2 omega_0.",
        laboratory -> {
          Judgement judgement =
              perShape(
                  model,
                  shape -> high(laboratory, model.biased(shape), Ranges.even(0, 20, 21), "0..20"));
          for (Shape shape : model.shapes()) {
            judgement =
                judgement.beside(
                    "bias of either sign, " + shape.label(),
                    high(laboratory, model.biased(shape), Ranges.even(-20, 20, 41), "-20..20"));
          }
          Setting own = model.biased(model.drawn());
          return judgement.beside(
              "reservoirs asked at 2 omega_0, " + model.drawn().label(),
              high(
                  laboratory,
                  own.with(Knob.FREQUENCY, 2 * own.spacing()),
                  Ranges.even(0, 20, 21),
                  "0..20"));
        });
  }

  private static Judgement high(
      Laboratory laboratory, Setting setting, double[] biases, String range) {
    Setting at = setting.with(Knob.MU, HIGH);
    List<Estimate> w = ergotropies(Run.along(at, Start.GROUND, Knob.BIAS, biases).in(laboratory));
    double own = at.occupation(0);
    return judged(
        "At the biases computed, Delta mu = %s, W is at least %s; the battery's own reservoir has the occupation %s, and with all others like it W is %s."
            .formatted(
                range,
                word(smallest(w)),
                Numbers.brief(own),
                Numbers.brief(Math.max(0, 2 * own - 1))),
        List.of(Check.exceeds("smallest W at mu = 8", smallest(w), 1 - HUNDREDTH)));
  }

  private static Claim saturates(Model model) {
    return claim(
        "bias-saturates",
        "Fig. 3",
        "Ergotropy tends to a fixed value at large bias, for each base mu.",
        "N = 3, T = 1, mu = 0, 1, 2, 4, 8: W at Delta mu = 40 less W at 20 against 0, to 1e-6: there the occupation of the others is 1 to 1e-8. For the star and the chain.",
        laboratory ->
            perShape(
                model,
                shape -> {
                  List<Check> checks = new ArrayList<>();
                  List<Estimate> ends = new ArrayList<>();
                  for (double mu : Ranges.BASES) {
                    List<Estimate> w =
                        ergotropies(
                            Run.along(
                                    model.biased(shape).with(Knob.MU, mu),
                                    Start.GROUND,
                                    Knob.BIAS,
                                    LARGE)
                                .in(laboratory));
                    checks.add(
                        Check.equal(
                            "W at bias 40 less W at 20, mu=" + Numbers.exact(mu),
                            w.get(1).minus(w.get(0)),
                            0,
                            1e-6));
                    ends.add(w.get(1));
                  }
                  return judged(
                      "At bias 40 W is %s for mu = 0, 1, 2, 4, 8.".formatted(words(ends)), checks);
                }));
  }
}
