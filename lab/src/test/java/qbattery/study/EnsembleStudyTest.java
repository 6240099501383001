package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static qbattery.study.Studies.assertHolds;
import static qbattery.study.Studies.only;
import static qbattery.study.Studies.run;
import static qbattery.testing.Tolerance.ROUNDING;
import static qbattery.testing.Tolerance.USUAL;
import static qbattery.testing.Tolerance.rounding;

import java.util.List;
import org.junit.jupiter.api.Test;
import qbattery.report.DescribedTable;

/** Studies of two ensembles of spins on one reservoir. */
class EnsembleStudyTest {

  private static final String ENSEMBLES =
      """
      battery: two ensembles
      parameters: {N: 3, R: 5, T: 0, TB: 0}
      ensembles: {battery: N, charger: R*N, frequency: 1, rate: 1, temperature: T}
      start: {battery temperature: TB}
      times: [0]
      measures:
        - {measure: energy, name: E}
        - {measure: symmetric ergotropy, name: W}
        - {measure: ergotropy, name: A}
        - {measure: open work, temperature: T, name: open}
        - {measure: free energy, temperature: T, name: F}
        - {measure: population, excitations: N, name: full}
      results:
        - {steady: E, name: energy}
        - {steady: W, name: work}
        - {steady: A, name: all}
        - {steady: open, name: beyond}
        - {steady: F, name: free}
        - {steady: full, name: filled}
      """;

  /** For one spin beside R at temperature 0: E = (R/(R+1))^2, W = 2 E - 1. */
  @Test
  void ensemblesComeToWhatTheirTotalSpinLeaves() {
    DescribedTable one = run(ENSEMBLES, "parameters.N=1").results();
    double energy = Math.pow(5.0 / 6, 2);
    assertHolds(one, "energy", energy);
    assertThat(only(one, "error of energy")).isPositive().isLessThan(10 * ROUNDING);
    for (String work : List.of("work", "all")) {
      assertHolds(one, work, 2 * energy - 1);
    }
    assertThat(only(one, "beyond")).isCloseTo(energy, rounding(energy));
    assertHolds(one, "filled", energy);
    // On a warm reservoir, from the battery down: two spins, Eq. 13 of quach2020.
    DescribedTable two = run(ENSEMBLES, "parameters={N: 1, R: 1, T: 2, TB: 0}").results();
    double n = 1 / Math.expm1(0.5);
    double warm = 0.5 - (2 * n + 1) / (12 * n * (n + 1) + 4);
    assertHolds(two, "energy", warm);
    double spin = 1 / (Math.exp(0.5) + 1);
    assertThat(only(two, "beyond")).isCloseTo(warm - spin, rounding(warm));
    double relative = warm * Math.log(warm / spin) + (1 - warm) * Math.log((1 - warm) / (1 - spin));
    assertThat(only(two, "free"))
        .isCloseTo(2 * relative, within(only(two, "error of free")))
        .isGreaterThan(0.001);
  }

  @Test
  void ensemblesOfAThousandSpinsAreWithinReach() {
    DescribedTable large = run(ENSEMBLES, "parameters.N=1000", "parameters.R=2").results();
    // What is missing to one quantum a spin falls as 3/N for R = 2, see DarkChargeTest.
    assertThat(1000 - only(large, "energy")).isCloseTo(2.976, within(1e-3));
    assertThat(only(large, "error of energy")).isPositive().isLessThan(1e-9);
    assertThat(only(large, "all")).isGreaterThan(only(large, "work"));
    assertThatThrownBy(
            () ->
                run(
                    ENSEMBLES,
                    "parameters={N: 1000, R: 2, T: 0, TB: 0}",
                    "times={to: 1, count: 3}"))
        .hasMessageContaining("too large to be evolved");
    assertThatThrownBy(() -> run(ENSEMBLES, "parameters={N: 1000, R: 2, T: 1, TB: 1}"))
        .hasMessageContaining("start with the battery down");
  }

