package qbattery.dynamics;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import qbattery.dynamics.events.EventScan;
import qbattery.model.Battery;
import qbattery.quantum.Operator;
import qbattery.quantum.State;

/**
 * A solution from exponentials of generators that are constant, or jump: any time costs the same,
 * however fast the motion is.
 */
final class ExponentialSolution implements Solution {

  /** Times that are the same but for the rounding of sums. */
  private static final double SAME = 1e-9;

  /** Looks divide a piece into so many parts. */
  private static final int PARTS = EventScan.PLACES - 1;

  /**
   * After so many pieces it is asked how many there will be; of a few numbers they take a second.
   */
  private static final long PATIENCE = 100_000;

  /** Of many numbers, after so many products of these. */
  private static final double PATIENT_PRODUCTS = 1e8;

  /** More pieces are not looked at. */
  private static final double MOST_PIECES = 2e7;

  /** And no more products, which takes some hours. */
  private static final double MOST_PRODUCTS = 1e12;

  private final CoordinateForm form;
  private final List<ConstantPiece> pieces;
  private final List<ConstantMotion> motions;
  private final State initial;
  private final double end;

  /** The carried vector where each piece of constant motion begins. */
  private final List<double[][]> beginnings;

  private final String description;

  private ExponentialSolution(
      CoordinateForm form,
      List<ConstantPiece> pieces,
      List<ConstantMotion> motions,
      State initial,
      double end,
      List<double[][]> beginnings,
      String description) {
    this.form = form;
    this.pieces = pieces;
    this.motions = motions;
    this.initial = initial;
    this.end = end;
    this.beginnings = beginnings;
    this.description = description;
  }

  /**
   * The solution.
   *
   * @param share is told what part of the exponentials is made, from 0 to 1
   * @throws IllegalArgumentException if {@link MethodChoice} has no exponential for the battery
   */
  static ExponentialSolution of(
      Battery battery, State start, double end, Method.Exponential method, DoubleConsumer share) {
    List<ConstantPiece> pieces = MethodChoice.pieces(battery, end);
    List<ConstantGenerator> generators =
        pieces.stream().map(p -> ConstantGenerator.of(p.battery())).toList();
    Coordinates coordinates = MethodChoice.coordinates(battery, start, generators);
    List<ConstantMotion> motions =
        generators.stream().map(g -> new ConstantMotion(g, coordinates, method.grid())).toList();
    CoordinateForm form =
        new CoordinateForm(
            battery.space(),
            coordinates,
            pieces,
            motions.stream().<UnaryOperator<double[]>>map(m -> m::change).toList(),
            motions.get(0).describe());
    List<double[][]> beginnings = new ArrayList<>();
    double[] vector = form.encode(start);
    double work = 0;
    for (int k = 0; k < pieces.size(); k++) {
      work += motions.get(k).work(pieces.get(k).to() - pieces.get(k).from());
    }
    Made made = new Made(work, share);
    for (int k = 0; k < pieces.size(); k++) {
      motions.get(k).prepare(pieces.get(k).to() - pieces.get(k).from(), made);
      double[][] inner = motions.get(k).enter(vector);
      beginnings.add(ConstantMotion.copy(inner));
      if (k + 1 < pieces.size()) {
        motions.get(k).carry(pieces.get(k).to() - pieces.get(k).from(), inner);
        vector = motions.get(k).leave(inner);
      }
    }
    String description = method.description() + "; " + form.description();
    return new ExponentialSolution(form, pieces, motions, start, end, beginnings, description);
  }

  /** Adds up the work that is done, and tells its share of all. */
  private static final class Made implements DoubleConsumer {
    private final double all;
    private final DoubleConsumer share;
    private double done;

    Made(double all, DoubleConsumer share) {
      this.all = all;
      this.share = share;
    }

    @Override
    public void accept(double work) {
      done += work;
      share.accept(StrictMath.min(1, done / all));
    }
  }

  CoordinateForm form() {
    return form;
  }

  /** How closely its states are states. */
  double tolerance() {
    return StrictMath.max(initial.tolerance(), State.TOLERANCE);
  }

  @Override
  public double start() {
    return 0;
  }

  @Override
  public double end() {
    return end;
  }

  /** The piece of constant motion that a time lies in; where one ends, that one. */
  private int pieceAt(double t) {
    int k = 0;
    while (k + 1 < pieces.size() && pieces.get(k).to() < t) {
      k++;
    }
    return k;
  }

  private double[] vectorAt(double t) {
    ExactSolution.requireInside(t, end);
    int k = pieceAt(t);
    double[][] inner = ConstantMotion.copy(beginnings.get(k));
    motions.get(k).carry(t - pieces.get(k).from(), inner);
    return motions.get(k).leave(inner);
  }

  @Override
  public State at(double t) {
    return t == 0 ? initial : form.decode(vectorAt(t), tolerance());
  }

  @Override
  public State reducedAt(double t, int... sites) {
    return form.reduced(vectorAt(t), tolerance(), sites).orElseThrow();
  }

  @Override
  public DoubleUnaryOperator expectation(Operator operator) {
    ToDoubleFunction<double[]> reading = form.reading(operator);
    return t -> reading.applyAsDouble(vectorAt(t));
  }

