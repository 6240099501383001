package qbattery.file;

import java.util.List;

/** A summand of the interaction. */
public sealed interface Coupling {

  /**
   * Any operator.
   *
   * @param operator the formula
   */
  record Term(Expression operator) implements Coupling {}

  /**
   * Exchange of excitations along links, {@code sum J (A_n A_m^+ + h.c.)} with A the lowering
   * operator of a site.
   *
   * @param coupling J, one or one for each link
   * @param graph who is linked with whom
   * @param of the parts whose sites are linked, in order; none stands for all
   */
  record Exchange(Amount coupling, Links graph, List<String> of) implements Coupling {

    /** Copies the list. */
    public Exchange {
      of = List.copyOf(of);
    }
  }
}
