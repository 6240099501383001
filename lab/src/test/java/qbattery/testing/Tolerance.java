package qbattery.testing;

import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import qbattery.dynamics.Method.DormandPrince;
import qbattery.measure.Estimate;

/** Tolerances that many tests need, each with its reason. */
public final class Tolerance {

  /** What rounding leaves of a few operations on numbers of size one. */
  public static final double ROUNDING = Estimate.rounded(1).error();

  /** Errors of the usual method: those of its steps, of which some ten add up. */
  public static final double USUAL = 10 * DormandPrince.USUAL.rtol();

  /** Errors of the tight method: those of its steps, of which some ten add up. */
  public static final double TIGHT = 10 * DormandPrince.TIGHT.rtol();

  /** How near a flat top is found: closer to it, numbers of size one differ by rounding only. */
  public static final double FLAT = 10 * Math.sqrt(Math.ulp(1.0));

  private Tolerance() {}

  /** What rounding leaves of a number after a few operations. */
  public static Offset<Double> rounding(double number) {
    return within(Estimate.rounded(number).error());
  }
}