  @Override
  public StateDerivative derivativeAt(double t) {
    double[] vector = vectorAt(t);
    double[] rate = new double[vector.length];
    Generator generator = form.generator();
    generator.apply(Generator.leftOf(t, generator.stops()), vector, rate);
    return new StateDerivative(form.decode(vector, tolerance()), form.derivative(vector, rate));
  }

  @Override
  public double[] nodes() {
    List<Double> nodes = new ArrayList<>();
    nodes.add(0.0);
    walk(step -> nodes.add(step.end()), form::allSets);
    return nodes.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The sets of coordinates that are read by what is still searched for. */
  Supplier<BitSet> looks(List<Watch> watches) {
    List<BitSet> read = new ArrayList<>();
    for (Watch watch : watches) {
      BitSet sets = watch.quantities().isEmpty() ? form.allSets() : new BitSet();
      watch.quantities().forEach(q -> sets.or(form.setsOf(q)));
      read.add(sets);
    }
    return () -> {
      BitSet sets = new BitSet();
      for (int w = 0; w < read.size(); w++) {
        if (watches.get(w).scan().looksClosely()) {
          sets.or(read.get(w));
        }
      }
      return sets;
    };
  }

  /**
   * Shows the solution as steps, as an integrator does.
   *
   * @param observer is shown each step, in order
   * @param looks the sets of coordinates whose course a few looks at a step are still to tell; with
   *     none a step goes to the end of a constant motion
   * @throws IllegalArgumentException if that takes too many steps
   */
  void walk(Consumer<DenseStep> observer, Supplier<BitSet> looks) {
    long count = 0;
    double products = PARTS * form.products();
    double patience = StrictMath.min(PATIENCE, PATIENT_PRODUCTS / products);
    double most = StrictMath.min(MOST_PIECES, MOST_PRODUCTS / products);
    for (int k = 0; k < beginnings.size(); k++) {
      ConstantPiece piece = pieces.get(k);
      ConstantMotion motion = motions.get(k);
      double lasts = piece.to() - piece.from();
      double[][] inner = ConstantMotion.copy(beginnings.get(k));
      double now = 0;
      while (now < lasts) {
        BitSet sets = looks.get();
        double length = sets.isEmpty() ? lasts - now : motion.piece(now, sets);
        if (++count > patience && (lasts - now) / length > most) {
          throw new IllegalArgumentException(
              "From time %.6g to %.6g the state turns or decays about %.1g times, and what is searched for (a peak, a crossing, a half-life) may be in each of them. Ask for values at times alone (at), or for an earlier last time."
                  .formatted(piece.from() + now, piece.to(), (lasts - now) / length));
        }
        boolean last = !(now + length < lasts);
        double until = last ? lasts : now + length;
        double part = (until - now) / PARTS;
        double[][][] places = new double[last && sets.isEmpty() ? 1 : EventScan.PLACES][][];
        places[0] = ConstantMotion.copy(inner);
        for (int i = 1; i < places.length; i++) {
          motion.carry(part, inner);
          places[i] = ConstantMotion.copy(inner);
        }
        observer.accept(new Step(k, now, until, places));
        now = until;
      }
    }
  }

  /** A piece of the walk. */
  private final class Step implements DenseStep {

    private final int piece;
    private final double from;
    private final double until;
    private final double[][][] places;

    Step(int piece, double from, double until, double[][][] places) {
      this.piece = piece;
      this.from = from;
      this.until = until;
      this.places = places;
    }

    @Override
    public double start() {
      return pieces.get(piece).from() + from;
    }

    @Override
    public double end() {
      return until == pieces.get(piece).to() - pieces.get(piece).from()
          ? pieces.get(piece).to()
          : pieces.get(piece).from() + until;
    }

    @Override
    public void evaluate(double t, double[] x) {
      ConstantMotion motion = motions.get(piece);
      double own = StrictMath.min(until, StrictMath.max(from, t - pieces.get(piece).from()));
      double share = places.length == 1 ? 0 : (own - from) / (until - from) * PARTS;
      int near = (int) StrictMath.rint(share);
      if (StrictMath.abs(share - near) <= SAME && places.length > 1) {
        put(motion.leave(places[near]), x);
        return;
      }
      int before = (int) StrictMath.min(places.length - 1.0, StrictMath.floor(share));
      double[][] inner = ConstantMotion.copy(places[before]);
      double there = from + (until - from) * before / PARTS;
      motion.carry(StrictMath.max(0, own - there), inner);
      put(motion.leave(inner), x);
    }

    @Override
    public void evaluateWritten(double t, double[] x) {
      ConstantMotion motion = motions.get(piece);
      double[][] inner = ConstantMotion.copy(beginnings.get(piece));
      motion.carry(StrictMath.max(0, t - pieces.get(piece).from()), inner);
      put(motion.leave(inner), x);
    }

    private void put(double[] vector, double[] x) {
      System.arraycopy(vector, 0, x, 0, x.length);
    }

    @Override
    public DenseStep copy() {
      return this;
    }
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public SolverStatistics statistics() {
    return new SolverStatistics(0, 0, 0);
  }
}
