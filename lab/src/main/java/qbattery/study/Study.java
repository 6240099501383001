package qbattery.study;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import qbattery.dynamics.TimeGrid;
import qbattery.experiment.Ensemble;
import qbattery.experiment.Experiment;
import qbattery.experiment.Laboratory;
import qbattery.experiment.PointSeed;
import qbattery.experiment.Runner;
import qbattery.file.Reading;
import qbattery.file.Setup;
import qbattery.file.Sweep;
import qbattery.file.words.BatteryFile;
import qbattery.file.words.Convergence;
import qbattery.file.words.Realisations;
import qbattery.report.Numbers;

/**
 * What a battery file asks for: a model at each place of a sweep, in each realisation of what is
 * left to chance, evolved and measured.
 *
 * <p>Places are counted from 0 with the last parameter of the sweep running fastest.
 */
public final class Study {

  /** Does a piece of work, and may tell of it. */
  @FunctionalInterface
  public interface Pieces {

    /**
     * Does it.
     *
     * @param name what it is, in a few words
     * @param work the work
     * @return its result
     */
    Ensemble carryOut(String name, Supplier<Ensemble> work);
  }

  private static final String SEED = "seed ";

  private static final Pattern IN_BRACES = Pattern.compile("\\{([A-Za-z_]\\w*)\\}");

  /** Realisations whose steps tell how closely the mean curve is followed. */
  private static final int TRIED = 3;

  private final Reading reading;
  private final Errors errors;
  private final List<Reading.SweptAxis> axes;
  private final List<Map<String, Double>> places;
  private final RowLayout layout;
  private final Map<Integer, InnerTimes> inner = new ConcurrentHashMap<>();

  /** The point at the first place, in the middle of what is drawn. */
  private final PointRun middle;

  private final Headway headway;

  private Study(
      Reading reading,
      Errors errors,
      List<Reading.SweptAxis> axes,
      List<Map<String, Double>> places,
      RowLayout layout,
      PointRun middle,
      Headway headway) {
    this.reading = reading;
    this.errors = errors;
    this.axes = axes;
    this.places = places;
    this.layout = layout;
    this.middle = middle;
    this.headway = headway;
  }

  /**
   * The study of a file, with errors where they take little.
   *
   * @param reading the file
   * @return the study
   * @throws IllegalArgumentException if something in it cannot be computed; the sentence says where
   */
  public static Study of(Reading reading) {
    return of(reading, Errors.USUAL);
  }

  /**
   * The study of a file.
   *
   * @param reading the file
   * @param errors which points are computed in a second way
   * @return the study
   * @throws IllegalArgumentException as above
   */
  public static Study of(Reading reading, Errors errors) {
    return of(reading, errors, Laboratory.USUAL_LONGEST);
  }

  /**
   * The study of a file whose evolutions may take some time.
   *
   * @param reading the file
   * @param errors which points are computed in a second way
   * @param most an evolution that would take longer is not gone on with
   * @return the study
   * @throws IllegalArgumentException as above
   */
  public static Study of(Reading reading, Errors errors, Duration most) {
    Sweep sweep = reading.sweep();
    List<Map<String, Double>> places = sweep.places();
    BatteryFile file = reading.file();
    boolean own = reading.timesDependOnPlace();
    Setup first = reading.setup(places.get(0), () -> 0.5);
    double[] times = first.times().toArray();
    List<Double> names =
        own
            ? IntStream.rangeClosed(1, times.length).mapToObj(k -> (double) k).toList()
            : Arrays.stream(times).boxed().toList();
    RowLayout layout =
        new RowLayout(
            file.measures(),
            file.results(),
            names,
            own,
            reading.isRandom() ? sampled(first) : List.of());
    Headway headway = new Headway(most);
    // refuses what cannot be measured, before anything is computed
    PointRun middle = new PointRun(first, layout, headway);
    Study study = new Study(reading, errors, sweep.axes(), places, layout, middle, headway);
    study.requireMemory(InnerTimes.NONE);
    return study;
  }

