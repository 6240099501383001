package qbattery.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.SpinOperators;
import qbattery.testing.Rounding;

class ContactTest {

  private static final Space THREE = Space.cells(3);

  private static final Reservoir WARM = new Reservoir.Fermionic(1, 0.5, 0.2);

  private static ComplexMatrix ones(int n, double value) {
    return ComplexMatrix.generate(n, n, (i, j) -> Complex.real(value));
  }

  @Test
  void oneReservoirForAllHasRatesOfAllOnes() {
    List<Channel> channels = Contact.common(THREE, 2, WARM).channels();
    assertThat(channels)
        .extracting(Channel::name)
        .containsExactly("common reservoir: emission", "common reservoir: absorption");
    assertThat(channels.get(0).rates()).isEqualTo(ones(3, 2 * WARM.emission()));
    assertThat(channels.get(1).rates()).isEqualTo(ones(3, 2 * WARM.absorption()));
    assertThat(channels.get(0).jumps()).isEqualTo(Channels.decay(THREE, 1).jumps());
    assertThat(channels.get(1).jumps()).isEqualTo(Channels.pumping(THREE, 1).jumps());
  }

  @Test
  void copiesForEachCellHaveADiagonalOfRates() {
    Contact contact = Contact.ofCells("ends", WARM, 3, THREE, Contact.Sharing.EACH_ITS_OWN, 0, 2);
    assertThat(contact.sites()).containsExactly(0, 2);
    assertThat(contact.channels().get(0).rates())
        .isEqualTo(ComplexMatrix.diagonal(3 * WARM.emission(), 3 * WARM.emission()));
  }

  @Test
  void eachCellMayHaveAReservoirOfItsOwnKind() {
    List<Reservoir> reservoirs =
        List.of(WARM, new Reservoir.Bosonic(2, 0.7), new Reservoir.Fermionic(1, 0, 5));
    List<Contact> contacts = Contact.oneEach(THREE, List.of(1.0, 0.5, 0.25), reservoirs);
    assertThat(contacts)
        .extracting(Contact::name)
        .containsExactly("reservoir of cell 1", "reservoir of cell 2", "reservoir of cell 3");
    List<Channel> channels = Contact.channels(contacts);
    assertThat(channels).hasSize(5); // the third is full and only gives
    assertThat(channels.get(4).name()).isEqualTo("reservoir of cell 3: absorption");
    assertThat(channels.get(4).rates()).isEqualTo(ComplexMatrix.diagonal(0.25));
    assertThat(channels.get(3).rates())
        .isEqualTo(ComplexMatrix.diagonal(0.5 * reservoirs.get(1).absorption()));
    assertThat(contacts.get(1).sites()).containsExactly(1);
  }

  /** Rates of absorption over emission, each with its own digits, even where one is 1e-300. */
  @ParameterizedTest
  @CsvSource({"1, 1, 0", "1, 0.05, 8", "20, 0.05, 1", "1, 0.01, 7.9", "10, 1, 8"})
  void ratesObeyDetailedBalance(double frequency, double temperature, double potential) {
    Reservoir fermions = new Reservoir.Fermionic(frequency, temperature, potential);
    assertRatio(Contact.common(THREE, 0.3, fermions), (frequency - potential) / temperature);
    Reservoir bosons = new Reservoir.Bosonic(frequency, temperature);
    assertRatio(Contact.common(THREE, 0.3, bosons), frequency / temperature);
  }

  private static void assertRatio(Contact contact, double exponent) {
    List<Channel> channels = contact.channels();
    // Compared as logarithms; a rounding of the exponent and some of the rates.
    double logRatio =
        StrictMath.log(channels.get(1).rates().re(0, 1))
            - StrictMath.log(channels.get(0).rates().re(0, 1));
    assertThat(logRatio).isCloseTo(-exponent, Rounding.after(50, 1 + StrictMath.abs(exponent)));
  }

  @Test
  void atZeroTemperatureOnlyOneWayIsLeft() {
    Contact bosons = Contact.common(THREE, 1, new Reservoir.Bosonic(1, 0));
    assertThat(bosons.channels())
        .extracting(Channel::name)
        .containsExactly("common reservoir: emission");
    Contact empty = Contact.common(THREE, 1, new Reservoir.Fermionic(1, 0, 0.5));
    assertThat(empty.channels()).extracting(Channel::rates).containsExactly(ones(3, 1));
    Contact full = Contact.common(THREE, 1, new Reservoir.Fermionic(1, 0, 1.5));
    assertThat(full.channels())
        .extracting(Channel::name)
        .containsExactly("common reservoir: absorption");
    assertThat(Contact.common(THREE, 0, WARM).channels()).isEmpty();
  }

  @Test
  void sitesOfAnySizeAreServedByTheirLoweringOperators() {
    Space space = new Space(List.of(3, 2));
    Operator spin = Operator.on(space, 0, SpinOperators.lower(2));
    Operator cell = Operator.on(space, 1, LocalOperator.LOWER);
    Contact contact = new Contact("both", WARM, 1, List.of(spin, cell), Contact.Sharing.COLLECTIVE);
    assertThat(contact.space()).isEqualTo(space);
    assertThat(contact.sites()).containsExactly(0, 1);
    assertThat(contact.channels().get(1).jumps().get(0).matrix())
        .isEqualTo(Operator.on(space, 0, SpinOperators.raise(2)).matrix());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void aRateThatIsNoneIsRefused(double rate) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Contact.common(THREE, rate, WARM))
        .withMessageContaining("rate of the contact 'common reservoir' is " + rate);
  }

  @Test
  void whatTouchesNothingOrTooMuchIsRefused() {
    Contact.Sharing own = Contact.Sharing.EACH_ITS_OWN;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Contact.ofCells("none", WARM, 1, THREE, own))
        .withMessage("The contact 'none' touches no cell; it needs at least one.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Contact.ofCells("far", WARM, 1, THREE, own, 3))
        .withMessageContaining("no site 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Contact.ofCells("twice", WARM, 1, THREE, own, 1, 0, 1))
        .withMessageContaining("names a cell twice, in [1, 0, 1]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Contact.oneEach(THREE, List.of(1.0, 1.0, 1.0), List.of(WARM)))
        .withMessageContaining("3 rates and 1 reservoirs");
    List<Operator> mixed =
        List.of(
            Operator.on(THREE, 0, LocalOperator.LOWER),
            Operator.on(Space.cells(2), 0, LocalOperator.LOWER));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Contact("mixed", WARM, 1, mixed, own))
        .withMessageContaining("different spaces");
  }

  @Test
  void anOperatorThatDoesNotLowerIsRefused() {
    for (LocalOperator local :
        List.of(LocalOperator.RAISE, LocalOperator.SIGMA_X, LocalOperator.SIGMA_Z)) {
      List<Operator> jumps = List.of(Operator.on(THREE, 1, local));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Contact("odd", WARM, 1, jumps, Contact.Sharing.EACH_ITS_OWN))
          .withMessageContaining("of the contact 'odd' does not lower");
    }
  }
}
