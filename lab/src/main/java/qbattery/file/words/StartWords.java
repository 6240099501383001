package qbattery.file.words;

import static java.util.Map.entry;
import static qbattery.file.words.CommonWords.COMPLEX;
import static qbattery.file.words.CommonWords.MATRIX;
import static qbattery.file.words.CommonWords.NUMBER;
import static qbattery.file.words.CommonWords.whole;
import static qbattery.file.words.Described.choice;
import static qbattery.file.words.Described.either;
import static qbattery.file.words.Described.named;
import static qbattery.file.words.Described.record;
import static qbattery.file.words.Field.is;
import static qbattery.file.words.Field.may;
import static qbattery.file.words.Sort.chosen;
import static qbattery.file.words.Sort.kind;
import static qbattery.file.words.Sort.under;
import static qbattery.file.words.Sort.when;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import qbattery.file.formula.Evaluator;
import qbattery.file.formula.PartKind;
import qbattery.file.formula.PartTable;
import qbattery.file.formula.SiteName;
import qbattery.file.tree.Node;
import qbattery.file.tree.View;
import qbattery.linalg.Complex;
import qbattery.model.InitialState;
import qbattery.model.InitialState.CellState;
import qbattery.model.SiteState;
import qbattery.quantum.AlikeCells;
import qbattery.quantum.Space;
import qbattery.quantum.State;
import qbattery.quantum.StateVector;

/** The words of starts and of the states of sites. */
public final class StartWords {

  private static final String PLUS = "plus";
  private static final String MIXTURE = "mixture";
  private static final String EXCITATIONS = "excitations";
  private static final String DICKE = "dicke";

  /** The state of a larger site is not made only to see whether it is one. */
  public static final int SMALL = 16;

  /** The state of a site. */
  public static final Described<SiteState> SITE = site();

  /** How a battery starts. */
  public static final Described<Start> START = named("start", StartWords::start);

  private StartWords() {}

  /** How a battery starts, as far as its parts tell. */
  public sealed interface Start {}

  /** In a state that is known at once. */
  public record In(InitialState state) implements Start {}

  /** Of two ensembles: the charger up, the battery in equilibrium; 0 is down. */
  public record BatteryThermal(double temperature) implements Start {}

  /** Where another start ends up after infinite time. */
  public record Settled(Start from) implements Start {}

  /** The same, where nothing leads back to it. */
  static Described<Start> start() {
    return either(
        "a start",
        chosen(
            In.class,
            "a start",
            entry("excited", new In(new InitialState.FullyExcited())),
            entry("ground", new In(new InitialState.Ground())),
            entry("plus", new In(new InitialState.Coherent()))),
        when(Start.class, Described.cases("a start", kinds())));
  }

  private static List<Sort<? extends Start>> kinds() {
    Described<InitialState.Sites> sites =
        SITE.waiting()
            .byName("parts with their states", Names.PART, 1000)
            .into((states, values) -> new InitialState.Sites(sites(states, values)));
    Described<InitialState.Pure> psi =
        COMPLEX
            .listed("a list of amplitudes")
            .as(
                (all, values) -> new InitialState.Pure(vector(all, values)),
                StartWords::amplitudes);
    String rest = "The state of each part or site; what is not named is in its ground state.";
    String up = "Of two ensembles: charger up, battery in equilibrium; at 0 it is down.";
    var matrices = MATRIX.listed("a list of matrices");
    return List.of(
        in(
            kind(
                InitialState.Classical.class,
                "mixture",
                NUMBER,
                "p |e><e| + (1 - p) |g><g| in every cell.")),
        in(
            kind(
                InitialState.Thermal.class,
                "thermal",
                NUMBER,
                "exp(-H0/T)/Z at the temperature T.")),
        in(under(InitialState.Sites.class, "sites", sites, rest)),
        in(
            kind(
                InitialState.Product.class,
                "product",
                matrices,
                "The density matrix of each site.")),
        in(under(InitialState.Pure.class, "pure", psi, "Amplitudes in the product basis.")),
        in(
            kind(
                InitialState.Given.class,
                "matrix",
                MATRIX,
                "The density matrix in the product basis.")),
        kind(BatteryThermal.class, "battery temperature", NUMBER, up),
        kind(
            Settled.class,
            "settled",
            START,
            "The limit of another start after a long time, before any stage has begun."));
  }

  private static <S extends InitialState> Sort<In> in(Sort<S> sort) {
    return new Sort<>(
        In.class,
        in -> sort.has(in.state()),
        sort.of().as(In::new, in -> sort.type().cast(in.state())));
  }

  private static StateVector vector(List<Complex> amplitudes, Evaluator values) {
    double[] psi = new double[2 * amplitudes.size()];
    for (int k = 0; k < amplitudes.size(); k++) {
      psi[2 * k] = amplitudes.get(k).re();
      psi[2 * k + 1] = amplitudes.get(k).im();
    }
    return StateVector.of(values.parts().space(), psi);
  }

  private static List<Complex> amplitudes(InitialState.Pure pure) {
    double[] psi = pure.state().amplitudes();
    List<Complex> amplitudes = new ArrayList<>();
    for (int k = 0; k < psi.length; k += 2) {
      amplitudes.add(new Complex(psi[k], psi[k + 1]));
    }
    return amplitudes;
  }

