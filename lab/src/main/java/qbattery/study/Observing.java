package qbattery.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import qbattery.dynamics.PreparedMeasure;
import qbattery.dynamics.Quantity;
import qbattery.dynamics.TimeGrid;
import qbattery.dynamics.TimeSeries;
import qbattery.dynamics.Watch;
import qbattery.dynamics.events.Scan;
import qbattery.file.Setup;
import qbattery.measure.Measure;
import qbattery.model.InitialState;
import qbattery.quantum.State;

/** Evolves the model of a file through its segments and measures on the way; keeps no states. */
final class Observing implements Measuring {

  private static final String HIGHEST = "highest levels of the modes";
  private static final String END = "state at the end";

  private final Setup setup;
  private final List<Segment> segments;
  private final List<List<PreparedMeasure>> gauges = new ArrayList<>();
  private final List<PreparedMeasure> highest = new ArrayList<>();
  private final boolean modes;
  private final Headway headway;

  /**
   * Prepares the measures.
   *
   * @throws IllegalArgumentException if one cannot be made
   */
  Observing(Setup setup, List<Segment> segments, Headway headway) {
    this.setup = setup;
    this.headway = headway;
    this.segments = segments;
    List<Integer> sites = Way.modes(setup);
    this.modes = !sites.isEmpty();
    List<Integer> cutOff = Way.modesCutOff(setup);
    for (Segment segment : segments) {
      StageMeasures made = new StageMeasures(segment.measured(), segment.left());
      gauges.add(setup.measures().stream().map(m -> made.of(placed(m))).toList());
      List<Integer> there = cutOff.stream().filter(segment.left()::contains).toList();
      highest.add(
          there.isEmpty()
              ? PreparedMeasure.NONE
              : made.of(
                  new Setup.BuiltMeasure(
                      HIGHEST,
                      Measure.HIGHEST_LEVEL,
                      there,
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      List.of())));
    }
  }

  /** Measures of nothing named are of what stores, of two ensembles of the battery. */
  private Setup.BuiltMeasure placed(Setup.BuiltMeasure measure) {
    boolean named =
        !measure.sites().equals(setup.battery().storageSites()) && !measure.sites().isEmpty();
    if (named || measure.operator().isPresent() || measure.contact().isPresent()) {
      return measure;
    }
    List<Integer> sites =
        setup.ensembles().isPresent() ? List.of(0) : segments.get(0).measured().storageSites();
    return new Setup.BuiltMeasure(
        measure.name(),
        measure.kind(),
        sites,
        measure.operator(),
        measure.contact(),
        measure.number(),
        measure.pairs());
  }

  @Override
  public boolean lasts(int measure) {
    return gauges.stream().noneMatch(g -> g.get(measure).quantities().isEmpty());
  }

  @Override
  public double width(int measure) {
    int last = segments.size() - 1;
    return MeasureWidth.of(
        placed(setup.measures().get(measure)), gauges.get(last).get(measure), segments.get(last));
  }

  @Override
  public double size(int measure) {
    Setup.BuiltMeasure placed = placed(setup.measures().get(measure));
    double largest = 0;
    for (int s = 0; s < segments.size(); s++) {
      largest =
          StrictMath.max(
              largest, MeasureWidth.size(placed, gauges.get(s).get(measure), segments.get(s)));
    }
    return largest;
  }

  @Override
  public String kind() {
    return "state";
  }

  @Override
  public List<PreparedMeasure> last() {
    return gauges.get(gauges.size() - 1);
  }

  @Override
  public Curves at(double[] times, Way way, boolean toTheEnd, Searches searches) {
    headway.begin();
    try {
      return evolved(times, way, toTheEnd, searches);
    } finally {
      headway.end();
    }
  }

