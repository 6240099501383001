package qbattery.paper.quach2020;

import static qbattery.paper.quach2020.ClaimParts.claim;
import static qbattery.paper.quach2020.ClaimParts.judged;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Estimate;
import qbattery.report.Numbers;

/** Claims on power and entanglement rate: Fig. 5. */
final class RateClaims {

  /** R of Figs. 5 c and d. */
  static final int[] RATIOS = {3, 5, 10};

  static final int[] SIZES = {1, 2, 3, 4};

  private static final String INSIDE = "largest maximum inside";
  private static final String START = "limit t -> 0+";

  /** What two times must share to be about the same. */
  private static final double SAME = 2.0 / 3;

  private final DarkModel model;
  private final RateCurve rates;

  private RateClaims(DarkModel model) {
    this.model = model;
    this.rates = new RateCurve(model);
  }

  static List<Claim> of(DarkModel model) {
    RateClaims claims = new RateClaims(model);
    return List.of(claims.spans(), claims.bySize(), claims.lag(), claims.byRatio());
  }

  private Claim spans() {
    return claim(
        "rate-and-power",
        "Figs. 5a, 5b",
        "R = 50: power and entanglement rate are non-zero over about the same time.",
        "N_B = 1, 2, 3: the times at which |P| and |dS/dt| are not zero, their ends found between 300 looks: what both share over what either has must exceed 2/3, our number for 'about the same'. What counts as not zero is left open, and decides: above 1, 5 and 10 % of the largest values are each judged.",
        () -> {
          List<Overlap> overlaps =
              IntStream.rangeClosed(1, 3).mapToObj(n -> Overlap.of(model.cold(n, 50))).toList();
          Map<String, Judgement> readings = new LinkedHashMap<>();
          readings.put("above 1 % of the largest", shared(overlaps, 0.01));
          readings.put("above 5 % of the largest", shared(overlaps, 0.05));
          readings.put("above 10 % of the largest", shared(overlaps, 0.1));
          return Judgement.across(readings);
        });
  }

  private static Judgement shared(List<Overlap> overlaps, double part) {
    List<Check> checks = new ArrayList<>();
    List<Estimate> found = overlaps.stream().map(o -> o.shared(part)).toList();
    for (int size = 1; size <= 3; size++) {
      checks.add(Check.exceeds("shared part of the times, N_B=" + size, found.get(size - 1), SAME));
    }
    return judged(
        "Power and rate exceed %s of their largest values together for %s of the time that either does, for N_B = 1, 2, 3."
            .formatted(Numbers.brief(part), Steps.words(found)),
        checks);
  }

  private Claim bySize() {
    return claim(
        "entanglement-rate-NB",
        "Fig. 5c",
        "The largest local maximum of dS/dt grows linearly with N_B (R = 3, 5, 10).",
        "Heights must rise with N_B, and the straight line of least squares may miss none by more than a part of the largest. How straight, and which maximum, is left open: the largest maximum inside for N_B = 1..4 within 5 % and within 1 %, and the limit t -> 0+, which is 2 N_B (sqrt(R(R+1)) - R)/ln 2, within 1 %. Noted: the exponent of a power law without offset through them.",
        () -> {
          Map<String, Judgement> readings = new LinkedHashMap<>();
          readings.put(INSIDE + ", straight to 5 %", linear(true, 0.05));
          readings.put(INSIDE + ", straight to 1 %", linear(true, 0.01));
          readings.put(START + ", straight to 1 %", linear(false, 0.01));
          return Judgement.across(readings);
        });
  }

  private Judgement linear(boolean inside, double straight) {
    List<Check> checks = new ArrayList<>();
    Map<String, Estimate> notes = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder();
    for (int ratio : RATIOS) {
      List<Estimate> heights = new ArrayList<>();
      for (int size : SIZES) {
        RateCurve.Found found = rates.of(size, ratio);
        if (inside && found.inside().isEmpty()) {
          return none(size, ratio);
        }
        heights.add(inside ? found.inside().orElseThrow().value() : found.atStart());
      }
      double[] x = LimitClaim.doubles(SIZES);
      checks.add(
          Check.exceeds("smallest step along N_B, R=" + ratio, Steps.smallestRise(heights), 0));
      checks.add(
          Check.equal(
              "departure from a line, R=" + ratio,
              Powers.departureFromLine(x, heights),
              0,
              straight));
      notes.put("exponent without offset, R=" + ratio, Powers.exponent(x, heights));
      text.append("R = %d: %s. ".formatted(ratio, Steps.words(heights)));
    }
    Judgement judgement =
        judged(
            "%s at N_B = 1..4, in gamma: %s"
                .formatted(inside ? "Maxima inside" : "Limits t -> 0+", text.toString().strip()),
            checks);
    for (Map.Entry<String, Estimate> note : notes.entrySet()) {
      judgement = judgement.noting(note.getKey(), note.getValue());
    }
    return judgement;
  }