  /** What is not named is in its lowest level; a single site counts more than its part. */
  private static List<SiteState> sites(Map<String, Node> states, Evaluator values) {
    PartTable parts = values.parts();
    List<SiteState> found =
        new ArrayList<>(Collections.nCopies(parts.space().sites(), new SiteState.Lowest()));
    for (boolean single : new boolean[] {false, true}) {
      states.forEach(
          (name, node) -> {
            if (SiteName.of(name).flatMap(SiteName::index).isPresent() == single) {
              for (int site : parts.sites(List.of(name))) {
                found.set(site, site(node, name, site, values));
              }
            }
          });
    }
    return found;
  }

  private static SiteState site(Node node, String name, int site, Evaluator values) {
    Optional<AlikeCells> alike = values.parts().space().alikeCells(site);
    int levels =
        alike
            .map(cells -> cells.cells() + 1)
            .orElse(values.parts().space().localDimensions().get(site));
    Node.Mapping told = node instanceof Node.Mapping mapping ? mapping : Node.mapping(List.of());
    if (told.get(EXCITATIONS).isPresent() && alike.isPresent()) {
      return whole(0, 1).read(View.of(told).node(EXCITATIONS), values) == 1
          ? new SiteState.Highest()
          : new SiteState.Lowest();
    }
    String number = told.get(DICKE).isPresent() ? DICKE : EXCITATIONS;
    if (DICKE.equals(number) && values.parts().space().spins().get(site) == 0) {
      throw new IllegalArgumentException(
          "A Dicke state is one of a spin, or of cells that are alike; '%s' is neither. Of fewer than 8 cells say 'alike: true'."
              .formatted(name));
    }
    SiteState state =
        told.get(number).isPresent()
            ? new SiteState.Excitations(
                whole(0, levels - 1).read(View.of(told).node(number), values))
            : SITE.read(node, values);
    boolean ofCell = told.get(MIXTURE).isPresent() || node.equals(Node.text(PLUS));
    if (ofCell && values.parts().rowOf(site).kind() != PartKind.CELLS) {
      throw new IllegalArgumentException(
          "'%s' is not a two-level cell; plus and mixture are states of cells.".formatted(name));
    }
    if (alike.isPresent()) {
      boolean ofEach = state instanceof SiteState.Given given && given.matrix().rows() == 2;
      return ofEach ? new SiteState.EachCell(((SiteState.Given) state).matrix()) : state;
    }
    if (levels <= SMALL) {
      State.of(new Space(List.of(levels)), state.matrix(levels)); // refuses what is no state
    }
    return state;
  }

  private static Described<SiteState> site() {
    return either(
        "the state of a site",
        new Sort<>(
            SiteState.class,
            s -> s instanceof SiteState.Highest || s instanceof SiteState.Lowest,
            choice(
                "a state",
                entry("excited", new SiteState.Highest()),
                entry("ground", new SiteState.Lowest()),
                entry(PLUS, new SiteState.Given(CellState.PLUS)))),
        when(SiteState.class, Described.cases("the state of a site", states())));
  }

  private static List<Sort<? extends SiteState>> states() {
    Described<SiteState.Given> mixture =
        NUMBER.into(
            p -> new SiteState.Given(CellState.mixture(new InitialState.Classical(p).excited())));
    Described<SiteState.SqueezedMode> squeezed =
        record(
            SiteState.SqueezedMode.class,
            "a squeezed state",
            is(
                "r",
                NUMBER,
                "Strength r: the variance of one quadrature is exp(-2 r) times that of the vacuum."),
            may("angle", NUMBER, "In radians (default: 0, which squeezes the position).", 0.0),
            may("alpha", COMPLEX, "Amplitude of its mean (default: 0).", Complex.ZERO));
    Described<SiteState.CoherentSpin> direction =
        NUMBER
            .listed("[theta, phi]", 2, 2)
            .as(
                angles -> new SiteState.CoherentSpin(angles.get(0), angles.get(1)),
                spin -> List.of(spin.theta(), spin.phi()));
    return List.of(
        kind(
            SiteState.Excitations.class,
            EXCITATIONS,
            whole(0, Integer.MAX_VALUE),
            "A state of so many excitations: a Fock state of a mode, a Dicke state of a spin; 0 or 1 of each cell."),
        new Sort<>(
            SiteState.Excitations.class,
            any -> false, // which is written as excitations
            kind(
                    SiteState.Excitations.class,
                    DICKE,
                    whole(0, Integer.MAX_VALUE),
                    "The symmetric state of so many excitations, of cells that are alike or of a spin.")
                .of()),
        new Sort<>(
            SiteState.Given.class,
            any -> false, // which is written as a matrix
            under(SiteState.Given.class, MIXTURE, mixture, "p |e><e| + (1 - p) |g><g| of a cell.")
                .of()),
        kind(SiteState.CoherentMode.class, "coherent", COMPLEX, "Amplitude of a mode."),
        kind(SiteState.ThermalMode.class, "thermal", NUMBER, "Mean number of quanta of a mode."),
        under(SiteState.SqueezedMode.class, "squeezed", squeezed, "A squeezed state of a mode."),
        under(
            SiteState.CoherentSpin.class,
            "direction",
            direction,
            "A spin that points in a direction; theta = 0 is up."),
        kind(SiteState.Given.class, "matrix", MATRIX, "The density matrix of the site."));
  }
}
