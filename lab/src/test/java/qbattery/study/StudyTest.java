package qbattery.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.experiment.Workbench;
import qbattery.file.BatteryFiles;
import qbattery.file.WrongFileException;
import qbattery.report.DescribedTable;

class StudyTest {

  /** Errors of the usual tolerances; see Method.DormandPrince. */
  private static final double USUAL = 1e-8;

  private static final String CELL =
      """
      battery: one leaking cell
      parameters: {Gamma: 1}
      parts: [{cells: 1}]
      storage: 2*number(cell)
      channels: [{decay: Gamma}]
      start: plus
      times: {to: 3, count: 16}
      measures: [energy, ergotropy, power, purity]
      results:
        - half life: energy
        - {crossing: energy, value: 0.9, name: nine tenths}
        - initial: energy
        - final: energy
        - steady: energy
      """;

  static Outcome run(String text, String... sets) {
    return Study.of(BatteryFiles.parse("test.yaml", text, List.of(sets))).run(Workbench.inMemory());
  }

  private static double only(DescribedTable table, String column) {
    assertThat(table.column(column)).hasSize(1);
    return table.column(column)[0];
  }

  @Test
  void aLeakingCellFollowsItsClosedForms() {
    DescribedTable curves = run(CELL).curves();
    double[] t = curves.column("time");
    for (int k = 0; k < t.length; k++) {
      double energy = Math.exp(-t[k]); // 2 * 1/2 * e^(-Gamma t)
      assertThat(curves.column("energy")[k]).isCloseTo(energy, within(USUAL));
      assertThat(curves.column("power")[k]).isCloseTo(-energy, within(USUAL));
      // Bloch vector (e^(-t/2), 0, e^(-t) - 1): E = r + z with H0 = 1 + sigma_z.
      double z = energy - 1;
      double ergotropy = Math.sqrt(energy + z * z) + z;
      assertThat(curves.column("ergotropy")[k]).isCloseTo(ergotropy, within(USUAL));
    }
  }

  @Test
  void resultsAreFoundBetweenTheTimesAndTheirErrorsHold() {
    DescribedTable results = run(CELL).results();
    double halfLife = only(results, "half life of energy");
    double error = only(results, "error of half life of energy");
    assertThat(error).isPositive().isLessThan(1e-5); // the times are 0.2 apart
    assertThat(halfLife).isCloseTo(Math.log(2), within(error));
    assertThat(only(results, "nine tenths"))
        .isCloseTo(-Math.log(0.9), within(only(results, "error of nine tenths")));
    assertThat(only(results, "initial of energy")).isEqualTo(1);
    assertThat(only(results, "final of energy")).isCloseTo(Math.exp(-3), within(USUAL));
    assertThat(only(results, "steady of energy"))
        .isCloseTo(0, within(only(results, "error of steady of energy")));
  }