  /**
   * The study of what is asked for alone, whose numbers are the same, bit for bit. Of realisations
   * all is computed: figures and claims share them.
   *
   * @param names measures and results; other names are of no account
   * @return this, where all is asked for, or where what is asked decides how it is computed
   */
  public Study asking(Set<String> names) {
    BitSet results = new BitSet();
    BitSet measures = new BitSet();
    for (int r = 0; r < layout.results().size(); r++) {
      if (names.contains(layout.results().get(r))) {
        middle.withBounds(r).forEach(results::set);
      }
    }
    results.stream().map(middle::measureOf).filter(q -> q >= 0).forEach(measures::set);
    for (int q = 0; q < layout.measures().size(); q++) {
      if (names.contains(layout.measures().get(q))) {
        measures.set(q);
      }
    }
    if (measures.isEmpty()) {
      measures.set(0); // a file has one
    }
    boolean all =
        measures.cardinality() == layout.measures().size()
            && results.cardinality() == layout.results().size();
    PointRun some = all ? middle : middle.asking(measures, results);
    return all || reading.isRandom() || !some.kind().equals(middle.kind())
        ? this
        : new Study(
            reading.asking(measures, results),
            errors,
            axes,
            places,
            layout.only(measures, results),
            some,
            headway);
  }

  /** The measures whose mean curve has results that are not the means of the results. */
  private static List<Integer> sampled(Setup model) {
    List<String> measures = model.measures().stream().map(Setup.BuiltMeasure::name).toList();
    return model.results().stream()
        .filter(r -> !r.kind().isLinear())
        .map(r -> measures.indexOf(r.measure()))
        .distinct()
        .toList();
  }

  /** All rows are held at once; half of the memory may go to them. */
  private void requireMemory(InnerTimes inner) {
    int width = layout.width(inner);
    double bytes = (double) Double.BYTES * width * realisations() * places.size();
    double most = Runtime.getRuntime().maxMemory() / 2.0;
    if (bytes > most) {
      throw new IllegalArgumentException(
          "%d places with %d realisations of %d numbers take %.0f MB; at most %.0f MB, half of the memory that Java has, can be held. Take fewer places, times or realisations, or give more memory, as in QB_JAVA_OPTS=-Xmx8g ./qb ..."
              .formatted(places.size(), realisations(), width, bytes / 1e6, most / 1e6));
    }
  }

  /**
   * The file.
   *
   * @return as it was read
   */
  public Reading reading() {
    return reading;
  }

  /**
   * Which points are computed in a second way.
   *
   * @return as it was chosen
   */
  public Errors errors() {
    return errors;
  }

  /**
   * How many numbers a point has.
   *
   * @return their number, without those at inner times that results of mean curves ask for
   */
  public int width() {
    return layout.width(InnerTimes.NONE);
  }

  /**
   * How far the points that are being computed are.
   *
   * @return it is told by all threads
   */
  public Headway headway() {
    return headway;
  }

  /**
   * The swept parameters.
   *
   * @return at most two
   */
  public List<Reading.SweptAxis> axes() {
    return axes;
  }

  /**
   * The places of the sweep.
   *
   * @return name -> value of each swept parameter; one place without any if nothing is swept
   */
  public List<Map<String, Double>> places() {
    return places;
  }

  /**
   * How many realisations the file asks for at each place.
   *
   * @return their number; 1 without chance
   */
  public int realisations() {
    return reading.ensemble().map(Realisations::realisations).orElse(1);
  }

  long seed() {
    return reading.ensemble().map(Realisations::seed).orElse(0L);
  }

  RowLayout layout() {
    return layout;
  }

  /** The model at a place. */
  Setup setup(int place, DoubleSupplier deviates) {
    return reading.setup(places.get(place), deviates);
  }

  /** The model at the first place, in the middle of what is drawn. */
  Setup model() {
    return middle.setup();
  }

  /** The point of a place in the middle of what is drawn. */
  PointRun middle(int place) {
    return place == 0 ? middle : point(place, () -> 0.5);
  }

