package qbattery.report.figure;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the lines of one level on a grid by marching squares, and joins their pieces.
 *
 * <p>Each square of four neighbouring points holds up to two straight pieces, from side to side,
 * where the level lies between the values at the ends of the side, interpolated linearly. In a
 * square whose diagonals disagree the mean of the four decides. Squares with a missing value hold
 * no piece.
 */
final class ContourTracer {
  private final double[] x;
  private final double[] y;
  private final double[][] z;
  private final double level;

  /** Which sides a piece joins, by number: 2 (j nx + i), plus 1 for a side that goes up. */
  private final Map<Integer, List<Integer>> joined = new LinkedHashMap<>();

  private final Path2D path = new Path2D.Double();

  private ContourTracer(double[] x, double[] y, double[][] z, double level) {
    this.x = x;
    this.y = y;
    this.z = z;
    this.level = level;
  }

  /**
   * Returns the lines of a level of a map in parts of the lengths of its axes. They run to the
   * outer edges of the outermost cells, in which the values do not change any more.
   */
  static Path2D of(HeatMap map, double level) {
    double[][] inner = map.grid().z();
    double[][] z = new double[inner.length + 2][inner[0].length + 2];
    for (int i = 0; i < z.length; i++) {
      double[] row = inner[clamp(i - 1, inner.length - 1)];
      for (int j = 0; j < z[i].length; j++) {
        z[i][j] = map.z().scaled(row[clamp(j - 1, row.length - 1)]);
      }
    }
    return of(
        CellEdges.of(map.grid().x(), map.x()).pointsToEdges(),
        CellEdges.of(map.grid().y(), map.y()).pointsToEdges(),
        z,
        map.z().scaled(level));
  }

  /** Returns the lines of a level of the values {@code z[ix][iy]}. */
  static Path2D of(double[] x, double[] y, double[][] z, double level) {
    ContourTracer tracer = new ContourTracer(x, y, z, level);
    for (int j = 0; j + 1 < y.length; j++) {
      for (int i = 0; i + 1 < x.length; i++) {
        tracer.addSquare(i, j);
      }
    }
    tracer.follow();
    return tracer.path;
  }

  private static int clamp(int index, int last) {
    return Math.max(0, Math.min(index, last));
  }

  private void addSquare(int i, int j) {
    double sum = z[i][j] + z[i + 1][j] + z[i + 1][j + 1] + z[i][j + 1];
    if (Double.isNaN(sum) || Double.isNaN(level)) {
      return;
    }
    boolean a = z[i][j] >= level;
    boolean b = z[i + 1][j] >= level;
    boolean c = z[i + 1][j + 1] >= level;
    boolean d = z[i][j + 1] >= level;
    int bottom = across(i, j);
    int right = up(i + 1, j);
    int top = across(i, j + 1);
    int left = up(i, j);
    if (a == c && b == d && a != b) {
      boolean likeA = sum / 4 >= level == a;
      join(bottom, likeA ? right : left);
      join(top, likeA ? left : right);
      return;
    }
    List<Integer> crossed = new ArrayList<>();
    addIf(a != b, bottom, crossed);
    addIf(b != c, right, crossed);
    addIf(c != d, top, crossed);
    addIf(d != a, left, crossed);
    if (!crossed.isEmpty()) {
      join(crossed.get(0), crossed.get(1));
    }
  }

  private static void addIf(boolean crosses, int side, List<Integer> crossed) {
    if (crosses) {
      crossed.add(side);
    }
  }

  private int across(int i, int j) {
    return 2 * (j * x.length + i);
  }

  private int up(int i, int j) {
    return across(i, j) + 1;
  }

  private void join(int one, int other) {
    joined.computeIfAbsent(one, side -> new ArrayList<>()).add(other);
    joined.computeIfAbsent(other, side -> new ArrayList<>()).add(one);
  }

  /** Follows the lines that end somewhere from their ends; those left over are closed. */
  private void follow() {
    for (int side : List.copyOf(joined.keySet())) {
      if (ways(side) == 1) {
        follow(side, false);
      }
    }
    for (int side : List.copyOf(joined.keySet())) {
      if (ways(side) == 2) {
        follow(side, true);
      }
    }
  }

  private int ways(int side) {
    return joined.getOrDefault(side, List.of()).size();
  }

  private void follow(int start, boolean closed) {
    path.moveTo(placeX(start), placeY(start));
    int at = start;
    while (ways(at) > 0) {
      int next = joined.getOrDefault(at, List.of()).get(0);
      remove(at, next);
      remove(next, at);
      at = next;
      if (!closed || at != start) {
        path.lineTo(placeX(at), placeY(at));
      }
    }
    if (closed) {
      path.closePath();
    }
  }

  private void remove(int side, int other) {
    List<Integer> ways = joined.getOrDefault(side, List.of());
    ways.remove(Integer.valueOf(other));
  }

  private double placeX(int side) {
    int i = side / 2 % x.length;
    int j = side / 2 / x.length;
    return side % 2 != 0 ? x[i] : x[i] + part(z[i][j], z[i + 1][j]) * (x[i + 1] - x[i]);
  }

  private double placeY(int side) {
    int i = side / 2 % x.length;
    int j = side / 2 / x.length;
    return side % 2 == 0 ? y[j] : y[j] + part(z[i][j], z[i][j + 1]) * (y[j + 1] - y[j]);
  }

  private double part(double from, double to) {
    return (level - from) / (to - from);
  }
}
