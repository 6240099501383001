package qbattery.paper.arjmandi2022;

import static qbattery.paper.arjmandi2022.Start.COHERENT;
import static qbattery.paper.arjmandi2022.Start.FULLY_EXCITED;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Estimate;
import qbattery.report.Numbers;

/** Whether other decoherence takes the coherent battery's advantage away: Sec. II B. */
final class DecoherenceClaims {

  private static final double STRONG = 5;

  /** Realisations with disorder; the advantage is many times the error. */
  private static final int REALISATIONS = 200;

  /** As strong as the decay, and stronger, in units of Gamma. */
  private static final List<Double> RATES = List.of(0.0, 0.5, 1.0, 2.0, 4.0, 8.0);

  private DecoherenceClaims() {}

  static List<Claim> all() {
    return List.of(
        new Claim(
            "arjmandi2022.other-decoherence",
            "Sec. II B",
            "The coherent battery's advantage against self-discharging can be lost under other kinds of decoherence.",
            Map.of(),
            "Two cells at delta = 0 and 5. Which kind and how strong is not said: dephasing of each cell beside the decay, at 0, 1/2, 1, 2, 4 and 8 times Gamma, and pumping of each cell at 0, 1/2 and 1 times Gamma (a battery that is pumped faster than it decays charges itself). At the strongest the half-life from the fully excited state must exceed that from the coherent one, by more than the errors; those of weaker ones are noted."
                + ReadClaim.ERRORS,
            laboratory -> judge(new ChainStudy(laboratory))));
  }

  private static Judgement judge(ChainStudy study) {
    Map<String, Judgement> all = new LinkedHashMap<>();
    for (Noise.Kind kind : Noise.Kind.values()) {
      for (Reading reading : Reading.ALL) {
        all.put("%s, %s".formatted(kind.label(), reading.label()), judge(study, reading, kind));
      }
    }
    return Judgement.across(all);
  }

  private static Judgement judge(ChainStudy study, Reading reading, Noise.Kind kind) {
    List<Double> rates =
        RATES.stream().filter(r -> kind == Noise.Kind.DEPHASING || r <= 1).toList();
    List<Check> checks = new ArrayList<>();
    Map<String, Estimate> notes = new LinkedHashMap<>();
    StringBuilder found = new StringBuilder();
    for (double delta : List.of(0.0, STRONG)) {
      List<String> advantages = new ArrayList<>();
      Estimate last = Estimate.exact(0);
      for (double rate : rates) {
        last = advantage(study, reading.chain(2, delta), new Noise(kind, rate));
        advantages.add(Numbers.rounded(last.value(), 2));
        notes.put(note(delta, rate), last);
      }
      found.append(
          "At delta = %s the coherent half-life exceeds the fully excited one by %s of 1/Gamma as the rate of %s grows over %s Gamma. "
              .formatted(
                  Numbers.exact(delta),
                  String.join(", ", advantages),
                  kind.label(),
                  String.join(", ", rates.stream().map(Numbers::exact).toList())));
      checks.add(
          Check.exceeds(
              "delta = %s: Gamma (tau fully excited - tau coherent)"
                  .formatted(Numbers.exact(delta)),
              last.times(-1),
              0));
    }
    Judgement judgement = Judgement.of(found.toString().strip(), checks.toArray(Check[]::new));
    for (Map.Entry<String, Estimate> note : notes.entrySet()) {
      judgement = judgement.noting(note.getKey(), note.getValue());
    }
    return judgement;
  }

  /** The name of a number that is noted. */
  static String note(double delta, double rate) {
    return "delta = %s, rate %s Gamma: Gamma (tau coherent - tau fully excited)"
        .formatted(Numbers.exact(delta), Numbers.exact(rate));
  }

  private static Estimate advantage(ChainStudy study, DisorderedChain chain, Noise noise) {
    return halfLife(study, chain, COHERENT, noise)
        .minus(halfLife(study, chain, FULLY_EXCITED, noise));
  }

  private static Estimate halfLife(
      ChainStudy study, DisorderedChain chain, Start start, Noise noise) {
    ChainRun run = new ChainRun(chain, start, ChainStudy.NOISY_TIMES, false).with(noise);
    return study.halfLife(study.curves(run, REALISATIONS)).orElseThrow().estimate();
  }
}
