package qbattery.paper.santos2021;

import static qbattery.paper.santos2021.LeakingCell.COHERENT;
import static qbattery.paper.santos2021.LeakingCell.FULL;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Estimate;
import qbattery.experiment.Witnessed;
import qbattery.quantum.State;
import qbattery.report.Numbers;

/** Claims on how fast one cell decays: Eqs. 7 and 8 and Sec. II A. */
final class DecayClaims {

  /**
   * Far above the numerical error of these runs (1e-11), far below the difference between any two
   * rates in question (0.5).
   */
  private static final double TOLERANCE = 1e-8;

  private static final String EXACT =
      "The printed form is exact, so it must be met to 1e-8: a thousand times the numerical error, "
          + "and tens of millions of times less than two readings differ.";

  private DecayClaims() {}

  static List<Claim> of(LeakingCell stated) {
    return List.of(eq7(stated), eq8(stated), fullCrossing(stated), singleTimeScale(stated));
  }

  private static Claim eq7(LeakingCell stated) {
    return new Claim(
        "santos2021.eq7",
        "Eq. 7",
        "The master equation makes the excited population fall as exp(-Gamma t) and the coherence as"
            + " exp(-2 Gamma t).",
        Map.of(),
        "Decay rates from the logarithm of population and coherence at Gamma t = 1, 0.5 and 2. "
            + EXACT,
        Readings.ofEach(
            stated,
            cell -> {
              Witnessed run = cell.from(COHERENT, 2);
              DecayRate population = DecayRate.of(run, LeakingCell.population(), 1, 0.5, 2);
              DecayRate coherence = DecayRate.of(run, LeakingCell.coherence(), 1, 0.5, 2);
              return Judgement.of(
                  "The population falls at %s Gamma (printed: 1) and the coherence at %s Gamma (printed: 2)."
                      .formatted(Numbers.brief(population.rate()), Numbers.brief(coherence.rate())),
                  Check.equal("population rate / Gamma", population.rate(), 1, TOLERANCE),
                  Check.equal("coherence rate / Gamma", coherence.rate(), 2, TOLERANCE),
                  Check.equal("spread of population rate", population.spread(), 0, TOLERANCE),
                  Check.equal("spread of coherence rate", coherence.spread(), 0, TOLERANCE));
            }));
  }

  private static Claim eq8(LeakingCell stated) {
    return new Claim(
        "santos2021.eq8",
        "Eq. 8",
        "A full cell holds U = Umax exp(-Gamma t/2) and ergotropy Emax (2 exp(-Gamma t/2) - 1) until it"
            + " dies.",
        Map.of(),
        "U at Gamma t = 1 and ergotropy at Gamma t = 0.5 against the printed forms. " + EXACT,
        Readings.ofEach(
            stated,
            cell -> {
              Witnessed run = cell.from(FULL, 2);
              Estimate energy = run.at(cell.energy(), 1);
              Estimate ergotropy = run.at(cell.ergotropy(), 0.5);
              return Judgement.of(
                  "At Gamma t = 1 the cell holds U = %s Umax (printed form: %s); at 0.5 its ergotropy is %s Emax (printed form: %s)."
                      .formatted(
                          Numbers.brief(energy),
                          Numbers.brief(ClosedForms.energyFull(1)),
                          Numbers.brief(ergotropy),
                          Numbers.brief(ClosedForms.ergotropyFull(0.5))),
                  Check.equal("U(1/Gamma)/Umax", energy, ClosedForms.energyFull(1), TOLERANCE),
                  Check.equal(
                      "E(0.5/Gamma)/Emax", ergotropy, ClosedForms.ergotropyFull(0.5), TOLERANCE));
            }));
  }

  private static Claim fullCrossing(LeakingCell stated) {
    double printed = ClosedForms.CROSSING_FULL;
    return new Claim(
        "santos2021.full-crossing",
        "Sec. II A",
        "Starting full, the ergotropy dies when the populations cross, at 2 ln 2 / Gamma.",
        Map.of("G_tau_c", printed),
        "The root of excited minus ground population. " + EXACT,
        Readings.ofEach(
            stated,
            cell -> {
              Estimate crossing = cell.crossing(FULL);
              return Judgement.of(
                  "The populations cross at Gamma t = %s (printed: 2 ln 2 = %s); ln 2 = %s."
                      .formatted(
                          Numbers.brief(crossing),
                          Numbers.brief(printed),
                          Numbers.brief(StrictMath.log(2))),
                  Check.equal("Gamma tau_c", crossing, printed, TOLERANCE));
            }));
  }

  private static Claim singleTimeScale(LeakingCell stated) {
    return new Claim(
        "santos2021.single-time-scale",
        "Sec. II A",
        "Starting full, ergotropy and energy both fall as the one exponential exp(-t/tau_d), tau_d = 2/Gamma.",
        Map.of("G_tau_d", 2.0),
        "Time scale -t/ln(q(t)/q(0)) of energy at Gamma t = 1, and of ergotropy at Gamma t = 0.1 and 0.5, where a pure exponential gives one value. "
            + EXACT,
        Readings.ofEach(
            stated,
            cell -> {
              Witnessed run = cell.from(FULL, 1);
              Estimate energy = timeScale(run, cell.energy(), 1);
              Estimate early = timeScale(run, cell.ergotropy(), 0.1);
              Estimate late = timeScale(run, cell.ergotropy(), 0.5);
              return Judgement.of(
                  "The energy has one time scale, %s/Gamma (printed: 2); the ergotropy has none: what it has lost by Gamma t = 0.1 and 0.5 would take %s/Gamma and %s/Gamma."
                      .formatted(Numbers.brief(energy), Numbers.brief(early), Numbers.brief(late)),
                  Check.equal("Gamma tau_d of energy", energy, 2, TOLERANCE),
                  Check.equal("Gamma tau_d of ergotropy by 0.1", early, 2, TOLERANCE),
                  Check.equal("Gamma tau_d of ergotropy by 0.5", late, 2, TOLERANCE));
            }));
  }

  private static Estimate timeScale(Witnessed run, ToDoubleFunction<State> quantity, double t) {
    return Estimate.exact(1).dividedBy(DecayRate.of(run, quantity, t).rate());
  }
}
