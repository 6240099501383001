package qbattery.paper.kamin2023;

import static qbattery.paper.kamin2023.ClaimParts.SAME;
import static qbattery.paper.kamin2023.ClaimParts.claim;
import static qbattery.paper.kamin2023.ClaimParts.judged;
import static qbattery.paper.kamin2023.ClaimParts.smallestFall;
import static qbattery.paper.kamin2023.ClaimParts.smallestRise;
import static qbattery.paper.kamin2023.ClaimParts.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Estimate;
import qbattery.experiment.Laboratory;
import qbattery.report.Numbers;

/** Claims on the number of cells: Fig. 6, mu = 0, T = 1. */
final class CellClaims {

  /** Where the occupation of the others is 1 to the last digit: the largest ergotropy. */
  private static final double LARGEST_BIAS = 40;

  private CellClaims() {}

  static List<Claim> of(Model model) {
    return List.of(none(model), more(model));
  }

  private static Setting at(Model model, Shape shape, int cells) {
    return model.biased(shape).ofCells(cells).with(Knob.MU, 0);
  }

  private static Claim none(Model model) {
    return claim(
        "no-ancilla",
        "Fig. 6",
        "mu=0, T=1: without an ancilla the battery cannot be charged.",
        "N = 1: the population of the excited level must be below 1/2 by more than its error, and W 0 to 1e-8.",
        laboratory -> {
          Found found =
              Run.along(at(model, model.drawn(), 1), Start.GROUND, Knob.BIAS, 0)
                  .in(laboratory)
                  .get(0);
          Estimate p = found.population(0);
          return judged(
              "Alone with a reservoir of the occupation %s the cell is excited with the probability %s, and W is %s."
                  .formatted(
                      Numbers.brief(found.setting().occupation(0)),
                      Numbers.brief(p),
                      words(List.of(found.ergotropy()))),
              List.of(
                  Check.exceeds("1/2 less the excited population", Estimate.exact(0.5).minus(p), 0),
                  Check.equal("W", found.ergotropy(), 0, SAME)));
        });
  }

  private static Claim more(Model model) {
    return claim(
        "more-cells",
        "Fig. 6",
        "Each added cell raises the largest ergotropy, by less and less, and lowers the bias at which charging begins.",
        "N = 1..%1$d. Largest ergotropy: W at Delta mu = 40. The smallest rise from N to N + 1 must exceed 1e-8, above the errors, and so must the smallest shrinking of that rise; the smallest fall of the bias at which 2p - 1 goes through 0, N = 2..%1$d (the first change of sign from one whole number to the next, 0 to 8, and followed there to 1e-6; for N = 1 there is none), must be above 0. For the star and the chain, counted from N = 1 and from N = 2, the first that can be charged: the paper does not say whether the lone cell is among its curves."
            .formatted(model.mostCells()),
        laboratory -> {
          Map<String, Judgement> readings = new LinkedHashMap<>();
          for (Shape shape : model.shapes()) {
            List<Estimate> largest =
                IntStream.rangeClosed(1, model.mostCells())
                    .mapToObj(n -> largest(laboratory, at(model, shape, n)))
                    .toList();
            List<Estimate> onsets = new ArrayList<>();
            for (int n = 2; n <= model.mostCells(); n++) {
              Onset.of(laboratory, at(model, shape, n)).ifPresent(onsets::add);
            }
            readings.put(shape.label() + ", from N = 1", more(largest, onsets, model.mostCells()));
            readings.put(
                shape.label() + ", from N = 2",
                more(largest.subList(1, largest.size()), onsets, model.mostCells()));
          }
          return Judgement.across(readings);
        });
  }

  private static Estimate largest(Laboratory laboratory, Setting setting) {
    return Run.along(setting, Start.GROUND, Knob.BIAS, LARGEST_BIAS)
        .in(laboratory)
        .get(0)
        .ergotropy();
  }

  private static Judgement more(List<Estimate> largest, List<Estimate> onsets, int mostCells) {
    List<Estimate> rises = new ArrayList<>();
    for (int k = 1; k < largest.size(); k++) {
      rises.add(largest.get(k).minus(largest.get(k - 1)));
    }
    List<Check> checks = new ArrayList<>();
    checks.add(Check.exceeds("smallest shrinking of the rise with N", smallestFall(rises), SAME));
    checks.add(Check.exceeds("smallest rise of the largest W with N", smallestRise(largest), SAME));
    boolean all = onsets.size() == mostCells - 1;
    checks.add(
        Check.exceeds(
            all
                ? "smallest fall of the first bias with N"
                : "numbers of cells that are ever charged, less those tried",
            all ? smallestFall(onsets) : Estimate.exact(onsets.size() - mostCells + 1.0),
            0));
    return judged(
        "The largest W is %s, rising by %s; charging begins at the bias %s from N = 2 on."
            .formatted(words(largest), words(rises), words(onsets)),
        checks);
  }
}
