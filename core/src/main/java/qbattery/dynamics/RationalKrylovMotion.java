package qbattery.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import qbattery.linalg.Pair;
import qbattery.linalg.SparsePairMatrix;
import qbattery.model.Battery;
import qbattery.quantum.State;

/**
 * A motion under generators that are constant, or jump, by {@link RationalKrylovSteps} on the
 * {@link Coordinates} that can be reached.
 */
final class RationalKrylovMotion {

  private final State initial;
  private final List<ConstantPiece> pieces;
  private final List<ConstantGenerator> generators;
  private final List<SparsePairMatrix> matrices;
  private final Coordinates coordinates;
  private final CoordinateForm form;
  private final Method.RationalKrylov method;

  private RationalKrylovMotion(
      Battery battery,
      State initial,
      List<ConstantPiece> pieces,
      List<ConstantGenerator> generators,
      Coordinates coordinates,
      Method.RationalKrylov method) {
    this.initial = initial;
    this.pieces = pieces;
    this.generators = generators;
    this.coordinates = coordinates;
    this.method = method;
    this.matrices = generators.stream().map(g -> matrix(g, coordinates)).toList();
    List<UnaryOperator<double[]>> changes = new ArrayList<>();
    for (int k = 0; k < matrices.size(); k++) {
      changes.add(change(matrices.get(k), generators.get(k).exponent()));
    }
    this.form =
        new CoordinateForm(
            battery.space(),
            coordinates,
            pieces,
            changes,
            "%d real coordinates".formatted(coordinates.count()));
  }

  /**
   * The motion.
   *
   * @throws IllegalArgumentException if the battery has a drive that changes other than by jumps,
   *     or too many coordinates can be reached
   */
  static RationalKrylovMotion of(
      Battery battery, State start, double end, Method.RationalKrylov method) {
    List<ConstantPiece> pieces = MethodChoice.pieces(battery, end);
    List<ConstantGenerator> generators =
        pieces.stream().map(p -> ConstantGenerator.of(p.battery())).toList();
    Coordinates coordinates = MethodChoice.reached(battery, start, generators);
    return new RationalKrylovMotion(battery, start, pieces, generators, coordinates, method);
  }

  /** The generator on its coordinates, in its own unit of time. */
  static SparsePairMatrix matrix(ConstantGenerator generator, Coordinates c) {
    List<Map<Integer, Pair>> columns = new ArrayList<>();
    for (int id : c.ids()) {
      Map<Integer, Pair> column = new TreeMap<>();
      Coordinates.column(generator, c.dimension(), id)
          .forEach((row, value) -> column.put(Arrays.binarySearch(c.ids(), row), value));
      columns.add(column);
    }
    return new SparsePairMatrix(columns);
  }

  private static UnaryOperator<double[]> change(SparsePairMatrix matrix, int exponent) {
    return x -> {
      double[] change = new double[x.length];
      matrix.apply(x, change);
      for (int i = 0; i < change.length; i++) {
        change[i] = StrictMath.scalb(change[i], exponent);
      }
      return change;
    };
  }

  /** The start in the form in which it moves. */
  Prepared prepared() {
    return new Prepared(
        form,
        () -> form.encode(initial),
        () -> initial,
        initial.tolerance(),
        "rates and times far apart");
  }

  /**
   * Carries a vector from time 0 on and shows every step.
   *
   * @param start the vector at time 0
   * @param end until when
   * @param observer is shown each step, in order
   * @return what it took
   */
  SolverStatistics integrate(double[] start, double end, Consumer<DenseStep> observer) {
    double[] x = start.clone();
    long accepted = 0;
    long rejected = 0;
    long solved = 0;
    for (int k = 0; k < pieces.size() && pieces.get(k).from() < end; k++) {
      ConstantGenerator generator = generators.get(k);
      RationalKrylovSteps steps =
          new RationalKrylovSteps(
              matrices.get(k),
              generator.exponent(),
              ConstantMotion.speed(generator, coordinates),
              method);
      steps.carry(x, pieces.get(k).from(), StrictMath.min(end, pieces.get(k).to()), observer);
      SolverStatistics statistics = steps.statistics();
      accepted += statistics.steps();
      rejected += statistics.rejected();
      solved += statistics.evaluations();
    }
    return new SolverStatistics(accepted, rejected, solved);
  }
}
