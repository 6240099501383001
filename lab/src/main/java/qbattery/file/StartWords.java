package qbattery.file;

import static qbattery.file.CommonWords.COMPLEX;
import static qbattery.file.CommonWords.MATRIX;
import static qbattery.file.CommonWords.NUMBER;
import static qbattery.file.Described.either;
import static qbattery.file.Described.kind;
import static qbattery.file.Described.under;
import static qbattery.file.Described.when;
import static qbattery.file.Described.words;

import java.util.List;
import java.util.Map;
import qbattery.file.Described.Sort;
import qbattery.file.StartSection.BatteryThermal;
import qbattery.file.StartSection.Given;
import qbattery.file.StartSection.Mixture;
import qbattery.file.StartSection.Named;
import qbattery.file.StartSection.Product;
import qbattery.file.StartSection.Pure;
import qbattery.file.StartSection.Settled;
import qbattery.file.StartSection.Sites;
import qbattery.file.StartSection.Thermal;

/** The words of starts and of the states of sites. */
final class StartWords {

  /** How a battery starts. */
  static final Described<StartSection> START = Described.named("start", StartWords::start);

  private StartWords() {}

  /** The same, where nothing leads back to it. */
  static Described<StartSection> start() {
    return either(
        "a start",
        when(Named.class, words("a start", Named.class)),
        when(StartSection.class, Described.cases("a start", kinds())));
  }

  private static List<Sort<? extends StartSection>> kinds() {
    Described<Map<String, SiteSection>> states =
        site().byName("parts with their states", Names.PART, 1000);
    String rest = "The state of each part or site; what is not named is in its ground state.";
    String up = "Of two ensembles: charger up, battery in equilibrium; 0 is down.";
    var matrices = MATRIX.listed("a list of matrices");
    var psi = COMPLEX.listed("a list of amplitudes");
    return List.of(
        kind(Mixture.class, "mixture", NUMBER, "Probability of |e> in every cell."),
        kind(Thermal.class, "thermal", NUMBER, "Temperature of exp(-H0/T)/Z."),
        kind(Sites.class, "sites", states, rest),
        kind(Product.class, "product", matrices, "The density matrix of each site."),
        kind(Pure.class, "pure", psi, "Amplitudes in the product basis."),
        kind(Given.class, "matrix", MATRIX, "The density matrix in the product basis."),
        kind(BatteryThermal.class, "battery temperature", NUMBER, up),
        kind(Settled.class, "settled", START, "Where another start ends up."));
  }

  private static Described<SiteSection> site() {
    return either(
        "the state of a site",
        when(SiteSection.Named.class, words("a state", SiteSection.Named.class)),
        when(SiteSection.class, Described.cases("the state of a site", states())));
  }

  private static List<Sort<? extends SiteSection>> states() {
    return List.of(
        kind(SiteSection.Excitations.class, "excitations", NUMBER, "A Fock or Dicke state."),
        kind(SiteSection.Mixture.class, "mixture", NUMBER, "Probability of |e> of a cell."),
        kind(SiteSection.Coherent.class, "coherent", COMPLEX, "Amplitude of a mode."),
        kind(SiteSection.Thermal.class, "thermal", NUMBER, "Mean number of quanta of a mode."),
        under(
            SiteSection.Direction.class,
            "direction",
            NUMBER
                .listed("[theta, phi]", 2, 2)
                .as(
                    angles -> new SiteSection.Direction(angles.get(0), angles.get(1)),
                    spin -> List.of(spin.theta(), spin.phi())),
            "A spin that points there; theta = 0 is up."),
        kind(SiteSection.Given.class, "matrix", MATRIX, "The density matrix of the site."));
  }
}