  /** A point, made ready. */
  PointRun point(int place, DoubleSupplier deviates) {
    Setup setup = setup(place, deviates);
    if (setup.times().count() != layout.count()) {
      throw new IllegalArgumentException(
          "%s: there are %d times at %s, but %d at the first place of the sweep; their number must be the same everywhere."
              .formatted(reading.name(), setup.times().count(), placeName(place), layout.count()));
    }
    return new PointRun(setup, layout, headway);
  }

  /** What a realisation is drawn from. */
  DoubleSupplier deviates(int place, int realisation) {
    String stream = stream(place);
    String source = stream.startsWith(SEED) ? "battery file, " + stream : stream;
    UniformRandomProvider generator = PointSeed.of(source, realisation).generator();
    return generator::nextDouble;
  }

  /**
   * What the random numbers of a place depend on, beside the realisation.
   *
   * @param place the place of the sweep
   * @return the seed in words, or the text of the file with values for the names in it
   */
  public String stream(int place) {
    Optional<String> text = reading.ensemble().flatMap(Realisations::stream);
    return text.map(
            t ->
                IN_BRACES
                    .matcher(t)
                    .replaceAll(
                        name ->
                            Matcher.quoteReplacement(
                                Numbers.brief(
                                    reading.parameter(name.group(1), places.get(place))))))
        .orElse(SEED + seed());
  }

  /**
   * When realisations at a place are measured for results of their mean curve. The first ones tell,
   * however many are asked for: how far the others are from what these times show is in the errors.
   */
  InnerTimes inner(int place) {
    return layout.sampled().isEmpty()
        ? InnerTimes.NONE
        : inner.computeIfAbsent(place, this::innerOfFirst);
  }

  private InnerTimes innerOfFirst(int place) {
    List<PointRun.Pace> paces =
        IntStream.range(0, TRIED)
            .mapToObj(realisation -> pace(place, realisation))
            .flatMap(Optional::stream)
            .toList();
    InnerTimes times = paces.isEmpty() ? InnerTimes.NONE : InnerTimes.of(paces);
    requireMemory(times);
    return times;
  }

