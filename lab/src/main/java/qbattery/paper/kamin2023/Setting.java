package qbattery.paper.kamin2023;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import qbattery.model.Battery;
import qbattery.model.Contact;
import qbattery.model.Contact.Sharing;
import qbattery.model.Graph;
import qbattery.model.Reservoir;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.report.Numbers;

/**
 * The paper's model with all its parameters: Eqs. 1 and 4-8.
 *
 * <pre>
 * H = sum_i omega_0 sigma^z_i + J sum_links (sigma^+_i sigma^-_k + h.c.)
 * n_i = 1/(exp((omega - mu_i)/T_i) + 1), mu_1 = mu, mu_i = mu + Delta mu,
 *                                        T_1 = T, T_i = T + Delta T
 * </pre>
 *
 * @param shape who is linked with whom; the battery is cell 1
 * @param cells number of cells N
 * @param coupling J
 * @param spacing omega_0: half the distance of a cell's levels, as Eq. 1 is written
 * @param frequency omega: where the reservoirs are asked for their occupation; it need not be the
 *     cells' own 2 omega_0, and in the paper is not
 * @param rate gamma
 * @param mu chemical potential of the battery's reservoir
 * @param bias by how much that of the others is higher
 * @param temperature of the battery's reservoir, and where warmth is 0 of all
 * @param warmth by how much the others are warmer
 * @param sharing one reservoir for all (equilibrium) or one each (non-equilibrium)
 */
record Setting(
    Shape shape,
    int cells,
    double coupling,
    double spacing,
    double frequency,
    double rate,
    double mu,
    double bias,
    double temperature,
    double warmth,
    Sharing sharing) {

  /** The star of Fig. 1 with the parameters of Fig. 2 and 4. */
  static final Setting STATED =
      new Setting(Shape.STAR, 3, 1, 10, 1, 1, 1, 2, 1, 0, Sharing.EACH_ITS_OWN);

  Setting {
    if (sharing == Sharing.COLLECTIVE && (bias != 0 || warmth != 0)) {
      throw new IllegalArgumentException(
          "One reservoir for all has one chemical potential and one temperature; a bias of %s and a difference of temperatures of %s need a reservoir for each cell."
              .formatted(Numbers.exact(bias), Numbers.exact(warmth)));
    }
  }

  /** The same with a parameter turned. */
  Setting with(Knob knob, double value) {
    return new Setting(
        shape,
        cells,
        knob == Knob.COUPLING ? value : coupling,
        knob == Knob.SPACING ? value : spacing,
        knob == Knob.FREQUENCY ? value : frequency,
        rate,
        knob == Knob.MU ? value : mu,
        knob == Knob.BIAS ? value : bias,
        knob == Knob.TEMPERATURE ? value : temperature,
        knob == Knob.WARMTH ? value : warmth,
        sharing);
  }

  /** The value of a parameter. */
  double get(Knob knob) {
    return switch (knob) {
      case COUPLING -> coupling;
      case SPACING -> spacing;
      case FREQUENCY -> frequency;
      case MU -> mu;
      case BIAS -> bias;
      case TEMPERATURE -> temperature;
      case WARMTH -> warmth;
    };
  }

  Setting linked(Shape other) {
    return new Setting(
        other, cells, coupling, spacing, frequency, rate, mu, bias, temperature, warmth, sharing);
  }

  Setting ofCells(int number) {
    return new Setting(
        shape, number, coupling, spacing, frequency, rate, mu, bias, temperature, warmth, sharing);
  }

  /** The equilibrium case: no bias, no difference of temperatures. */
  Setting atEquilibrium(Sharing how) {
    return new Setting(
        shape, cells, coupling, spacing, frequency, rate, mu, 0, temperature, 0, how);
  }

  Setting withRate(double other) {
    return new Setting(
        shape, cells, coupling, spacing, frequency, other, mu, bias, temperature, warmth, sharing);
  }

  /** The reservoir of a cell, counted from 0; of all of them where they share one. */
  Reservoir reservoir(int cell) {
    return cell == 0
        ? new Reservoir.Fermionic(frequency, temperature, mu)
        : new Reservoir.Fermionic(frequency, temperature + warmth, mu + bias);
  }

  /** Mean occupation of the reservoir of a cell. */
  double occupation(int cell) {
    return reservoir(cell).absorption();
  }

  List<Contact> contacts() {
    Space space = Space.cells(cells);
    if (sharing == Sharing.COLLECTIVE) {
      return List.of(Contact.common(space, rate, reservoir(0)));
    }
    List<Reservoir> reservoirs = new ArrayList<>();
    for (int k = 0; k < cells; k++) {
      reservoirs.add(reservoir(k));
    }
    return Contact.oneEach(space, Collections.nCopies(cells, rate), reservoirs);
  }

  Battery battery() {
    Space space = Space.cells(cells);
    Operator interaction = Operator.zero(space);
    if (coupling != 0) {
      for (Graph.Link link : shape.graph(cells).links()) {
        Operator hop =
            Operator.on(space, link.first(), LocalOperator.LOWER)
                .times(Operator.on(space, link.second(), LocalOperator.RAISE));
        interaction = interaction.plus(hop.plus(hop.adjoint()).times(coupling));
      }
    }
    return new Battery(
        "%s of %d cells".formatted(shape.label(), cells),
        space,
        Operator.sumOverSites(space, LocalOperator.SIGMA_Z).times(spacing),
        interaction,
        Contact.channels(contacts()));
  }

  /** All parameters in words, those of a sweep left out. */
  String text(List<Knob> swept) {
    StringBuilder text = new StringBuilder("%s of %d cells".formatted(shape.label(), cells));
    for (Knob knob : Knob.values()) {
      if (!swept.contains(knob)) {
        text.append("; ").append(knob.label()).append(" = ").append(Numbers.exact(get(knob)));
      }
    }
    return text.append("; gamma = ")
        .append(Numbers.exact(rate))
        .append(sharing == Sharing.COLLECTIVE ? "; one reservoir for all" : "; a reservoir each")
        .toString();
  }
}
