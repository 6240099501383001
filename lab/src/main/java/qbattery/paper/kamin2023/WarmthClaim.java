package qbattery.paper.kamin2023;

import static qbattery.paper.kamin2023.ClaimParts.SAME;
import static qbattery.paper.kamin2023.ClaimParts.claim;
import static qbattery.paper.kamin2023.ClaimParts.ergotropies;
import static qbattery.paper.kamin2023.ClaimParts.judged;
import static qbattery.paper.kamin2023.ClaimParts.smallest;
import static qbattery.paper.kamin2023.ClaimParts.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Estimate;
import qbattery.experiment.Laboratory;
import qbattery.report.Numbers;

/** The claim on reservoirs of different temperatures, which Eqs. 7-8 allow and no figure shows. */
final class WarmthClaim {

  /** Of the battery's reservoir, between those of the others. */
  private static final double OWN = 1;

  /** Temperatures of the others, the one farthest from the battery's first. */
  private static final double[] COLDER = {0.1, 0.25, 0.5};

  private static final double[] WARMER = {10, 4, 2};
  private static final double[] UP_TO_OMEGA = {-1, 0, 1};
  private static final double[] BEYOND = {2, 4, 8};

  private WarmthClaim() {}

  static Claim of(Model model) {
    return claim(
        "temperature-bias",
        "Eqs. 7-8, Sec. III B",
        "Reservoirs that differ enhance the charging; in Eqs. 7-8 they may differ in temperature alone.",
        "N = 3, Delta mu = 0, T = 1 at the battery: W with the others colder (T = 0.1, 0.25, 0.5) or warmer (T = 2, 4, 10) less W with all at T = 1: the smallest gain must exceed 1e-8, which is above the errors. Neither the sign nor the chemical potential is stated: mu = 2, 4, 8 beyond omega, and mu = -1, 0, 1 up to it. For the star and the chain. Noted: by how much W stays below what it is with all reservoirs at the lowest temperature in use, tanh((mu - omega)/(2 T)).",
        laboratory -> {
          Map<String, Judgement> readings = new LinkedHashMap<>();
          for (Shape shape : model.shapes()) {
            Setting setting = model.biased(shape).with(Knob.BIAS, 0).with(Knob.TEMPERATURE, OWN);
            for (boolean colder : new boolean[] {true, false}) {
              for (boolean beyond : new boolean[] {true, false}) {
                readings.put(
                    "others %s, mu %s omega, %s"
                        .formatted(
                            colder ? "colder" : "warmer",
                            beyond ? "beyond" : "up to",
                            shape.label()),
                    judge(
                        laboratory,
                        setting,
                        beyond ? BEYOND : UP_TO_OMEGA,
                        colder ? COLDER : WARMER));
              }
            }
          }
          return Judgement.across(readings);
        });
  }

  private static Judgement judge(
      Laboratory laboratory, Setting setting, double[] mus, double[] others) {
    double farthest = others[0];
    double coldest = Math.min(OWN, farthest);
    List<Estimate> equal = new ArrayList<>();
    List<Estimate> atFarthest = new ArrayList<>();
    List<Estimate> gains = new ArrayList<>();
    List<Estimate> missing = new ArrayList<>();
    double[] warmths = Arrays.stream(others).map(t -> t - OWN).toArray();
    for (double mu : mus) {
      Setting at = setting.with(Knob.MU, mu);
      Estimate without =
          Run.along(at, Start.GROUND, Knob.WARMTH, 0).in(laboratory).get(0).ergotropy();
      List<Estimate> w =
          ergotropies(Run.along(at, Start.GROUND, Knob.WARMTH, warmths).in(laboratory));
      double inversion = 2 * at.with(Knob.TEMPERATURE, coldest).occupation(0) - 1;
      Estimate allCold = Estimate.rounded(Math.max(0, inversion));
      for (Estimate one : w) {
        gains.add(one.minus(without));
        missing.add(allCold.minus(one));
      }
      equal.add(without);
      atFarthest.add(w.get(0));
    }
    String first = Numbers.exact(mus[0]);
    return judged(
            "With all reservoirs at T = 1 W is %s for mu = %s, with the others at T = %s it is %s."
                .formatted(
                    words(equal),
                    Arrays.stream(mus).mapToObj(Numbers::exact).collect(Collectors.joining(", ")),
                    Numbers.exact(farthest),
                    words(atFarthest)),
            List.of(Check.exceeds("smallest gain of W by the difference", smallest(gains), SAME)))
        .noting("W at mu = %s, all at T = 1".formatted(first), equal.get(0))
        .noting(
            "W at mu = %s, others at T = %s".formatted(first, Numbers.exact(farthest)),
            atFarthest.get(0))
        .noting("least that W misses with all at the lowest temperature", smallest(missing));
  }
}
