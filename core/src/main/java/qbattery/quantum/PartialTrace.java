package qbattery.quantum;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;

/** The partial trace: what is left of a matrix when some sites are summed over. */
final class PartialTrace {

  private PartialTrace() {}

  static Space spaceOf(Space space, int... kept) {
    if (kept.length == 0) {
      throw new IllegalArgumentException("A reduced state must keep at least one site.");
    }
    List<Integer> dimensions = new ArrayList<>();
    for (int k = 0; k < kept.length; k++) {
      if (k > 0 && kept[k] <= kept[k - 1]) {
        throw new IllegalArgumentException(
            "The sites of a reduced state must ascend; %d follows %d."
                .formatted(kept[k], kept[k - 1]));
      }
      dimensions.add(space.localDimensions().get(space.requireSite(kept[k])));
    }
    return new Space(dimensions);
  }

  static ComplexMatrix of(
      Space space, BasisGroups groups, ComplexMatrix.Elements elements, int... kept) {
    int small = spaceOf(space, kept).dimension();
    int whole = space.dimension();
    int[] keptPart = new int[whole];
    int[] tracedPart = new int[whole];
    split(space, kept, keptPart, tracedPart);
    List<int[]> members = IntStream.range(0, groups.count()).mapToObj(groups::members).toList();
    double[] sum = new double[2 * small * small];
    for (int i = 0; i < whole; i++) {
      for (int j : members.get(groups.groupOf(i))) { // what lies between groups is zero
        if (tracedPart[i] == tracedPart[j]) {
          int p = 2 * (keptPart[i] * small + keptPart[j]);
          Complex element = elements.at(i, j);
          sum[p] += element.re();
          sum[p + 1] += element.im();
        }
      }
    }
    return ComplexMatrix.ofInterleaved(small, small, sum);
  }

  /** Splits each basis number into the number of its kept sites and that of the others. */
  private static void split(Space space, int[] kept, int[] keptPart, int[] tracedPart) {
    for (int state = 0; state < keptPart.length; state++) {
      int rest = state;
      int keptScale = 1;
      int tracedScale = 1;
      int next = kept.length - 1;
      for (int site = space.sites() - 1; site >= 0; site--) {
        int d = space.localDimensions().get(site);
        int digit = rest % d;
        rest /= d;
        if (next >= 0 && kept[next] == site) {
          keptPart[state] += digit * keptScale;
          keptScale *= d;
          next--;
        } else {
          tracedPart[state] += digit * tracedScale;
          tracedScale *= d;
        }
      }
    }
  }
}
