package qbattery.paper.arjmandi2022;

import java.util.Comparator;
import java.util.List;
import qbattery.paper.arjmandi2022.Statement.Weighed;

/**
 * The statements on the gain eta of the coherent battery. The paper's eta is the maximum of a mean
 * of its realisations; ours is taken in the same way, on more or nearly as many.
 */
final class GainStatements {

  /** A gain that a figure would show, in per cent; half of it is the error of reading it. */
  static final double VISIBLE = 0.2;

  private static final double READ = VISIBLE * VISIBLE / 4;

  private GainStatements() {}

  /**
   * A chain of the paper.
   *
   * @param cells N
   * @param disorder delta
   * @param realisations how many it took
   */
  record Place(int cells, double disorder, int realisations) {
    Sampled height(SampledChains chains) {
      return chains.coherent(cells, disorder).height(realisations);
    }
  }

  /** There is no gain: eta = 0, to what a figure would show. */
  static Statement absent(String source, Place place) {
    return Statement.value(
        source,
        place.cells,
        chains -> {
          Sampled height = place.height(chains);
          return Weighed.of(
              height, Math.max(0, height.value()), height.variance() + VISIBLE * VISIBLE);
        });
  }

  /** There is a gain of at least so many per cent, at one of several places. */
  static Statement reaches(String source, List<Place> places, double percent) {
    return Statement.bound(
        source,
        places.get(0).cells,
        chains ->
            above(
                places.stream()
                    .map(place -> place.height(chains))
                    .max(Comparator.comparingDouble(Sampled::value))
                    .orElseThrow(),
                percent));
  }

  /**
   * It is larger in one place than in another, where it may be 0. The paper draws its realisations
   * anew in each place, and two gains that differ by less than a figure shows look the same.
   */
  static Statement grows(String source, Place less, Place more) {
    return Statement.bound(
        source,
        Math.max(less.cells, more.cells),
        chains -> {
          Sampled low = less.height(chains);
          Sampled eta = new Sampled(Math.max(0, low.value()), low.theirs(), low.ours());
          return above(more.height(chains).less(eta), 0);
        });
  }

  /**
   * Ergotropy rises for a while, as much as a figure would show, whether above its start or not.
   */
  static Statement rises(String source, Place place) {
    return Statement.bound(
        source,
        place.cells,
        chains ->
            above(chains.coherent(place.cells, place.disorder).rise(place.realisations), VISIBLE));
  }

  private static Weighed above(Sampled number, double least) {
    return Weighed.of(number, Math.max(0, least - number.value()), number.variance() + READ);
  }
}
