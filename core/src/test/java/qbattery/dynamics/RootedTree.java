package qbattery.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A rooted tree, of which each stands for one order condition of a Runge-Kutta method (Hairer,
 * Norsett, Wanner, Solving Ordinary Differential Equations I, Sec. II.2).
 *
 * @param children the trees that grow from the root
 */
record RootedTree(List<RootedTree> children) {

  /** All different trees with a number of vertices: 1, 1, 2, 4, 9, 20, 48, 115 of them. */
  static List<RootedTree> ofOrder(int vertices) {
    List<RootedTree> smaller = new ArrayList<>();
    for (int order = 1; order < vertices; order++) {
      smaller.addAll(ofOrder(order));
    }
    List<RootedTree> found = new ArrayList<>();
    grow(vertices - 1, 0, smaller, new ArrayList<>(), found);
    return found;
  }

  /** Adds every multiset of branches with so many vertices, in ascending order of branches. */
  private static void grow(
      int left,
      int from,
      List<RootedTree> pool,
      List<RootedTree> branches,
      List<RootedTree> found) {
    if (left == 0) {
      found.add(new RootedTree(List.copyOf(branches)));
    }
    for (int k = from; k < pool.size(); k++) {
      if (pool.get(k).order() <= left) {
        branches.add(pool.get(k));
        grow(left - pool.get(k).order(), k, pool, branches, found);
        branches.remove(branches.size() - 1);
      }
    }
  }

  int order() {
    return 1 + children.stream().mapToInt(RootedTree::order).sum();
  }

  /** The density gamma; a method of this order weighs the tree with its inverse. */
  double density() {
    return children.stream().mapToDouble(RootedTree::density).reduce(order(), (a, b) -> a * b);
  }

  /** What each stage makes of the tree's branches. */
  double[] stageWeights(double[][] a) {
    double[] product = new double[a.length];
    Arrays.fill(product, 1);
    for (RootedTree child : children) {
      double[] inner = child.stageWeights(a);
      for (int i = 0; i < a.length; i++) {
        product[i] *= weigh(a[i], inner);
      }
    }
    return product;
  }

  /** The elementary weight of the tree for the weights b of a step. */
  double elementaryWeight(double[][] a, double[] b) {
    return weigh(b, stageWeights(a));
  }

  private static double weigh(double[] weights, double[] stages) {
    double sum = 0;
    for (int j = 0; j < weights.length; j++) {
      sum += weights[j] * stages[j];
    }
    return sum;
  }
}
