package qbattery.paper.arjmandi2022;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A printed fit {@code a + b exp(-c delta)} of half-lives, in the paper's unstated unit of time.
 *
 * @param limit a
 * @param amplitude b
 * @param rate c
 */
record PrintedFit(double limit, double amplitude, double rate) {

  /** Fig. 2b and Sec. II B. */
  static final PrintedFit TWO_CELLS = new PrintedFit(5.05, -1.24, 0.61);

  /** Fig. 6b and Sec. III. */
  static final PrintedFit SEVEN_CELLS = new PrintedFit(5.54, -2.44, 0.34);

  /** The three numbers under the names of the claims, in the order of the formula. */
  Map<String, Double> numbers() {
    Map<String, Double> numbers = new LinkedHashMap<>(); // Map.of has another order in each run
    numbers.put("a", limit);
    numbers.put("b", amplitude);
    numbers.put("c", rate);
    return numbers;
  }

  double at(double disorder) {
    return limit + amplitude * StrictMath.exp(-rate * disorder);
  }
}
