package qbattery.paper.kamin2023;

import java.util.OptionalDouble;
import qbattery.model.Contact.Sharing;

/**
 * What can be said of the battery's steady state without solving for it: the second way to the
 * numbers.
 *
 * <p>One reservoir for all: let r = n/(1-n) = exp((mu - omega)/T), and P project on a space that
 * the coupling and the sums of all lowering and of all raising operators keep. Then r^(number of
 * excitations) P is steady, whatever J is. For two cells the spaces are triplet and singlet; for
 * three, those of the two outer cells, the middle cell being free; for a chain of four, the states
 * even and odd under reflection.
 */
final class ClosedForms {

  private ClosedForms() {}

  /** The battery's 2p - 1, where a closed form is known. */
  static OptionalDouble inversion(Setting setting, Start start) {
    double n = setting.occupation(0);
    if (setting.cells() == 1) {
      return OptionalDouble.of(2 * n - 1);
    }
    if (setting.sharing() == Sharing.COLLECTIVE) {
      return setting.coupling() == 0 || n == 0 || n == 1
          ? OptionalDouble.empty()
          : shared(setting, start, n);
    }
    if (setting.bias() == 0 && setting.warmth() == 0) {
      return OptionalDouble.of(2 * n - 1);
    }
    return setting.cells() == 2 ? OptionalDouble.of(pair(setting)) : OptionalDouble.empty();
  }

  /**
   * Two cells with a reservoir each: the excitations that hop, 2 J^2/gamma (p_2 - p_1), are those
   * that the reservoirs give and take, gamma (n_i - p_i).
   */
  private static double pair(Setting setting) {
    double square = setting.coupling() * setting.coupling();
    double part = 2 * square / (setting.rate() * setting.rate() + 4 * square);
    double own = setting.occupation(0);
    return 2 * (own + part * (setting.occupation(1) - own)) - 1;
  }

  private static OptionalDouble shared(Setting setting, Start start, double n) {
    double r = n / (1 - n);
    if (setting.cells() == 3 && setting.shape() == Shape.STAR) {
      return OptionalDouble.of(2 * n - 1);
    }
    if (setting.cells() <= 3) {
      double triplet = (r * r - 1) / (1 + r + r * r);
      double weight =
          switch (start) {
            case GROUND, EXCITED -> 1;
            case MIXED -> 0.75;
            case BATTERY -> 0.5;
            case SINGLET -> 0;
          };
      return OptionalDouble.of(weight * triplet);
    }
    if (setting.cells() == 4 && setting.shape() == Shape.CHAIN) {
      double even = mirrored(r, 1);
      double odd = mirrored(r, -1);
      double weight =
          switch (start) {
            case GROUND, EXCITED -> 1;
            case MIXED -> 0.625; // 10 of 16 states
            case BATTERY, SINGLET -> 0.5;
          };
      return OptionalDouble.of(weight * even + (1 - weight) * odd);
    }
    return OptionalDouble.empty();
  }

  /** Of r^(excitations) on the states of four cells that reflection keeps, or turns round. */
  private static double mirrored(double r, int parity) {
    double single = 1 + r;
    double pair = 1 + r * r; // two cells that reflection exchanges, both empty or both full
    double all = StrictMath.pow(single, 4) + parity * pair * pair;
    double full = r * StrictMath.pow(single, 3) + parity * r * r * pair;
    return 2 * full / all - 1;
  }
}