  private static final String ENSEMBLES =
      """
      battery: two ensembles
      parameters: {N: 3, R: 5, T: 0, TB: 0}
      ensembles: {battery: N, charger: R*N, frequency: 1, rate: 1, temperature: T}
      start: {battery temperature: TB}
      times: [0]
      measures:
        - {measure: energy, name: E}
        - {measure: ergotropy, name: W}
        - {measure: ergotropy over all states, name: A}
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
    assertThat(only(one, "energy")).isCloseTo(energy, within(1e-14));
    assertThat(only(one, "error of energy")).isPositive().isLessThan(1e-13);
    for (String work : List.of("work", "all")) {
      assertThat(only(one, work)).isCloseTo(2 * energy - 1, within(only(one, "error of " + work)));
    }
    assertThat(only(one, "beyond")).isCloseTo(energy, within(1e-14));
    assertThat(only(one, "filled")).isCloseTo(energy, within(only(one, "error of filled")));
    // On a warm reservoir, from the battery down: two spins, Eq. 13 of quach2020.
    DescribedTable two = run(ENSEMBLES, "parameters={N: 1, R: 1, T: 2, TB: 0}").results();
    double n = 1 / Math.expm1(0.5);
    double warm = 0.5 - (2 * n + 1) / (12 * n * (n + 1) + 4);
    assertThat(only(two, "energy")).isCloseTo(warm, within(1e-14));
    double spin = 1 / (Math.exp(0.5) + 1);
    assertThat(only(two, "beyond")).isCloseTo(warm - spin, within(1e-14));
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

  /** From the steady state the charger is taken away; one spin then decays at the rate 2 gamma. */
  @Test
  void aStartMayBeWhereAnotherEndsUp() {
    String apart =
        """
        battery: a spin that was charged
        ensembles: {battery: 1, charger: 5, frequency: 1, rate: 1, temperature: 0}
        start: {settled: {sites: {charger: excited}}}
        stages: [{stage: alone, duration: 3, before: separate}]
        times: {to: 3, count: 4}
        measures: [{measure: energy, name: E}, {measure: relative power, name: r}]
        results: [{initial: E, name: first}, {fall: E, share: 0.1, name: tenth}, {final: r, name: rate}]
        """;
    DescribedTable results = run(apart).results();
    assertThat(only(results, "first")).isCloseTo(25.0 / 36, within(1e-12));
    assertThat(only(results, "tenth")).isCloseTo(Math.log(10) / 2, within(1e-6));
    assertThat(only(results, "rate")).isCloseTo(-2, within(1e-6));
    String warm =
        CELL.replace("start: plus", "start: {settled: excited}")
            .replace(
                "{decay: Gamma}", "{reservoir: bosonic, rate: 1, frequency: 2, temperature: 3}");
    double thermal = 2 / (Math.exp(2.0 / 3) + 1);
    for (double energy : run(warm).curves().column("energy")) {
      assertThat(energy).isCloseTo(thermal, within(1e-7));
    }
    assertThatThrownBy(
            () ->
                run(
                    CELL.replace("start: plus", "start: {settled: plus}")
                        .replace("channels: [{decay: Gamma}]", "channels: []")))
        .hasMessageContaining("oscillating for ever");
    assertThatThrownBy(() -> run(CELL.replace("final: energy", "{fall: energy, share: 2}")))
        .hasMessageContaining("lies between 0 and 1; found 2");
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
        assertThat(one[k]).isCloseTo(other[k], within(1e-7));
      }
    }
    DescribedTable results = onLadders.results();
    assertThat(only(results, "most")).isCloseTo(only(ofStates.results(), "most"), within(1e-7));
    assertThat(only(results, "r"))
        .isCloseTo(only(results, "there") / only(results, "held"), within(1e-12));
    double[] t = ofStates.curves().column("time");
    double[] c = ofStates.curves().column("C");
    double[] flow = ofStates.curves().column("c");
    double[] s = ofStates.curves().column("S");
    double[] rate = ofStates.curves().column("s");
    for (int k = 5; k < 10; k++) { // central differences to second order
      double width = t[k + 1] - t[k - 1];
      assertThat(flow[k]).isCloseTo((c[k + 1] - c[k - 1]) / width, within(0.1));
      assertThat(rate[k]).isCloseTo((s[k + 1] - s[k - 1]) / width, within(0.1));
    }
    // dS/dt at the start is 2 gamma N (sqrt(R (R + 1)) - R)/ln 2.
    assertThat(rate[0]).isCloseTo(2 * 0.5 * 2 * (Math.sqrt(12) - 3) / Math.log(2), within(1e-9));
  }

  @Test
  void measuresOfPartsThatTakeANumber() {
    String text =
        CELL.replace(
            "measures: [energy, ergotropy, power, purity]",
            "measures: [energy, {measure: open work, temperature: 3}, {measure: free energy, temperature: 3, name: F}, {measure: population, excitations: 0, name: empty}, relative power]");
    DescribedTable curves = run(text).curves();
    double thermal = 2 / (Math.exp(2.0 / 3) + 1);
    double[] energy = curves.column("energy");
    for (int k = 0; k < energy.length; k++) {
      assertThat(curves.column("open work")[k]).isCloseTo(energy[k] - thermal, within(1e-12));
      assertThat(curves.column("empty")[k]).isCloseTo(1 - energy[k] / 2, within(1e-12));
      assertThat(curves.column("relative power")[k]).isCloseTo(-1, within(1e-6));
      assertThat(curves.column("F")[k]).isGreaterThanOrEqualTo(-1e-12);
    }
    assertThatThrownBy(() -> run(CELL.replace("purity]", "{measure: open work}]")))
        .hasMessageContaining("The measure 'open work' needs 'temperature'");
    assertThatThrownBy(() -> run(CELL.replace("purity]", "{measure: purity, excitations: 2}]")))
        .hasMessageContaining("The measure 'purity' has no 'excitations'");
    assertThatThrownBy(
            () -> run(CELL.replace("purity]", "{measure: population, excitations: 0.5}]")))
        .hasMessageContaining("a whole number of excitations, not 0.5");
  }

  /** Two cells that swap a quantum: the energy of one is sin(t)^2, its power sin(2 t). */
  private static final String SWAP =
      """
      battery: two cells that swap a quantum
      parts: [{cells: 1, name: left}, {cells: 1, name: right}]
      storage: number(right)
      interaction: [lower(left)*raise(right) + h.c., number(left)]
      start: {sites: {left: excited}}
      times: {to: 4, count: 6}
      measures: [{measure: energy, name: E}, {measure: power, name: P}]
      results:
        - {lowest: P}
        - {lowest time: P}
        - {inner peak: P}
        - {inner peak time: E}
        - {crossing: P, value: -0.5, name: later}
        - {crossing: E, value: 0.25, name: early}
        - {peak: P, until: early, name: before}
        - {lowest: E, from: early, until: later, name: between}
        - {peak time: P, from: later, name: again}
      """;

  @Test
  void lowestValuesInnerPeaksAndPartsOfTheTimes() {
    DescribedTable results = run(SWAP).results();
    assertThat(only(results, "lowest of P")).isCloseTo(-1, within(USUAL));
    assertThat(only(results, "lowest time of P")).isCloseTo(0.75 * Math.PI, within(1e-5));
    assertThat(only(results, "inner peak of P")).isCloseTo(1, within(USUAL));
    assertThat(only(results, "inner peak time of E")).isCloseTo(Math.PI / 2, within(1e-5));
    assertThat(only(results, "before")).isCloseTo(Math.sqrt(0.75), within(USUAL));
    assertThat(only(results, "between")).isCloseTo(0.25, within(USUAL));
    assertThat(only(results, "again")).isCloseTo(1.25 * Math.PI, within(1e-5));
    for (String name : List.of("lowest of P", "inner peak of P", "before", "between", "again")) {
      assertThat(only(results, "error of " + name)).isPositive().isLessThan(1e-5);
    }
    assertThat(run(SWAP, "times.to=0.5").notes())
        .anyMatch(note -> note.startsWith("'inner peak of P' has no value"))
        .anyMatch(note -> note.startsWith("'before' has no value"));
  }

  @Test
  void whatSaysFromWhenOnIsATime() {
    assertThatThrownBy(() -> run(SWAP.replace("until: later", "until: before")))
        .hasMessageContaining("'before' says no time");
    assertThatThrownBy(() -> run(SWAP.replace("until: later", "until: again")))
        .hasMessageContaining("'again' says no time");
    assertThatThrownBy(
            () -> run(SWAP + "ensemble: {realisations: 2}\n", "parameters={J: {uniform: [1, 2]}}"))
        .hasMessageContaining("With an ensemble");
  }

  /** Two cells that decay together: singlet and ground state stay; the triplet decays at rate 2. */
  @Test
  void steadyStatesAreCountedAndTheSlowestDecayIsFound() {
    String together =
        """
        battery: two cells that decay together
        parameters: {w: 1}
        parts: [{cells: 2, name: cell}]
        storage: w*number(cell)
        channels: [{decay: 1, acts: together}]
        start: excited
        times: [0]
        measures: [energy]
        results: [{steady states: number}, {steady states: slowest decay}, {steady: energy}]
        """;
    DescribedTable results = run(together).results();
    // The coherence between singlet and ground state stays, turning with w.
    assertThat(only(results, "number of steady states")).isEqualTo(2);
    assertThat(only(results, "error of number of steady states")).isZero();
    assertThat(only(results, "slowest decay")).isCloseTo(1, within(1e-9));
    assertThat(results.data().columns().stream().map(c -> c.name() + " [" + c.unit() + "]"))
        .contains("slowest decay [E]", "number of steady states [1]");
  }

  /**
   * Cells 1 and 2 in (|eg> + |ge>)/sqrt 2, of concurrence 1, beside a third in its ground state.
   */
  @Test
  void concurrenceIsTheMeanOverTheLinksOfAGraph() {
    String three =
        """
        battery: a pair and one
        parts: [{cells: 3}]
        storage: number(cell)
        start: {pure: [0, 0, 0, 1/sqrt(2), 0, 1/sqrt(2), 0, 0]}
        times: [0]
        measures:
          - concurrence
          - {measure: concurrence, graph: linear, name: along a chain}
          - {measure: concurrence, graph: {links: [[3, 1], [3, 2]]}, name: of a star about 3}
        """;
    DescribedTable curves = run(three).curves();
    assertThat(only(curves, "concurrence")).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(only(curves, "along a chain")).isCloseTo(1 / 2.0, within(1e-12));
    assertThat(only(curves, "of a star about 3")).isCloseTo(0, within(1e-12));
    assertThatThrownBy(
            () -> run(three.replace("measure: concurrence, graph: l", "measure: purity, graph: l")))
        .isInstanceOf(WrongFileException.class)
        .hasMessageContaining("8:5: Only a concurrence has a graph");
  }

  @Test
  void errorsCoverTheClosedFormAndCanBeLeftOut() {
    DescribedTable curves = run(CELL).curves();
    double[] t = curves.column("time");
    double[] energy = curves.column("energy");
    double error = curves.column("error of energy")[0];
    for (int k = 0; k < t.length; k++) {
      assertThat(Math.abs(energy[k] - Math.exp(-t[k]))).isLessThanOrEqualTo(error);
    }
    Study without = Study.of(BatteryFiles.parse("test.yaml", CELL, List.of()), Errors.NONE);
    Outcome outcome = without.run(Workbench.inMemory());
    String csv = outcome.curves().data().toCsv();
    assertThat(csv).startsWith("time [1/E],energy [E],error of energy [E],");
    assertThat(csv.lines().skip(1)).allMatch(line -> line.split(",")[2].equals("not known"));
    assertThat(outcome.curves().data().columns().get(2).notKnown().values())
        .containsOnly("No second way of computing was asked for.");
    assertThat(Summary.of(outcome).lines())
        .anyMatch(line -> line.matches("final of energy = 0.0497\\d+ \\(error not known\\)"))
        .anyMatch(line -> line.matches("steady of energy = 0 [(][+]- [0-9.]+E-1[0-9][)]"));
  }

  @Test
  void theLastParameterOfASweepRunsFastest() {
    String swept = CELL + "sweep:\n  Gamma: [1, 2]\n  q: [0.5, 0.25, 1]\n";
    String mixed =
        swept
            .replace("{Gamma: 1}", "{Gamma: 1, q: 0.5}")
            .replace("start: plus", "start: {mixture: q}");
    DescribedTable results = run(mixed).results();
    assertThat(results.column("Gamma")).containsExactly(1, 1, 1, 2, 2, 2);
    assertThat(results.column("q")).containsExactly(0.5, 0.25, 1, 0.5, 0.25, 1);
    for (int k = 0; k < 6; k++) {
      assertThat(results.column("initial of energy")[k])
          .isCloseTo(2 * results.column("q")[k], within(1e-12)); // rounding
      assertThat(results.column("half life of energy")[k])
          .isCloseTo(Math.log(2) / results.column("Gamma")[k], within(1e-6)); // interpolation
    }
    DescribedTable curves = run(mixed).curves();
    assertThat(curves.rows()).isEqualTo(6 * 16);
    assertThat(Arrays.copyOfRange(curves.column("time"), 0, 2)).containsExactly(0, 0.2);
  }

  @Test
  void timesMayFollowASweptParameter() {
    String own =
        CELL.replace("{to: 3, count: 16}", "{to: 3/Gamma, count: 16}")
            + "sweep: {Gamma: [1, 2, 4]}\n";
    Outcome outcome = run(own);
    assertThat(outcome.results().column("final of energy"))
        .satisfies(
            values -> {
              for (double value : values) {
                assertThat(value).isCloseTo(Math.exp(-3), within(USUAL));
              }
            });
    assertThat(outcome.curves().column("time")[47]).isEqualTo(0.75);
  }

  @Test
  void aProtocolGoesOnWhereTheStageBeforeEnded() {
    String stages =
        """
        battery: charged by a charger that is then taken away
        parts:
          - {cells: 1, name: charger}
          - {cells: 1, name: store}
        storage: number(store) + number(charger)
        interaction: 0.5*raise(store)*lower(charger) + h.c.
        channels: [{decay: 1, of: store, name: leak}]
        start: {sites: {charger: excited}}
        stages:
          - {stage: charge, duration: pi, off: leak}
          - {stage: keep, duration: 1, before: {take away: charger}, off: leak}
          - {stage: lose, duration: 2, before: keep}
        times: [0, pi/2, pi, pi + 0.5, pi + 1, pi + 2, pi + 3]
        measures: [{measure: energy, of: store}, {measure: energy, of: charger}, {measure: entropy, of: store}]
        results:
          - steady: energy of store
        """;
    DescribedTable curves = run(stages).curves();
    double[] expected = {0, 0.5, 1, 1, 1, Math.exp(-1), Math.exp(-2)};
    double[] energy = curves.column("energy of store");
    for (int k = 0; k < expected.length; k++) {
      assertThat(energy[k]).isCloseTo(expected[k], within(USUAL));
    }
    double[] ofCharger = curves.column("energy of charger");
    assertThat(ofCharger[2]).isCloseTo(0, within(USUAL));
    assertThat(ofCharger[3]).isNaN(); // and then is not there
    assertThat(curves.column("entropy of store")[1]).isCloseTo(Math.log(2), within(USUAL));
    assertThat(run(stages).results().column("steady of energy of store")[0])
        .isCloseTo(0, within(1e-9));
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

  @Test
  void whatCannotBeMeasuredIsRefusedBeforeAnythingIsComputed() {
    String late = CELL + "stages: [{stage: one, duration: 2}]\n";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> run(late))
        .withMessageContaining("The last time is 3.0, but the protocol ends at 2.0");
  }

  @Test
  void aDrivenBatteryHasNoSteadyStateAndANoteSaysSo() {
    String driven =
        CELL
            + "drives: [{operator: sigma_x(cell), envelope: {sine: {amplitude: 1, frequency: 2}}}]\n";
    Outcome outcome = run(driven);
    assertThat(outcome.results().column("steady of energy")[0]).isNaN();
    assertThat(outcome.notes())
        .anySatisfy(
            note ->
                assertThat(note).contains("'steady of energy' has no value", "changing for ever"));
  }

  @Test
  void theSameNumbersComeFromEveryForm() {
    String star =
        """
        battery: star
        network: {graph: central, cells: 3, frequency: 1, coupling: 2, decay: 1, intracell: 0.5}
        start: excited
        times: {to: 1, count: 5}
        measures: [energy, ergotropy, concurrence, coherent ergotropy, {measure: negativity, of: "cell[1]"}]
        """;
    DescribedTable reference = run(star).curves();
    for (String way : List.of("form=full matrix", "method=tight", "network.frame=rotating")) {
      DescribedTable other = run(star, way).curves();
      for (String name : List.of("energy", "ergotropy", "concurrence", "coherent ergotropy")) {
        double[] a = reference.column(name);
        double[] b = other.column(name);
        for (int k = 0; k < a.length; k++) {
          assertThat(b[k]).as(way + ", " + name).isCloseTo(a[k], within(10 * USUAL));
        }
      }
    }
  }

  @Test
  void aPeakAtTheEndOfARisingCurveIsNoted() {
    String pumped =
        """
        battery: pumped cell
        parts: [{cells: 1}]
        storage: number(cell)
        channels: [{pumping: 1}]
        start: ground
        times: {to: 1, count: 11}
        measures: [energy]
        results: [{peak: energy, name: most}]
        """;
    assertThat(run(pumped).notes())
        .containsExactly(
            "'most' is that of the last time, where 'energy' still rises; let the times run longer.");
    assertThat(run(pumped.replace("to: 1,", "to: 20,")).notes()).isEmpty();
  }

  /** A pumped cell holds 1 - exp(-t); its passive energy is the smaller of the two populations. */
  @ParameterizedTest
  @CsvSource({"usual", "exact"})
  void thePassiveEnergyRateFollowsItsClosedForm(String method) {
    String pumped =
        """
        battery: pumped cell
        parts: [{cells: 1}]
        storage: 3*number(cell)
        channels: [{pumping: 1}]
        start: ground
        times: [0, 0.3, 0.6, 0.8, 2]
        measures: [passive energy rate]
        results: [{steady: passive energy rate, name: after}, {crossing: passive energy rate, value: 0, name: turn}]
        """;
    Outcome outcome = run(pumped + "method: " + method);
    double[] t = outcome.curves().column("time");
    double[] rate = outcome.curves().column("passive energy rate");
    for (int k = 0; k < t.length; k++) {
      double expected = 3 * Math.exp(-t[k]) * (t[k] < Math.log(2) ? 1 : -1);
      assertThat(rate[k]).isCloseTo(expected, within(USUAL));
    }
    assertThat(outcome.results().column("after")[0]).isEqualTo(0);
    assertThat(outcome.results().column("turn")[0]).isCloseTo(Math.log(2), within(1e-5));
  }

  @Test
  void aSteadyRelativePowerHasNoKnownError() {
    String pumped =
        """
        battery: pumped cell
        parts: [{cells: 1}]
        storage: number(cell)
        channels: [{pumping: 1}]
        start: ground
        times: [1, 2]
        measures: [relative power]
        results: [{steady: relative power, name: after}]
        """;
    DescribedTable results = run(pumped).results();
    assertThat(only(results, "after")).isCloseTo(0, within(1e-12));
    assertThat(only(results, "error of after")).isNaN();
  }

  /** The passive energy, the smaller of the two populations, is largest at log 2. */
  @Test
  void aPeakBetweenTheTimesIsNotTakenForOneAtTheEnd() {
    String between =
        """
        battery: pumped cell
        parts: [{cells: 1}]
        storage: number(cell)
        channels: [{pumping: 1}]
        start: ground
        times: {to: 10, count: 2}
        measures: [passive energy]
        results: [{peak: passive energy, name: most}, {peak time: passive energy, name: when}]
        """;
    Outcome outcome = run(between);
    assertThat(outcome.results().column("when")[0]).isCloseTo(Math.log(2), within(1e-6));
    assertThat(outcome.notes()).isEmpty();
  }

  @Test
  void aValueBeforeTheFirstTimeIsThatOfItsTime() {
    String late =
        """
        battery: a leaking cell
        parts: [{cells: 1}]
        storage: number(cell)
        channels: [{decay: 1}]
        start: excited
        times: {from: 2, to: 5, count: 2}
        measures: [energy]
        results: [{at: energy, time: 0}, {at: energy, time: 1}, {half life: energy, name: half}]
        """;
    for (String method : List.of("usual", "exact")) {
      DescribedTable results = run(late + "method: " + method + "\n").results();
      assertThat(results.column("energy at 0")[0]).isCloseTo(1, within(1e-9));
      assertThat(results.column("energy at 1")[0]).isCloseTo(Math.exp(-1), within(1e-9));
      assertThat(results.column("half")[0]).isCloseTo(2 + Math.log(2), within(1e-8));
    }
  }

  /**
   * Rates of 1e13 in times of 1e-13 are those of 1 in times of 1: that times are short says
   * nothing.
   */
  @Test
  void theUnitOfTimeDoesNotMatter() {
    String charged =
        """
        battery: charged, then kept
        parameters: {s: 1}
        parts: [{cells: 1, name: charger}, {cells: 1, name: store}]
        storage: number(charger) + number(store)
        interaction: 1/s*lower(charger)*raise(store) + h.c.
        channels: [{decay: 1/s, of: store, name: leak}]
        start: {sites: {charger: excited}}
        stages:
          - {stage: charge, duration: 0.7*s, off: [leak]}
          - {stage: keep, duration: 2*s, off: [interaction]}
        times: {to: 2.7*s, count: 4}
        measures: [{measure: energy, of: store, name: stored}]
        results:
          - {crossing: stored, value: 0.25, name: quarter}
          - {at: stored, time: 0.7*s, name: charge}
          - {final: stored, name: kept}
        """;
    for (double s : new double[] {1e-13, 1}) {
      DescribedTable results = run(charged.replace("{s: 1}", "{s: " + s + "}")).results();
      double charge = Math.pow(Math.sin(0.7), 2);
      assertThat(results.column("quarter")[0] / s).isCloseTo(Math.PI / 6, within(1e-9));
      assertThat(results.column("error of quarter")[0] / s).isLessThan(1e-9);
      assertThat(results.column("charge")[0]).isCloseTo(charge, within(1e-9));
      assertThat(results.column("kept")[0]).isCloseTo(charge * Math.exp(-2), within(1e-9));
    }
  }

  @Test
  void whyAResultHasNoValueIsSaid() {
    String empty =
        """
        battery: an empty cell
        parts: [{cells: 1}]
        storage: number(cell)
        channels: [{pumping: 1}]
        start: ground
        times: {to: 1, count: 2}
        measures: [efficiency, energy, entropy]
        results:
          - {initial: efficiency, name: first}
          - {half life: energy, name: half}
          - {average power peak: entropy, name: slope}
        """;
    assertThat(run(empty).notes())
        .containsExactly(
            "'first' has no value: 'efficiency' has none at that time.",
            "'half' has no value: within the times, it does not happen.",
            "'slope' has no value: 'entropy' has no value at the first time, or its mean slope since then is without bound or too large for a number.");
  }

  @Test
  void whatWouldFillTheMemoryIsRefusedWithItsSize() {
    String cell =
        """
        battery: cell
        parameters: {G: 1}
        parts: [{cells: 1}]
        storage: number(cell)
        start: ground
        times: {to: 1, count: 100000}
        measures: [energy]
        sweep: {G: {from: 1, to: 2, count: 1000000}}
        """;
    assertThatThrownBy(() -> Study.of(BatteryFiles.parse("f", cell, List.of())))
        .hasMessageMatching(
            "1000000 places with 1 realisations of 10000. numbers take 8000.. MB.*");
  }

  /**
   * On resonance a driven and leaking cell settles at 4 W^2/(rate^2 + 8 W^2): Bloch's equations.
   */
  private static final String LEAKING =
      """
      battery: a driven cell that leaks
      parameters: {W: 0.3, rate: 0.5}
      parts: [{cells: 1}]
      storage: number(cell)
      interaction: [-number(cell)]
      channels: [{decay: rate}]
      drives: [{operator: lower(cell) + raise(cell), envelope: {constant: W}}]
      start: ground
      times: [0, 1]
      measures: [{expectation: number(cell), name: n}]
      results: [{steady: n}]
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{constant: W}; 0.371134020618557",
        "{step: {value: W, from: 7}}; 0.371134020618557",
        "{table: {times: [0, 3], values: [5*W, W]}}; 0.371134020618557",
        "{pulse: {value: W, from: 0, to: 7}}; 0",
        "{gaussian: {amplitude: W, centre: 3, width: 1}}; 0"
      })
  void aDriveThatComesToRestHasASteadyState(String envelope, double value) {
    DescribedTable results = run(LEAKING.replace("{constant: W}", envelope)).results();
    assertThat(only(results, "steady of n")).isCloseTo(value, within(1e-10));
    assertThat(only(results, "error of steady of n")).isLessThan(1e-7);
  }

  @Test
  void whereADriveDecidesBetweenSteadyStatesNoneIsTold() {
    Outcome dephased =
        run(
            LEAKING
                .replace("decay: rate", "dephasing: rate")
                .replace("{constant: W}", "{pulse: {value: W, from: 0, to: 7}}"));
    assertThat(dephased.results().column("steady of n")[0]).isNaN();
    assertThat(dephased.notes()).anyMatch(n -> n.contains("decided while the drives change"));
  }

  @Test
  void aCountOfSteadyStatesThatIsUndecidedHasItsReason() {
    Outcome outcome =
        Study.of(
                BatteryFiles.parse(
                    "test.yaml",
                    """
                    battery: a decay too slow to be told
                    parts: [{cells: 1}]
                    storage: number(cell)
                    channels: [{dephasing: 1e-300}]
                    start: excited
                    times: [0]
                    measures: [energy]
                    results: [{steady states: number, name: count}, {steady: energy}]
                    """,
                    List.of()),
                Errors.USUAL)
            .run(Workbench.inMemory());
    assertThat(outcome.results().column("count")[0]).isNaN();
    assertThat(outcome.results().column("steady of energy")[0]).isEqualTo(1);
    assertThat(outcome.notes())
        .anyMatch(n -> n.startsWith("'count' has no value. They could not be counted: Something"));
  }
}
