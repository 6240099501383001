package qbattery.paper.quach2020;

import static qbattery.paper.quach2020.ClaimParts.claim;
import static qbattery.paper.quach2020.ClaimParts.judged;

import java.util.ArrayList;
import java.util.List;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Estimate;
import qbattery.report.Numbers;

/** Claims on what the battery holds in the end at T = 0: Figs. 2 b-c, Sec. IV. */
final class CapacityClaims {

  /** R of Fig. 2b. */
  static final int[] RATIOS = {2, 5, 10};

  /** No range survives in the text: what a panel of the paper can show, and far beyond. */
  static final int[] SIZES = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 50, 100, 300, 1000};

  /** R up to where Fig. 2c must have ended, and beyond. */
  private static final int[] UP_TO_RATIO = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20, 50, 100};

  private CapacityClaims() {}

  static List<Claim> of(DarkModel model) {
    return List.of(superextensive(model), flattens(model), rises(model), copies(model));
  }

  private static Estimate energy(DarkModel model, int size, int ratio) {
    return model.cold(size, ratio).energy();
  }

  private static Claim superextensive(DarkModel model) {
    return claim(
        "capacity-superextensive",
        "Fig. 2b",
        "The steady energy density rises monotonically with N_B, for R = 2, 5 and 10.",
        "The smallest step of the steady energy density along N_B = 1..10, 20, 50, 100, 300, 1000 must be above 0, by more than its error (the difference of two ways).",
        () -> {
          List<Check> checks = new ArrayList<>();
          StringBuilder text = new StringBuilder();
          for (int ratio : RATIOS) {
            List<Estimate> along = Steps.along(SIZES, n -> energy(model, n, ratio));
            checks.add(
                Check.exceeds("smallest step along N_B, R=" + ratio, Steps.smallestRise(along), 0));
            text.append(
                "R = %d: from %s (N_B = 1) over %s (N_B = 10) to %s (N_B = 1000). "
                    .formatted(
                        ratio,
                        Numbers.brief(along.get(0)),
                        Numbers.brief(along.get(9)),
                        Numbers.brief(along.get(SIZES.length - 1))));
          }
          return judged(text.toString().strip(), checks);
        });
  }

  private static Claim flattens(DarkModel model) {
    return claim(
        "capacity-flattens",
        "Fig. 2b",
        "The rise of the steady energy density with N_B flattens as R grows.",
        "E(N_B = 10)/E(N_B = 1) for R = 2, 5, 10 must fall with R; noted: the same of E(2)/E(1), and of the differences.",
        () -> {
          List<Estimate> rise =
              Steps.along(RATIOS, r -> energy(model, 10, r).dividedBy(energy(model, 1, r)));
          List<Estimate> first =
              Steps.along(RATIOS, r -> energy(model, 2, r).dividedBy(energy(model, 1, r)));
          List<Estimate> difference =
              Steps.along(RATIOS, r -> energy(model, 10, r).minus(energy(model, 1, r)));
          return Judgement.of(
                  "From N_B = 1 to 10 the density grows by factors of %s at R = 2, 5, 10."
                      .formatted(Steps.words(rise)),
                  Check.exceeds("smallest fall of E(10)/E(1) with R", Steps.smallestFall(rise), 0))
              .noting("smallest fall of E(2)/E(1) with R", Steps.smallestFall(first))
              .noting("smallest fall of E(10)-E(1) with R", Steps.smallestFall(difference));
        });
  }

  private static Claim rises(DarkModel model) {
    return claim(
        "capacity-R",
        "Fig. 2c",
        "The steady energy density rises monotonically with R, for N_B = 1, 2 and 3.",
        "The smallest step along R = 1..10, 15, 20, 50, 100 must be above 0, by more than its error.",
        () -> {
          List<Check> checks = new ArrayList<>();
          StringBuilder text = new StringBuilder();
          for (int size = 1; size <= 3; size++) {
            int n = size;
            List<Estimate> along = Steps.along(UP_TO_RATIO, r -> energy(model, n, r));
            checks.add(
                Check.exceeds("smallest step along R, N_B=" + n, Steps.smallestRise(along), 0));
            text.append(
                "N_B = %d: from %s (R = 1) to %s (R = 100). "
                    .formatted(
                        n,
                        Numbers.brief(along.get(0)),
                        Numbers.brief(along.get(along.size() - 1))));
          }
          return judged(text.toString().strip(), checks);
        });
  }

  private static Claim copies(DarkModel model) {
    return claim(
        "superextensive-vs-copies",
        "Sec. IV",
        "One battery of M spins holds more than M batteries of one spin, for every M above 1.",
        "E_{R,M}/M - E_{R,1} for R = 1, 2, 5, 10 and M = 2..10, 20, 50, 100, 300, 1000: the smallest must be above 0, by more than its error. R = 1 is taken in as the paper's two spins are of that kind.",
        () -> {
          List<Check> checks = new ArrayList<>();
          StringBuilder text = new StringBuilder("Excess a spin at M = 2: ");
          for (int ratio : new int[] {1, 2, 5, 10}) {
            Estimate one = energy(model, 1, ratio);
            List<Estimate> excess = Steps.along(SIZES, m -> energy(model, m, ratio).minus(one));
            List<Estimate> beyondOne = excess.subList(1, excess.size());
            checks.add(
                Check.exceeds(
                    "smallest E_{R,M}/M - E_{R,1}, R=" + ratio, Steps.smallest(beyondOne), 0));
            text.append("%s (R = %d), ".formatted(Numbers.brief(beyondOne.get(0)), ratio));
          }
          text.setLength(text.length() - 2);
          return judged(text.append('.').toString(), checks);
        });
  }
}