  /** What is said where there is no maximum inside. */
  private static Judgement none(int size, int ratio) {
    return Judgement.of(
        "For N_B = %d, R = %d the entanglement rate has no maximum inside: it is largest for t -> 0+."
            .formatted(size, ratio),
        Check.exceeds("maxima inside, N_B=%d, R=%d".formatted(size, ratio), Estimate.exact(0), 0));
  }

  private Claim lag() {
    return claim(
        "lag",
        "Fig. 5d",
        "The entanglement-rate peak comes later than the power peak, by a lag that shrinks towards zero as N_B or R grows.",
        "R = 3, 5, 10: the smallest lag must be above 0, and the smallest falls of the lag along N_B and along R too, by more than their errors. Up to which N_B, and which maximum, is left open: the largest maximum inside for N_B = 1..3, as in the panels beside it, and for N_B = 1..4; and the limit t -> 0+, whose time is 0.",
        () -> {
          Map<String, Judgement> readings = new LinkedHashMap<>();
          readings.put(INSIDE + ", N_B = 1..3", lag(true, 3));
          readings.put(INSIDE + ", N_B = 1..4", lag(true, 4));
          readings.put(START, lag(false, 4));
          return Judgement.across(readings);
        });
  }

  private Judgement lag(boolean inside, int largest) {
    List<List<Estimate>> lags = new ArrayList<>();
    StringBuilder text = new StringBuilder("gamma lag at N_B = 1..%d: ".formatted(largest));
    for (int ratio : RATIOS) {
      List<Estimate> along = new ArrayList<>();
      for (int size = 1; size <= largest; size++) {
        Optional<Top> maximum = rates.of(size, ratio).inside();
        if (inside && maximum.isEmpty()) {
          return none(size, ratio);
        }
        Estimate time = inside ? maximum.orElseThrow().time() : Estimate.exact(0);
        along.add(time.minus(PowerCurve.peak(model.cold(size, ratio)).time()));
      }
      lags.add(along);
      text.append("%s (R = %d); ".formatted(Steps.words(along), ratio));
    }
    List<Check> checks = new ArrayList<>();
    Estimate smallest = Steps.smallest(lags.stream().flatMap(List::stream).toList());
    checks.add(Check.exceeds("smallest lag, gamma dt", smallest, 0));
    for (int k = 0; k < RATIOS.length; k++) {
      checks.add(
          Check.exceeds(
              "smallest fall of the lag along N_B, R=" + RATIOS[k],
              Steps.smallestFall(lags.get(k)),
              0));
    }
    for (int size = 1; size <= largest; size++) {
      int place = size - 1;
      checks.add(
          Check.exceeds(
              "smallest fall of the lag along R, N_B=" + size,
              Steps.smallestFall(lags.stream().map(l -> l.get(place)).toList()),
              0));
    }
    text.setLength(text.length() - 2);
    return judged(text.append('.').toString(), checks);
  }

  private Claim byRatio() {
    return claim(
        "rate-R",
        "Sec. V",
        "The entanglement-rate peak grows with R while the steady entanglement shrinks.",
        "Along R = 3, 5, 10 of Fig. 5c, for each of N_B = 1, 2, 3 of the other panels: the smallest step of the largest maximum of dS/dt inside, and the smallest fall of the steady negativity, must be above 0. Noted: the smallest step of the limit t -> 0+.",
        () -> {
          List<Check> checks = new ArrayList<>();
          Map<String, Estimate> notes = new LinkedHashMap<>();
          StringBuilder text = new StringBuilder();
          for (int size = 1; size <= 3; size++) {
            int n = size;
            for (int ratio : RATIOS) {
              if (rates.of(n, ratio).inside().isEmpty()) {
                return none(n, ratio);
              }
            }
            List<Estimate> heights =
                Steps.along(RATIOS, r -> rates.of(n, r).inside().orElseThrow().value());
            List<Estimate> steady = Steps.along(RATIOS, r -> model.cold(n, r).negativity());
            List<Estimate> starts = Steps.along(RATIOS, r -> rates.of(n, r).atStart());
            checks.add(
                Check.exceeds(
                    "smallest step of max dS/dt along R, N_B=" + n,
                    Steps.smallestRise(heights),
                    0));
            checks.add(
                Check.exceeds(
                    "smallest fall of steady S along R, N_B=" + n, Steps.smallestFall(steady), 0));
            notes.put("smallest step of the limit t -> 0+, N_B=" + n, Steps.smallestRise(starts));
            text.append(
                "N_B = %d: dS/dt %s, steady S %s. "
                    .formatted(n, Steps.words(heights), Steps.words(steady)));
          }
          Judgement judgement = judged("At R = 3, 5, 10: " + text.toString().strip(), checks);
          for (Map.Entry<String, Estimate> note : notes.entrySet()) {
            judgement = judgement.noting(note.getKey(), note.getValue());
          }
          return judgement;
        });
  }
}
