package qbattery.linalg;

/**
 * A complex number, for coefficients and matrix elements; kernels work on flat arrays instead.
 *
 * @param re real part
 * @param im imaginary part
 */
public record Complex(double re, double im) {

  /** Zero. */
  public static final Complex ZERO = new Complex(0, 0);

  /** One. */
  public static final Complex ONE = new Complex(1, 0);

  /** The imaginary unit. */
  public static final Complex I = new Complex(0, 1);

  /** Drops the sign of a negative zero, so that equal numbers are equal records. */
  public Complex {
    re += 0.0;
    im += 0.0;
  }

  /**
   * A real number as a complex one.
   *
   * @param re the number
   * @return {@code re + 0i}
   */
  public static Complex real(double re) {
    return new Complex(re, 0);
  }

  /**
   * Sum.
   *
   * @param other the other summand
   * @return {@code this + other}
   */
  public Complex plus(Complex other) {
    return new Complex(re + other.re, im + other.im);
  }

  /**
   * Product.
   *
   * @param other the other factor
   * @return {@code this * other}
   */
  public Complex times(Complex other) {
    return new Complex(re * other.re - im * other.im, re * other.im + im * other.re);
  }

  /**
   * Complex conjugate.
   *
   * @return {@code re - i im}
   */
  public Complex conjugate() {
    return new Complex(re, -im);
  }

  /**
   * Modulus.
   *
   * @return {@code sqrt(re^2 + im^2)}, without overflow on the way
   */
  public double abs() {
    return StrictMath.hypot(re, im);
  }

  /**
   * Whether both parts are finite numbers.
   *
   * @return false if a part is NaN or infinite
   */
  public boolean isFinite() {
    return Double.isFinite(re) && Double.isFinite(im);
  }

  @Override
  public String toString() {
    if (im == 0) {
      return Double.toString(re);
    }
    return re == 0 ? im + "i" : "(" + re + (im < 0 ? " - " : " + ") + StrictMath.abs(im) + "i)";
  }
}