  private Curves evolved(double[] times, Way way, boolean toTheEnd, Searches searches) {
    double[][] values = new double[setup.measures().size()][times.length];
    double most = modes ? 0 : Double.NaN;
    Optional<State> state = Optional.empty();
    double last = times[times.length - 1];
    for (int s = 0; s < segments.size(); s++) {
      Segment segment = segments.get(s);
      int[] here = segment.of(times);
      boolean more = s + 1 < segments.size() && (toTheEnd || last > segment.to() * (1 + 1e-12));
      boolean kept = more || (toTheEnd && !Double.isInfinite(segment.to()));
      if (here.length == 0 && !kept) {
        break;
      }
      double[] looks = looks(segment, here, times, kept);
      Part part = new Part(segment, gauges.get(s), highest.get(s), looks);
      Looked looked = part.evolved(state.map(x -> reduced(x, segment)), way, searches);
      for (int q = 0; q < values.length; q++) {
        for (int k = 0; k < here.length; k++) {
          values[q][here[k]] = looked.values.get(q)[k];
        }
      }
      most = StrictMath.max(most, looked.highest); // NaN stays
      state = looked.end;
      if (!more) {
        break;
      }
    }
    return new Curves(times, Arrays.asList(values), most, state);
  }

  private static State reduced(State before, Segment segment) {
    return segment.kept().size() == before.space().sites()
        ? before
        : before.reduced(segment.kept().stream().mapToInt(Integer::intValue).toArray());
  }

  /** The times of a segment by its own clock; with its end if the state there is needed. */
  private static double[] looks(Segment segment, int[] here, double[] times, boolean end) {
    double[] own =
        Arrays.stream(here)
            .mapToDouble(k -> Math.min(times[k] - segment.from(), segment.duration()))
            .toArray();
    boolean there = own.length > 0 && own[own.length - 1] >= segment.duration();
    if (!end || there) {
      return own;
    }
    double[] longer = Arrays.copyOf(own, own.length + 1);
    longer[own.length] = segment.duration();
    return longer;
  }

  private record Looked(List<double[]> values, double highest, Optional<State> end) {}

  /** One segment on its way. */
  private final class Part {

    private final Segment segment;
    private final List<PreparedMeasure> measures;
    private final PreparedMeasure top;
    private final double[] looks;

    Part(Segment segment, List<PreparedMeasure> measures, PreparedMeasure top, double[] looks) {
      this.segment = segment;
      this.measures = measures;
      this.top = top;
      this.looks = looks;
    }

    private boolean endIsLooked() {
      return looks[looks.length - 1] >= segment.duration();
    }

    Looked evolved(Optional<State> start, Way way, Searches searches) {
      TimeGrid times = TimeGrid.of(looks);
      List<Quantity> all = new ArrayList<>();
      measures.forEach(m -> all.addAll(m.quantities()));
      all.addAll(top.quantities());
      List<State> seen = new ArrayList<>();
      if (endIsLooked()) {
        all.add(
            new Quantity.OfState(
                END,
                state -> {
                  seen.clear(); // the last look is the one that stays
                  seen.add(state);
                  return 0;
                }));
      }
      InitialState from = start.<InitialState>map(InitialState.Known::new).orElse(setup.start());
      TimeSeries observed =
          way.evolution(segment.battery(), from, times).observe(all, watches(searches));
      double most = max(top.quantities().isEmpty() ? new double[] {0} : top.values(observed));
      return new Looked(
          measures.stream().map(m -> m.values(observed)).toList(), most, seen.stream().findFirst());
    }

    /** What is looked for in this segment; what has been taken away has no value to look at. */
    private List<Watch> watches(Searches searches) {
      List<Watch> watches = new ArrayList<>();
      for (int q = 0; q < measures.size(); q++) {
        PreparedMeasure gauge = measures.get(q);
        if (!gauge.quantities().isEmpty()) {
          for (Searches.Search search : searches.on(q)) {
            watches.add(
                new Watch(
                    gauge.quantities(),
                    readings -> search.shown(gauge.combine().applyAsDouble(readings)),
                    search.scan(),
                    segment.from()));
          }
        }
      }
      Scan clock = headway.scan(setup.times().last());
      watches.add(new Watch(List.of(), nothing -> 0, clock, segment.from()));
      searches
          .ends()
          .map(ends -> new Watch(List.of(), nothing -> 0, ends, segment.from()))
          .ifPresent(watches::add);
      return watches;
    }
  }

  private static double max(double[] values) {
    return Arrays.stream(values).max().orElse(0);
  }
}
