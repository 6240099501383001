package qbattery.paper.kamin2023;

import static qbattery.paper.kamin2023.ClaimParts.claim;
import static qbattery.paper.kamin2023.ClaimParts.ergotropies;
import static qbattery.paper.kamin2023.ClaimParts.judged;
import static qbattery.paper.kamin2023.ClaimParts.smallestFall;
import static qbattery.paper.kamin2023.ClaimParts.smallestRise;
import static qbattery.paper.kamin2023.ClaimParts.spread;
import static qbattery.paper.kamin2023.ClaimParts.word;
import static qbattery.paper.kamin2023.ClaimParts.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Estimate;
import qbattery.experiment.Laboratory;
import qbattery.model.Graph;

/** Claims on the model itself: its links, its frequency. */
final class ModelClaims {

  private static final double[] SPACINGS = {1, 3, 10, 30};
  private static final double[] FREQUENCIES = {0, 0.5, 1, 2, 4};

  /** What could be read off a figure, and far above the errors. */
  private static final double VISIBLE = 1e-3;

  private ModelClaims() {}

  static List<Claim> of(Model model) {
    return List.of(links(model), spacing(model));
  }

  private static Claim links(Model model) {
    return claim(
        "eq1-star",
        "Eq. 1, Fig. 1",
        "The printed Hamiltonian describes the star drawn in Fig. 1, battery in the centre.",
        "Links of Eq. 1 that Fig. 1 does not draw, N from 2 on, counted: there must be none. Noted: what it does to W at the parameters of Fig. 4.",
        laboratory -> {
          List<Estimate> missing = new ArrayList<>();
          double all = 0;
          for (int n = 2; n <= model.mostCells(); n++) {
            Set<Graph.Link> printed = new HashSet<>(model.printed().graph(n).links());
            printed.removeAll(model.drawn().graph(n).links());
            missing.add(Estimate.exact(printed.size()));
            all += printed.size();
          }
          List<Estimate> w = new ArrayList<>();
          for (Shape shape : model.shapes()) {
            w.add(at(laboratory, model.biased(shape)));
          }
          return judged(
                  "Of the N - 1 links of Eq. 1, Fig. 1 lacks %s for N = 2, 3, ...; at mu = 1, Delta mu = 2, J = T = 1 W is %s as drawn and %s as printed."
                      .formatted(words(missing), word(w.get(0)), word(w.get(1))),
                  List.of(
                      Check.equal("links of Eq. 1 that Fig. 1 lacks", Estimate.exact(all), 0, 0)))
              .noting("W as drawn, N = 3", w.get(0))
              .noting("W as printed, N = 3", w.get(1));
        });
  }

  private static Estimate at(Laboratory laboratory, Setting setting) {
    return Run.along(setting, Start.GROUND, Knob.COUPLING, setting.coupling())
        .in(laboratory)
        .get(0)
        .ergotropy();
  }

  private static Claim spacing(Model model) {
    return claim(
        "transition-frequency",
        "Sec. IV",
        "Cells of higher transition frequency on reservoirs of lower frequency charge better.",
        "Parameters of Fig. 4, star. What 'better' measures, and which of the two frequencies is turned, is not stated: the normalised ergotropy at omega_0 = 1, 3, 10, 30 with omega kept, whose spread must exceed 0.001, what a figure could show, and which must rise at each step; the ergotropy itself, 2 omega_0 W, which must rise; and W at omega = 4, 2, 1, 0.5, 0 with omega_0 kept, which must rise as omega falls.",
        laboratory -> {
          Setting setting = model.biased(model.drawn());
          List<Estimate> w =
              ergotropies(Run.along(setting, Start.GROUND, Knob.SPACING, SPACINGS).in(laboratory));
          Map<String, Judgement> readings = new LinkedHashMap<>();
          readings.put("higher omega_0, over the maximum", normalised(w));
          readings.put("higher omega_0, the ergotropy itself", itself(w));
          readings.put("lower omega", lowered(laboratory, setting));
          return Judgement.across(readings);
        });
  }

  private static Judgement normalised(List<Estimate> w) {
    return judged(
        "W is %s at omega_0 = 1, 3, 10, 30: omega_0 multiplies the number of excitations, which couplings and reservoirs leave alone or change by one, so that no population knows of it."
            .formatted(words(w)),
        List.of(
            Check.exceeds("spread of W over omega_0", spread(w), VISIBLE),
            Check.exceeds("smallest rise of W along omega_0", smallestRise(w), 0)));
  }

  private static Judgement itself(List<Estimate> w) {
    List<Estimate> energies = new ArrayList<>();
    for (int k = 0; k < SPACINGS.length; k++) {
      energies.add(w.get(k).times(2 * SPACINGS[k]));
    }
    return judged(
        "2 omega_0 W is %s at omega_0 = 1, 3, 10, 30.".formatted(words(energies)),
        List.of(Check.exceeds("smallest rise of 2 omega_0 W", smallestRise(energies), 0)));
  }

  private static Judgement lowered(Laboratory laboratory, Setting setting) {
    List<Estimate> w =
        ergotropies(Run.along(setting, Start.GROUND, Knob.FREQUENCY, FREQUENCIES).in(laboratory));
    return judged(
        "W is %s at omega = 0, 0.5, 1, 2, 4.".formatted(words(w)),
        List.of(Check.exceeds("smallest fall of W along omega", smallestFall(w), 0)));
  }
}