  /** How fast a realisation moves; nothing if it does not, or fails: as a point it fails again. */
  private Optional<PointRun.Pace> pace(int place, int realisation) {
    try {
      return point(place, deviates(place, realisation)).pace();
    } catch (IllegalArgumentException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** The model of a second way: with more levels in its modes, if it has any. */
  sealed interface Second {}

  /** It has no modes, or no second way is asked for. */
  record AsItIs() implements Second {}

  /**
   * With more levels.
   *
   * @param point the point
   */
  record Wider(PointRun point) implements Second {}

  /** With more levels it is refused, such as where a start is given by its amplitudes. */
  record NotWider() implements Second {}

  /**
   * The model of a second way. With a section for the check of cutoffs it has as many more levels
   * as that says.
   */
  Second wider(PointRun point, int place, DoubleSupplier deviates) {
    int usual = Way.moreLevels(point.setup());
    if (usual == 0) {
      return new AsItIs();
    }
    int more = reading.convergence().map(Convergence::moreLevels).orElse(usual);
    try {
      Setup larger = reading.withMoreLevels(more).setup(places.get(place), deviates);
      return new Wider(new PointRun(larger, layout, headway));
    } catch (IllegalArgumentException refused) {
      return new NotWider();
    }
  }

  /** What a place is called. */
  String placeName(int place) {
    return Sweep.words(places.get(place));
  }

  /**
   * The experiments that this is: one of all places without chance, one for each place with chance.
   *
   * @return the experiments, each with as many rows as {@link #rows} says
   */
  public List<Experiment> experiments() {
    return reading.isRandom()
        ? IntStream.range(0, places.size())
            .mapToObj(p -> (Experiment) new PointsOf(this, p))
            .toList()
        : List.of(new PointsOf(this, PointsOf.ALL));
  }

  /**
   * The experiment that a text describes. The identity of each of {@link #experiments} is such a
   * text, so that rows can be computed on another machine, or from a store alone.
   *
   * @param identity the identity
   * @return an experiment whose rows are the same, bit for bit
   * @throws IllegalArgumentException if the text is none, or of another version of the program
   */
  public static Experiment experiment(String identity) {
    return PointsOf.read(identity);
  }

  /**
   * How many rows each experiment has as the file asks for it.
   *
   * @return realisations with chance, places without
   */
  public int rows() {
    return reading.isRandom() ? realisations() : places.size();
  }

  /**
   * Carries the study out.
   *
   * @param laboratory where
   * @return what came out
   */
  public Outcome run(Laboratory laboratory) {
    return run(laboratory, (name, work) -> work.get());
  }

  /**
   * Carries the study out piece by piece.
   *
   * @param laboratory where
   * @param pieces does each piece, one after the other
   * @return what came out
   */
  public Outcome run(Laboratory laboratory, Pieces pieces) {
    List<List<double[]>> rows = new ArrayList<>();
    List<String> counts = new ArrayList<>();
    for (Experiment experiment : experiments()) {
      PointsOf points = (PointsOf) experiment;
      if (points.place() == PointsOf.ALL) {
        Ensemble all =
            pieces.carryOut(reading.file().name(), () -> laboratory.exactly(points, places.size()));
        all.rows().forEach(row -> rows.add(List.of(row)));
      } else {
        String where = Sweep.at(places.get(points.place()));
        try {
          Ensemble some =
              pieces.carryOut(
                  reading.file().name() + where,
                  () ->
                      points.areAlike()
                          ? laboratory.exactly(points, 1)
                          : laboratory.ensemble(points, realisations(), points.asked()));
          rows.add(
              points.areAlike()
                  ? Collections.nCopies(realisations(), some.rows().get(0))
                  : some.rows());
          counts.add(points.areAlike() ? "one realisation, all are alike" : some.inWords());
        } catch (Runner.PointFailedException e) {
          if (places.size() == 1 || !(e.getCause() instanceof RuntimeException why)) {
            throw e;
          }
          rows.add(
              List.of(
                  layout.failed(
                      Completion.of(why), InnerTimes.NONE))); // the other places are worth having
          counts.add("%s: %s".formatted(where.strip(), e.getMessage()));
        }
      }
    }
    return new Outcome(this, rows, counts);
  }

  /**
   * What the model at the first place would be computed in, and what memory it would take.
   *
   * @return one sentence for each stage
   * @throws IllegalArgumentException if the form does not serve it
   */
  public List<String> plan() {
    Setup first = middle.setup();
    Setup last = middle(places.size() - 1).setup();
    return last.dimension() > first.dimension()
        ? plan(last).stream().map(line -> "at the last place of the sweep " + line).toList()
        : plan(first);
  }

  private static List<String> plan(Setup setup) {
    List<String> plan = new ArrayList<>();
    if (EnsembleObserving.needed(setup)) {
      return List.of(
          "two ensembles, %d levels in their symmetric multiplets; each multiplet by itself in blocks by number of excitations, energies alone on ladders of total spin, steady values in closed form"
              .formatted(setup.dimension()));
    }
    for (Segment segment : Segment.of(setup)) {
      String what = segment.name().isEmpty() ? "" : "stage '%s': ".formatted(segment.name());
      boolean first = segment.from() == 0 && segment.left().size() == segment.kept().size();
      plan.add(
          "%s%d %s, %d levels; %s"
              .formatted(
                  what,
                  segment.battery().space().sites(),
                  segment.battery().space().sites() == 1 ? "site" : "sites",
                  segment.battery().space().dimension(),
                  first
                      ? Way.of(setup)
                          .evolution(
                              segment.battery(),
                              setup.start(),
                              TimeGrid.of(Math.min(setup.times().last(), segment.duration())))
                          .plan()
                      : "from where the stage before ended; "
                          + setup.method().description()
                          + ", or an exponential where an integrator would take too many steps"));
    }
    return plan;
  }

  /**
   * Computes a point that stands for all, to see how long one takes: of a sweep one after the other
   * from the last on, with chance one realisation after the other at the last place.
   *
   * @param number the number of the sample, from 0
   * @return its row
   */
  public double[] sampleRow(int number) {
    List<Experiment> experiments = experiments();
    int row = reading.isRandom() ? 1 + number : rows() - 1 - number % rows();
    return experiments.get(experiments.size() - 1).row(row);
  }
}
