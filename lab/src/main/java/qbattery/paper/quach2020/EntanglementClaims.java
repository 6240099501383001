package qbattery.paper.quach2020;

import static qbattery.paper.quach2020.ClaimParts.claim;
import static qbattery.paper.quach2020.ClaimParts.judged;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.dynamics.Times;
import qbattery.experiment.Estimate;
import qbattery.report.Numbers;

/** Claims on entanglement and stored energy: Fig. 4. */
final class EntanglementClaims {

  /** R of Figs. 4 c and d. */
  static final int[] RATIOS = {2, 3, 5};

  /** No range survives in the text: what a panel can show. */
  static final int[] SIZES = IntStream.rangeClosed(1, 12).toArray();

  private static final int LOOKS = 401;

  private static final String SIZES_WORDS = "N_B = 1..12";

  private final DarkModel model;
  private final Map<Setting, Estimate> known = new ConcurrentHashMap<>();

  private EntanglementClaims(DarkModel model) {
    this.model = model;
  }

  /** The steady negativity; each is found once. */
  private Estimate negativity(int size, int ratio) {
    return known.computeIfAbsent(model.cold(size, ratio), Setting::negativity);
  }

  static List<Claim> of(DarkModel model) {
    EntanglementClaims claims = new EntanglementClaims(model);
    return List.of(claims.energy(), claims.bySize(), claims.together(), claims.byRatio());
  }

  private Claim energy() {
    return claim(
        "entanglement-energy",
        "Figs. 4a, 4b",
        "R = 5, N_B = 1, 2, 3: higher logarithmic negativity goes with higher energy density.",
        "Two senses, each judged: across N_B in the steady state (smallest steps of both above 0), and along t for each N_B (the energy rises all the time, so the largest drop of the negativity from a value it had before, both found between the looks, must be 0 to 1e-6; the states are good to 1e-9).",
        () -> {
          Map<String, Judgement> readings = new LinkedHashMap<>();
          readings.put("across N_B at steady state", acrossSizes());
          readings.put("along t for each N_B", alongTime());
          return Judgement.across(readings);
        });
  }

  private Judgement acrossSizes() {
    int[] sizes = {1, 2, 3};
    List<Estimate> energies = Steps.along(sizes, n -> model.cold(n, 5).energy());
    List<Estimate> negativities = Steps.along(sizes, n -> negativity(n, 5));
    return Judgement.of(
        "At steady state E = %s and S = %s for N_B = 1, 2, 3."
            .formatted(Steps.words(energies), Steps.words(negativities)),
        Check.exceeds("smallest step of E along N_B", Steps.smallestRise(energies), 0),
        Check.exceeds("smallest step of S along N_B", Steps.smallestRise(negativities), 0));
  }