  private static final String CHARGING =
      """
      battery: two ensembles that charge
      parameters: {N: 2, R: 3, rate: 0.5}
      ensembles: {battery: N, charger: R*N, frequency: 2, rate: rate, temperature: 0}
      start: {sites: {charger: excited}}
      times: {to: 3, count: 31}
      measures:
        - {measure: energy, name: E}
        - {measure: power, name: P}
        - {measure: relative power, name: p}
      results: [{peak: P, name: most}, {at: p, time: 1, name: r}, {at: P, time: 1, name: there}, {at: E, time: 1, name: held}]
      """;

  /** Energies alone are followed on ladders, with more measures on the states. */
  @Test
  void laddersAndStatesGiveTheSameEnergies() {
    String more =
        CHARGING.replace(
            "  - {measure: relative",
            "  - {measure: energy, of: charger, name: C}\n  - {measure: power, of: charger, name: c}\n  - {measure: negativity, of: battery, name: S}\n  - {measure: negativity rate, of: battery, name: s}\n  - {measure: relative");
    Outcome onLadders = run(CHARGING);
    Outcome ofStates = run(more + "method: tight\n");
    for (String name : List.of("E", "P")) {
      double[] one = onLadders.curves().column(name);
      double[] other = ofStates.curves().column(name);
      for (int k = 0; k < one.length; k++) {
        assertThat(one[k]).isCloseTo(other[k], within(USUAL));
      }
    }
    DescribedTable results = onLadders.results();
    assertThat(only(results, "most")).isCloseTo(only(ofStates.results(), "most"), within(USUAL));
    assertThat(only(results, "r"))
        .isCloseTo(only(results, "there") / only(results, "held"), rounding(1));
    double[] t = ofStates.curves().column("time");
    double[] c = ofStates.curves().column("C");
    double[] flow = ofStates.curves().column("c");
    double[] s = ofStates.curves().column("S");
    double[] rate = ofStates.curves().column("s");
    for (int k = 5; k < 10; k++) { // central differences to second order
      double width = t[k + 1] - t[k - 1];
      assertThat(flow[k])
          .isCloseTo(
              (c[k + 1] - c[k - 1]) / width,
              within(0.1)); // the error of a difference over 0.2 where rates of about one turn the
      // curve
      assertThat(rate[k]).isCloseTo((s[k + 1] - s[k - 1]) / width, within(0.1)); // as above
    }
    // dS/dt at the start is 2 gamma N (sqrt(R (R + 1)) - R)/ln 2.
    assertThat(rate[0]).isCloseTo(2 * 0.5 * 2 * (Math.sqrt(12) - 3) / Math.log(2), within(1e-9));
  }

  @Test
  void twoEnsemblesOnAColdReservoirKeepADarkCharge() {
    String ensembles =
        """
        battery: one spin beside one
        ensembles: {battery: 1, charger: 1, frequency: 1, rate: 1, temperature: 0}
        start: {battery temperature: 0}
        times: {to: 12, count: 13}
        measures: [energy, ergotropy, {measure: negativity, of: battery}, {measure: energy, of: charger, name: charger}]
        results:
          - final: energy
        """;
    // Half of |g e> is the singlet, which is dark; it holds half an excitation of the battery.
    DescribedTable results = run(ensembles).results();
    assertThat(results.column("final of energy")[0]).isCloseTo(0.25, within(1e-8)); // e^(-4*12)
    String plain = ensembles.replace("{battery temperature: 0}", "{sites: {charger: excited}}");
    double[] one = run(ensembles).curves().column("energy");
    double[] other = run(plain).curves().column("energy");
    for (int k = 0; k < one.length; k++) {
      assertThat(other[k]).isCloseTo(one[k], within(USUAL));
    }
    double[] charger = run(ensembles).curves().column("charger");
    double[] again = run(plain).curves().column("charger");
    assertThat(charger[0]).isEqualTo(1);
    for (int k = 0; k < charger.length; k++) {
      assertThat(charger[k]).isCloseTo(again[k], within(USUAL));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> run(ensembles.replace("measure: energy, of", "measure: ergotropy, of")))
        .withMessageContaining("energy, power and negativity can be measured, not 'ergotropy'");
  }
}
