package qbattery.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qbattery.dynamics.Evolution;
import qbattery.dynamics.GksCheck;
import qbattery.dynamics.Lindbladian;
import qbattery.dynamics.Method;
import qbattery.dynamics.Solution;
import qbattery.dynamics.StateForm;
import qbattery.linalg.HermitianEigen;
import qbattery.measure.Energy;
import qbattery.measure.Ergotropy;
import qbattery.model.Channel;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;
import qbattery.quantum.State;

/** What every battery must satisfy; each in the catalogue is put through it. */
class ConformanceTest {

  private static final double END = 2;
  private static final double[] LOOKS = {0, 0.03, 0.4, 1.1, END};

  /** Tight integration is good to about 1e-11; measures add a few such errors up. */
  private static final double COMPUTED = 1e-9;

  static List<Batteries.Entry> catalogue() {
    return Batteries.all();
  }

  @Test
  void everyFormIsMetByTheCatalogue() {
    for (StateForm form : StateForm.values()) {
      assertThat(catalogue()).as(form.name()).anyMatch(e -> evolved(e, form).isPresent());
    }
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void hamiltoniansAreHermitian(Batteries.Entry entry) {
    Operator hamiltonian = entry.battery().storage().plus(entry.battery().interaction());
    assertThat(hamiltonian.matrix().hermitianDefect()).isZero();
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void ratesArePositiveAndSoIsTheMap(Batteries.Entry entry) {
    for (Channel channel : entry.battery().channels()) {
      assertThat(HermitianEigen.valuesOf(channel.rates())[0]).isGreaterThan(-1e-14); // rounding
    }
    int d = entry.battery().space().dimension();
    if (d <= 8) { // the Choi matrix has d^2 rows
      GksCheck anatomy = GksCheck.of(d, Lindbladian.at(entry.battery(), 0.4)::apply);
      assertThat(anatomy.keepsHermiticity()).isTrue();
      assertThat(anatomy.keepsTrace()).isTrue();
      assertThat(anatomy.isCompletelyPositive()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void statesStayStatesInEveryForm(Batteries.Entry entry) {
    for (Solution run : runs(entry)) {
      for (double t : LOOKS) {
        State state = run.at(t);
        assertThat(state.matrix().hermitianDefect()).isLessThan(1e-15); // Hermitian by construction
        assertThat(state.matrix().trace().re()).isCloseTo(1, within(1e-12)); // sums of rounding
        assertThat(state.spectrum().min()).isGreaterThan(-1e-11); // the integrator's error
      }
    }
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void ergotropyLiesBetweenZeroAndTheEnergyAboveGround(Batteries.Entry entry) {
    Observable storage = Observable.of(entry.battery().storage());
    for (Solution run : runs(entry)) {
      for (double t : LOOKS) {
        State state = run.at(t);
        assertThat(Ergotropy.of(state, storage))
            .isBetween(0.0, Energy.aboveGround(state, storage) + COMPUTED);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void allFormsAgreeWithTheFullMatrix(Batteries.Entry entry) {
    Solution full = evolved(entry, StateForm.FULL_MATRIX).orElseThrow();
    for (Solution run : runs(entry)) {
      for (double t : LOOKS) {
        assertThat(run.at(t).matrix().minus(full.at(t).matrix()).maxAbs())
            .as(run.description())
            .isLessThan(COMPUTED);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void conservedQuantitiesAreConserved(Batteries.Entry entry) {
    for (Solution run : runs(entry)) {
      for (Operator conserved : entry.conserved()) {
        Observable observable = Observable.of(conserved);
        double start = run.at(0).expectation(observable);
        for (double t : LOOKS) {
          assertThat(run.at(t).expectation(observable)).isCloseTo(start, within(COMPUTED));
        }
      }
    }
  }

  private static List<Solution> runs(Batteries.Entry entry) {
    List<Solution> runs = new ArrayList<>();
    for (StateForm form : StateForm.values()) {
      evolved(entry, form).ifPresent(runs::add);
    }
    assertThat(runs).hasSizeGreaterThanOrEqualTo(2);
    return runs;
  }

  /** The run in a form, or nothing where the form says that it does not serve. */
  private static Optional<Solution> evolved(Batteries.Entry entry, StateForm form) {
    State start = entry.start().of(entry.battery());
    try {
      return Optional.of(
          Evolution.of(entry.battery(), start)
              .over(END)
              .with(Method.DormandPrince.TIGHT)
              .with(form)
              .solve());
    } catch (IllegalArgumentException refusal) {
      assertThat(refusal).hasMessageContaining("serve");
      return Optional.empty();
    }
  }

  @Test
  void namesAreUnique() {
    Stream<String> names = catalogue().stream().map(Batteries.Entry::name);
    assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(10);
  }
}