  private Judgement alongTime() {
    List<Check> checks = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int size = 1; size <= 3; size++) {
      Setting setting = model.cold(size, 5);
      double end = 2 * PowerCurve.end(setting);
      TwoRuns runs = TwoRuns.of(setting, end);
      double[] t = Times.upTo(end, LOOKS).toArray();
      int[] span = largestDrop(FigureParts.along(t, runs.run()::negativity));
      Top high = runs.top(ChargingRun::negativity, around(t, span[0]));
      Top low = runs.top((run, s) -> -run.negativity(s), around(t, span[1]));
      Estimate drop =
          span[0] == span[1]
              ? high.value().minus(high.value())
              : high.value().minus(low.value().times(-1));
      checks.add(Check.equal("largest drop of S along t, N_B=" + size, drop, 0, 1e-6));
      text.append(
          "N_B = %d: S falls by up to %s (from gamma t = %s) while E rises. "
              .formatted(
                  size, Numbers.rounded(drop.value(), 3), Numbers.rounded(high.time().value(), 3)));
    }
    return judged(text.toString().strip(), checks);
  }

  /** Where the largest drop from an earlier value begins and ends; one place if there is none. */
  private static int[] largestDrop(double[] values) {
    int high = 0;
    int[] span = {0, 0};
    for (int k = 1; k < values.length; k++) {
      high = values[k] > values[high] ? k : high;
      if (values[high] - values[k] > values[span[0]] - values[span[1]]) {
        span = new int[] {high, k};
      }
    }
    return span;
  }

  /** A few times from the look before one to the look after it. */
  private static Times around(double[] t, int k) {
    double from = t[StrictMath.max(0, k - 1)];
    double to = t[StrictMath.min(t.length - 1, k + 1)];
    return Times.of(from, 0.5 * (from + to), to);
  }

  private Claim bySize() {
    return claim(
        "entanglement-NB",
        "Fig. 4c",
        "The steady logarithmic negativity rises with N_B for R = 2, 3 and 5.",
        "The smallest step along "
            + SIZES_WORDS
            + " must be above 0, by more than its error (exact steady state against the long integration).",
        () -> {
          List<Check> checks = new ArrayList<>();
          StringBuilder text = new StringBuilder();
          for (int ratio : RATIOS) {
            List<Estimate> along = Steps.along(SIZES, n -> negativity(n, ratio));
            checks.add(
                Check.exceeds(
                    "smallest step of S along N_B, R=" + ratio, Steps.smallestRise(along), 0));
            text.append(
                "R = %d: from %s to %s. "
                    .formatted(
                        ratio,
                        Numbers.brief(along.get(0)),
                        Numbers.brief(along.get(along.size() - 1))));
          }
          return judged(text.toString().strip(), checks);
        });
  }

  private Claim together() {
    return claim(
        "capacity-entanglement",
        "Fig. 4d",
        "Parameterised over N_B, the steady energy density and the entanglement rise together.",
        "Along "
            + SIZES_WORDS
            + ", R = 2, 3, 5: the smallest slope (S(N_B+1) - S(N_B))/(E(N_B+1) - E(N_B)) must be above 0, by more than its error.",
        () -> {
          List<Check> checks = new ArrayList<>();
          StringBuilder text = new StringBuilder("Slopes dS/dE from the first to the last: ");
          for (int ratio : RATIOS) {
            List<Estimate> energies = Steps.along(SIZES, n -> model.cold(n, ratio).energy());
            List<Estimate> negativities = Steps.along(SIZES, n -> negativity(n, ratio));
            List<Estimate> slopes = new ArrayList<>();
            for (int k = 1; k < SIZES.length; k++) {
              Estimate rise = negativities.get(k).minus(negativities.get(k - 1));
              slopes.add(rise.dividedBy(energies.get(k).minus(energies.get(k - 1))));
            }
            checks.add(
                Check.exceeds("smallest dS/dE along N_B, R=" + ratio, Steps.smallest(slopes), 0));
            text.append(
                "%s to %s (R = %d), "
                    .formatted(
                        Numbers.rounded(slopes.get(0).value(), 3),
                        Numbers.rounded(slopes.get(slopes.size() - 1).value(), 3),
                        ratio));
          }
          text.setLength(text.length() - 2);
          return judged(text.append('.').toString(), checks);
        });
  }

  private Claim byRatio() {
    return claim(
        "entanglement-falls-with-R",
        "Fig. 4d",
        "At a given steady energy density, entanglement falls as R grows.",
        "S as a function of E for "
            + SIZES_WORDS
            + ", joined by straight lines; for each pair of R = 2, 3, 5 the smallest excess of the lower R where both have some must be above 0; it lies at a point of one of the two. Its error is the difference to joining every other point.",
        () -> {
          List<Check> checks = new ArrayList<>();
          StringBuilder text = new StringBuilder();
          for (int[] pair : new int[][] {{2, 3}, {3, 5}, {2, 5}}) {
            Relation low = relation(pair[0]);
            Relation high = relation(pair[1]);
            double from = StrictMath.max(low.first(), high.first());
            double to = StrictMath.min(low.last(), high.last());
            if (from >= to) {
              return Judgement.of(
                  "The energy ranges of two R do not overlap.",
                  Check.exceeds("overlap of the energies", Estimate.rounded(to - from), 0));
            }
            // The difference of two broken lines is smallest at a break or an end.
            Estimate smallest =
                Steps.smallest(
                    DoubleStream.concat(
                            DoubleStream.of(low.energies), DoubleStream.of(high.energies))
                        .filter(energy -> energy >= from && energy <= to)
                        .mapToObj(energy -> low.at(energy).minus(high.at(energy)))
                        .toList());
            checks.add(
                Check.exceeds(
                    "smallest S(R=%d) - S(R=%d) at one E".formatted(pair[0], pair[1]),
                    smallest,
                    0));
            text.append(
                "R = %d lies above R = %d by at least %s for E from %s to %s. "
                    .formatted(
                        pair[0],
                        pair[1],
                        Numbers.rounded(smallest.value(), 3),
                        Numbers.rounded(from, 3),
                        Numbers.rounded(to, 3)));
          }
          return judged(text.toString().strip(), checks);
        });
  }

  private Relation relation(int ratio) {
    return new Relation(
        IntStream.of(SIZES).mapToDouble(n -> model.cold(n, ratio).closedEnergy()).toArray(),
        Steps.along(SIZES, n -> negativity(n, ratio)));
  }

  /** Steady negativity against steady energy density, over N_B. */
  private record Relation(double[] energies, List<Estimate> negativities) {

    double first() {
      return energies[0];
    }

    double last() {
      return energies[energies.length - 1];
    }

    Estimate at(double energy) {
      Estimate fine = joined(energy, 1);
      return fine.widened(StrictMath.abs(fine.value() - joined(energy, 2).value()));
    }

    private Estimate joined(double energy, int stride) {
      int k = 0;
      int end = energies.length - 1;
      while (k + stride < end && energies[k + stride] < energy) {
        k += stride;
      }
      int next = StrictMath.min(k + stride, end);
      double share = (energy - energies[k]) / (energies[next] - energies[k]);
      return negativities.get(k).times(1 - share).minus(negativities.get(next).times(-share));
    }
  }
}
