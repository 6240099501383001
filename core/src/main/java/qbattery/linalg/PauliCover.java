package qbattery.linalg;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Shares parts out to frames, few sites each: every part goes into one frame that holds its sites.
 *
 * <p>Each frame costs two passes over the vector, so there should be few. A frame begins with the
 * last part that has none and takes in what needs the fewest further sites; of these, what brings
 * in the most parts. Going down from the last site makes all but the first frame of a line read and
 * write in long runs.
 */
final class PauliCover {

  /**
   * A frame's sites and parts.
   *
   * @param sites the sites, ascending
   * @param parts the parts
   */
  record Share(List<Integer> sites, List<PauliPart> parts) {}

  private PauliCover() {}

  /**
   * Shares parts out.
   *
   * @param parts the parts, each on at most {@code most} sites
   * @param most largest number of sites of a frame
   * @return the shares, in the order they are found
   */
  static List<Share> of(List<PauliPart> parts, int most) {
    List<PauliPart> left = new ArrayList<>(parts);
    List<Share> shares = new ArrayList<>();
    while (!left.isEmpty()) {
      Set<Integer> sites = new TreeSet<>(left.get(left.size() - 1).sites());
      while (true) {
        PauliPart next = best(left, sites, most);
        if (sites.containsAll(next.sites())) {
          break;
        }
        sites.addAll(next.sites());
      }
      List<PauliPart> inside = left.stream().filter(p -> sites.containsAll(p.sites())).toList();
      left.removeAll(inside);
      shares.add(new Share(List.copyOf(sites), inside));
    }
    return shares;
  }

  /** The part to take in next; one that is in already if nothing fits any more. */
  private static PauliPart best(List<PauliPart> left, Set<Integer> sites, int most) {
    PauliPart best = left.get(left.size() - 1);
    int fewest = Integer.MAX_VALUE;
    long gain = 0;
    for (PauliPart part : left) {
      Set<Integer> larger = new TreeSet<>(sites);
      larger.addAll(part.sites());
      int missing = larger.size() - sites.size();
      if (missing > 0 && larger.size() <= most && missing <= fewest) {
        long brought = left.stream().filter(p -> larger.containsAll(p.sites())).count();
        if (missing < fewest || brought >= gain) {
          best = part;
          fewest = missing;
          gain = brought;
        }
      }
    }
    return best;
  }
}
