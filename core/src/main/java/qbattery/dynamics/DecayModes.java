package qbattery.dynamics;

import java.util.ArrayList;
import java.util.List;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.HermitianEigen;
import qbattery.model.Channel;
import qbattery.quantum.Operator;
import qbattery.quantum.State;

/**
 * The decay modes of a channel: the eigenvectors of its rate matrix, each a jump operator of its
 * own, with the share of the excitations of a state that each holds.
 *
 * <p>With gamma = sum_k g_k v_k v_k^+, the channel is sum_k g_k (L_k rho L_k^+ - 1/2 {L_k^+ L_k,
 * rho}), L_k = sum_n v_nk A_n. While the cells share one excitation at most, what sits in mode k,
 * {@code <L_k^+ L_k>}, decays at g_k; in a dark mode, g_k = 0, it stays until the Hamiltonian moves
 * it. With more excitations the modes exchange content even without a Hamiltonian, for a cell holds
 * only one: two full cells have half their content in the dark mode of collective decay, and lose
 * all of it.
 *
 * @param modes the modes, slowest first
 */
public record DecayModes(List<Mode> modes) {

  /**
   * One mode.
   *
   * @param rate its decay rate g_k
   * @param content the excitations in it, {@code <L_k^+ L_k>}
   * @param share its part of all modes' content; 0 where there is none at all
   * @param amplitudes v_nk, the amplitude of each of the channel's jump operators
   */
  public record Mode(double rate, double content, double share, List<Complex> amplitudes) {

    /** Rates up to this, relative to the largest, count as zero. */
    public static final double DARK = 1e-12;

    /** Copies the amplitudes. */
    public Mode {
      amplitudes = List.copyOf(amplitudes);
    }
  }

  /** Copies the modes. */
  public DecayModes {
    modes = List.copyOf(modes);
  }

  /**
   * The modes of a channel in a state.
   *
   * @param channel the channel
   * @param state a state on the same space
   * @return its modes, slowest first
   * @throws IllegalArgumentException if the state lives on another space
   */
  public static DecayModes of(Channel channel, State state) {
    if (!channel.space().equals(state.space())) {
      throw new IllegalArgumentException(
          "The state and the channel '%s' live on different spaces.".formatted(channel.name()));
    }
    HermitianEigen eigen = HermitianEigen.of(channel.rates());
    int m = channel.jumps().size();
    Complex[][] correlation = correlations(channel.jumps(), state);
    ComplexMatrix v = eigen.vectors();
    double[] content = new double[m];
    double total = 0;
    for (int k = 0; k < m; k++) {
      for (int i = 0; i < m; i++) {
        for (int j = 0; j < m; j++) {
          content[k] += v.get(i, k).conjugate().times(v.get(j, k)).times(correlation[i][j]).re();
        }
      }
      total += content[k];
    }
    List<Mode> modes = new ArrayList<>();
    for (int k = 0; k < m; k++) {
      List<Complex> amplitudes = new ArrayList<>();
      for (int n = 0; n < m; n++) {
        amplitudes.add(v.get(n, k));
      }
      modes.add(
          new Mode(eigen.values()[k], content[k], total == 0 ? 0 : content[k] / total, amplitudes));
    }
    return new DecayModes(modes);
  }

  /** <A_i^+ A_j> for all pairs. */
  private static Complex[][] correlations(List<Operator> jumps, State state) {
    int m = jumps.size();
    Complex[][] found = new Complex[m][m];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < m; j++) {
        double[] sum = new double[2];
        jumps
            .get(i)
            .adjoint()
            .times(jumps.get(j))
            .sparse()
            .forEach(
                (k, l, re, im) -> {
                  Complex term = state.element(l, k).times(new Complex(re, im));
                  sum[0] += term.re();
                  sum[1] += term.im();
                });
        found[i][j] = new Complex(sum[0], sum[1]);
      }
    }
    return found;
  }

  /**
   * Whether a rate is that of a dark mode, which does not decay at all.
   *
   * @param rate the rate of a mode of this channel
   * @return true if it is zero but for rounding
   */
  public boolean isDark(double rate) {
    return rate <= Mode.DARK * modes.get(modes.size() - 1).rate();
  }

  /**
   * The share of the content that sits in dark modes.
   *
   * @return a number from 0 to 1
   */
  public double darkShare() {
    return modes.stream().filter(m -> isDark(m.rate())).mapToDouble(Mode::share).sum();
  }

  /**
   * The modes that share a rate, taken together: which vectors span an eigenspace is arbitrary,
   * what sits in it is not.
   *
   * @param rate their common rate
   * @param count how many modes
   * @param content the excitations in them
   * @param share their part of all modes' content
   */
  public record Level(double rate, int count, double content, double share) {}

  /**
   * The modes grouped by rate.
   *
   * @return the levels, slowest first
   */
  public List<Level> levels() {
    double same = 1e-9 * StrictMath.max(1e-300, modes.get(modes.size() - 1).rate());
    List<Level> levels = new ArrayList<>();
    for (Mode mode : modes) {
      int last = levels.size() - 1;
      if (last >= 0 && mode.rate() - levels.get(last).rate() <= same) {
        Level level = levels.get(last);
        levels.set(
            last,
            new Level(
                level.rate(),
                level.count() + 1,
                level.content() + mode.content(),
                level.share() + mode.share()));
      } else {
        levels.add(new Level(mode.rate(), 1, mode.content(), mode.share()));
      }
    }
    return levels;
  }
}
