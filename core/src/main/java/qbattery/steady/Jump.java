package qbattery.steady;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.DisjointSets;
import qbattery.linalg.HermitianEigen;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.quantum.Operator;

/**
 * One jump operator of a diagonal form of the master equation, with its rate.
 *
 * @param rate its rate, positive
 * @param operator the operator
 * @param given whether it stands so in the model; else it came out of a diagonalisation
 */
record Jump(double rate, Operator operator, boolean given) {

  /**
   * Rates of a diagonalised matrix below this, relative to its largest and for each row, are
   * rounding: some units in the last place of its elements.
   */
  private static final double ROUNDING = 1e-15;

  /** Rates between rounding and this could be either. */
  private static final double FAINT = 1e-11;

  /**
   * The jumps of a battery.
   *
   * @param jumps the jumps
   * @param faint a sentence about a rate that cannot be told from zero, if there is one
   */
  record All(List<Jump> jumps, Optional<String> faint) {
    All {
      jumps = List.copyOf(jumps);
    }
  }

  /** Rates that stand alone in their row are taken as they are, others diagonalised. */
  static All of(Battery battery) {
    List<Jump> jumps = new ArrayList<>();
    Optional<String> faint = Optional.empty();
    for (Channel channel : battery.channels()) {
      for (List<Integer> block : blocks(channel.rates())) {
        Optional<String> found = add(channel, block, jumps);
        faint = faint.or(() -> found);
      }
    }
    return new All(jumps, faint);
  }

  private static Optional<String> add(Channel channel, List<Integer> block, List<Jump> jumps) {
    int m = block.size();
    if (m == 1) {
      double rate = channel.rates().re(block.get(0), block.get(0));
      if (rate > 0 && channel.jumps().get(block.get(0)).sparse().maxAbs() > 0) {
        jumps.add(new Jump(rate, channel.jumps().get(block.get(0)), true));
      }
      return Optional.empty();
    }
    HermitianEigen eigen =
        HermitianEigen.of(
            ComplexMatrix.generate(
                m, m, (i, j) -> channel.rates().get(block.get(i), block.get(j))));
    double largest = eigen.values()[m - 1];
    Optional<String> faint =
        faintElement(channel, block, largest).or(() -> faintPart(channel, block));
    for (int k = 0; k < m; k++) {
      double rate = eigen.values()[k];
      if (rate <= m * ROUNDING * largest) {
        continue;
      }
      if (rate <= FAINT * largest) {
        faint =
            Optional.of(
                "The rate matrix of channel '%s' has the eigenvalue %.2e beside %.2e, which cannot be told from zero."
                    .formatted(channel.name(), rate, largest));
      }
      Operator sum = Operator.zero(channel.space());
      for (int i = 0; i < m; i++) {
        Complex amplitude = eigen.vectors().get(i, k);
        sum = sum.plus(channel.jumps().get(block.get(i)).times(amplitude));
      }
      if (sum.sparse().maxAbs() > 0) {
        jumps.add(new Jump(rate, sum, false));
      }
    }
    return faint;
  }

  /** An element so small that it is lost in the diagonalisation. */
  private static Optional<String> faintElement(
      Channel channel, List<Integer> block, double largest) {
    for (int i : block) {
      for (int j : block) {
        double size = channel.rates().get(i, j).abs();
        if (size > 0 && size <= FAINT * largest) {
          return Optional.of(
              "The rate matrix of channel '%s' has the element %.2e beside the eigenvalue %.2e, which cannot be told from zero."
                  .formatted(channel.name(), size, largest));
        }
      }
    }
    return Optional.empty();
  }

  /** Operators with a part so weak that it is lost in the sums which the diagonalisation makes. */
  private static Optional<String> faintPart(Channel channel, List<Integer> block) {
    double least = Double.POSITIVE_INFINITY;
    double largest = 0;
    for (int k : block) {
      for (Scales.Scaled part : Scales.matrices(Scales.pieces(channel.jumps().get(k)))) {
        least = StrictMath.min(least, part.size());
        largest = StrictMath.max(largest, part.size());
      }
    }
    return least >= Scales.APART * largest
        ? Optional.empty()
        : Optional.of(
            "The jump operators of channel '%s' share a rate matrix and have a part of size %.2e beside %.2e, which is lost in its diagonal form."
                .formatted(channel.name(), least, largest));
  }

  /** Which jump operators of a channel share rates, in the order of their first. */
  static List<List<Integer>> blocks(ComplexMatrix rates) {
    int m = rates.rows();
    DisjointSets sets = new DisjointSets(m);
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < m; j++) {
        if (!rates.get(i, j).equals(Complex.ZERO)) {
          sets.join(i, j);
        }
      }
    }
    List<List<Integer>> blocks = new ArrayList<>();
    for (int[] block : sets.members()) {
      List<Integer> members = new ArrayList<>();
      for (int i : block) {
        members.add(i);
      }
      blocks.add(members);
    }
    return blocks;
  }
}
