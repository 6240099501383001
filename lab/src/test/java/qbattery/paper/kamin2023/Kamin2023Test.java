package qbattery.paper.kamin2023;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.claim.Verdict;
import qbattery.experiment.Laboratory;
import qbattery.experiment.Workbench;
import qbattery.model.Contact.Sharing;
import qbattery.paper.Paper;

class Kamin2023Test {

  /** One for all: claims share points. */
  private static final Laboratory LABORATORY = Workbench.inMemory();

  /** As stated, but with five cells at most: six take their time. */
  private static final Model STATED =
      new Model(Setting.STATED, Shape.STAR, Shape.CHAIN, Sharing.COLLECTIVE, 5);

  private static final Setting BASE = Setting.STATED;

  private static Judgement judgement(Model model, String claim) {
    return Kamin2023.judgedBy(model).claims().stream()
        .filter(c -> c.id().equals("kamin2023." + claim))
        .findFirst()
        .orElseThrow()
        .examine(LABORATORY)
        .judgement();
  }

  @Test
  void everyClaimOfTheListIsThereInItsOrder() {
    Paper paper = Kamin2023.paper();
    assertThat(paper.claims())
        .extracting(Claim::id)
        .map(id -> id.substring("kamin2023.".length()))
        .containsExactly(
            ("eq1-star unique equilibrium-mu equilibrium-T equilibrium-full equilibrium-J"
                    + " bias-monotonic base-mu-8 bias-saturates coupling weak-coupling temperature"
                    + " heat-everywhere temperature-bias"
                    + " no-ancilla more-cells transition-frequency")
                .split(" "));
  }

  /** As found with another program, too: see bench/peers/kamin2023_steady.py. */
  @ParameterizedTest
  @CsvSource({
    "eq1-star, NOT_REPRODUCED",
    "unique, NOT_REPRODUCED",
    "equilibrium-mu, REPRODUCED",
    "equilibrium-T, REPRODUCED",
    "equilibrium-full, DEPENDS_ON_READING",
    "equilibrium-J, DEPENDS_ON_READING",
    "bias-monotonic, REPRODUCED",
    "base-mu-8, REPRODUCED",
    "bias-saturates, REPRODUCED",
    "coupling, DEPENDS_ON_READING",
    "weak-coupling, DEPENDS_ON_READING",
    "temperature, REPRODUCED",
    "heat-everywhere, DEPENDS_ON_READING",
    "temperature-bias, DEPENDS_ON_READING",
    "no-ancilla, REPRODUCED",
    "more-cells, DEPENDS_ON_READING",
    "transition-frequency, DEPENDS_ON_READING"
  })
  void verdicts(String claim, Verdict verdict) {
    assertThat(judgement(STATED, claim).verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    // 1 - 3 cells by hand, see ClosedForms; the ratio 7/8 of the star is exact.
    "unique, 'steady states, star, N=4', 9, 0",
    "unique, 'spread of W, chain, N=2', 0.4254685461104, 1e-8",
    "equilibrium-full, 'W at mu = 10, T = 0.5', 0.99999996954, 1e-9",
    "equilibrium-J, 'W at N = 2, mu=3, T=1', 0.8509370922208679, 1e-8",
    "base-mu-8, smallest W at mu = 8, 0.99817789761, 1e-9",
    "coupling, W at J = omega over its limit, 0.875, 1e-5",
    "no-ancilla, 1/2 less the excited population, 0.23105857863, 1e-11",
    "transition-frequency, spread of W over omega_0, 0, 1e-11"
  })
  void observedValuesAreThoseFoundByHand(
      String claim, String quantity, double byHand, double tolerance) {
    Judgement judgement = judgement(STATED, claim);
    assertThat(judgement.observed()).containsKey(quantity);
    assertThat(judgement.observed().get(quantity).value()).isCloseTo(byHand, within(tolerance));
  }

