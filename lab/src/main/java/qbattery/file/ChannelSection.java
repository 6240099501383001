package qbattery.file;

import java.util.List;
import java.util.Optional;

/** A way in which a battery exchanges something with its surroundings. */
public sealed interface ChannelSection {

  /**
   * What it is called: in reports, and where a stage switches it off.
   *
   * @return the name; a stage switches off all of one name
   */
  String name();

  /** The usual channels. */
  enum Usual implements Word {
    /** Lowering operators. */
    DECAY,
    /** Raising operators. */
    PUMPING,
    /** sigma_z with half the rate; two-level cells. */
    DEPHASING
  }

  /** Whether the sites in contact have one surrounding together. */
  enum Acting implements Word {
    /** Each site has its own. */
    EACH,
    /** One for all: the jump operator is the sum. */
    TOGETHER
  }

  /** The two kinds of reservoirs. */
  enum Statistics implements Word {
    /** Bosons. */
    BOSONIC,
    /** Fermions. */
    FERMIONIC
  }

  /**
   * Decay, pumping or dephasing of sites.
   *
   * @param name what it is called
   * @param kind which of them
   * @param rate the rate, one or one for each site
   * @param of the parts that it acts on; none stands for all
   * @param acting each or together
   */
  record Plain(String name, Usual kind, Amount rate, List<String> of, Acting acting)
      implements ChannelSection {

    /** Copies the list. */
    public Plain {
      of = List.copyOf(of);
    }
  }

  /**
   * Decay with a rate of its own along each link, as in a {@link qbattery.model.CellNetwork}.
   *
   * @param name what it is called
   * @param decay decay rate of the sites
   * @param intracell rate of the links
   * @param graph who is linked with whom
   * @param of the parts whose sites are linked; none stands for all
   */
  record AlongLinks(String name, Amount decay, Amount intracell, Links graph, List<String> of)
      implements ChannelSection {

    /** Copies the list. */
    public AlongLinks {
      of = List.copyOf(of);
    }
  }

  /**
   * A reservoir, {@link qbattery.model.Contact}.
   *
   * @param name what it is called
   * @param statistics bosonic or fermionic
   * @param rate coupling rate
   * @param frequency at which it is asked
   * @param temperature its temperature
   * @param chemicalPotential of fermions
   * @param of the parts in contact; none stands for all
   * @param acting whether they have it together
   */
  record Bath(
      String name,
      Statistics statistics,
      Expression rate,
      Expression frequency,
      Expression temperature,
      Optional<Expression> chemicalPotential,
      List<String> of,
      Acting acting)
      implements ChannelSection {

    /** Copies the list. */
    public Bath {
      of = List.copyOf(of);
    }
  }

  /**
   * Any jump operators with one rate.
   *
   * @param name what it is called
   * @param jumps a formula for each
   * @param rate the rate of each
   */
  record Jumps(String name, List<Expression> jumps, Expression rate) implements ChannelSection {

    /** Copies the list. */
    public Jumps {
      jumps = List.copyOf(jumps);
    }
  }

  /**
   * Any jump operators with any Kossakowski matrix, {@link qbattery.model.Channel}.
   *
   * @param name what it is called
   * @param jumps a formula for each
   * @param rates the matrix
   */
  record Kossakowski(String name, List<Expression> jumps, Matrix rates) implements ChannelSection {

    /** Copies the list. */
    public Kossakowski {
      jumps = List.copyOf(jumps);
    }
  }
}