  /** What another model makes of a claim; the physics changes, and the verdict follows. */
  @Test
  void verdictsTurnWithThePhysics() {
    turns("eq1-star", with(BASE, Shape.CHAIN, Sharing.COLLECTIVE), Verdict.REPRODUCED);
    turns("unique", with(BASE, Shape.STAR, Sharing.EACH_ITS_OWN), Verdict.REPRODUCED);
    // Reservoirs asked at 3: charging begins there only.
    Model higher = STATED.with(BASE.with(Knob.FREQUENCY, 3));
    turns("equilibrium-mu", higher, Verdict.NOT_REPRODUCED);
    turns("equilibrium-mu", STATED.with(BASE.with(Knob.FREQUENCY, -1)), Verdict.NOT_REPRODUCED);
    turns("equilibrium-T", higher, Verdict.NOT_REPRODUCED);
    turns("equilibrium-full", with(BASE, Shape.STAR, Sharing.EACH_ITS_OWN), Verdict.REPRODUCED);
    turns("bias-monotonic", STATED.with(BASE.with(Knob.COUPLING, 0)), Verdict.NOT_REPRODUCED);
    turns("base-mu-8", higher, Verdict.NOT_REPRODUCED);
    // Reservoirs asked at 40 are empty at a bias of 20 and full at 40.
    Setting far = BASE.with(Knob.FREQUENCY, 40);
    turns(
        "bias-saturates",
        new Model(far, Shape.STAR, Shape.STAR, Sharing.COLLECTIVE, 4),
        Verdict.NOT_REPRODUCED);
    turns("coupling", STATED.with(BASE.withRate(0.01)), Verdict.NOT_REPRODUCED);
    turns("temperature", STATED.with(BASE.with(Knob.FREQUENCY, -40)), Verdict.NOT_REPRODUCED);
    Model apart = STATED.with(BASE.with(Knob.COUPLING, 0));
    turns("temperature-bias", apart, Verdict.NOT_REPRODUCED);
    // With mu above what the reservoirs are asked at, heat empties every one of them.
    turns("heat-everywhere", STATED.with(BASE.with(Knob.FREQUENCY, -1)), Verdict.REPRODUCED);
    turns("no-ancilla", STATED.with(BASE.with(Knob.FREQUENCY, -1)), Verdict.NOT_REPRODUCED);
    turns("more-cells", STATED.with(BASE.with(Knob.COUPLING, 0)), Verdict.NOT_REPRODUCED);
    turns("weak-coupling", STATED.with(BASE.withRate(0.01)), Verdict.NOT_REPRODUCED);
  }

  private static Model with(Setting base, Shape drawn, Sharing equilibrium) {
    return new Model(base, drawn, Shape.CHAIN, equilibrium, 4);
  }

  private static void turns(String claim, Model model, Verdict to) {
    Verdict stated = judgement(STATED, claim).verdict();
    Verdict turned = judgement(model, claim).verdict();
    assertThat(stated).as(claim).isNotEqualTo(to);
    assertThat(turned).as(claim).isEqualTo(to);
  }

  /** What the abstract says of heat, and a bias the other way, stand beside the verdict. */
  @Test
  void readingsAndWhatStandsBesideKeepTheirVerdicts() {
    Judgement base = judgement(STATED, "base-mu-8");
    assertThat(verdicts(base.readings())).containsExactly(Verdict.REPRODUCED, Verdict.REPRODUCED);
    assertThat(verdicts(base.beside()))
        .containsExactly(Verdict.NOT_REPRODUCED, Verdict.NOT_REPRODUCED, Verdict.NOT_REPRODUCED);
    assertThat(verdicts(judgement(STATED, "transition-frequency").readings()))
        .containsExactly(Verdict.NOT_REPRODUCED, Verdict.REPRODUCED, Verdict.REPRODUCED);
  }

  private static List<Verdict> verdicts(List<Judgement.Named> named) {
    return named.stream().map(one -> one.judgement().verdict()).toList();
  }

  /** What could not be told decides nothing. */
  @Test
  void anEndThatIsUnknownHasAnInfiniteError() {
    Found unknown =
        new Found(
            BASE,
            List.of(Double.NaN, Double.NaN, Double.NaN),
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN);
    assertThat(unknown.ergotropy().error()).isInfinite();
    assertThat(unknown.inversion().error()).isInfinite();
    assertThat(unknown.current(1).error()).isInfinite();
    assertThat(unknown.count().error()).isInfinite();
  }
}
