package qbattery.file;

import java.util.List;

/** A part of the Hamiltonian that is switched in time, {@link qbattery.model.Drive}. */
public sealed interface DriveSection {

  /**
   * What it is called.
   *
   * @return the name; a stage switches off all of one name
   */
  String name();

  /**
   * {@code f(t) V}.
   *
   * @param name what it is called
   * @param operator V, a sum of formulas
   * @param envelope f, as it stands in the file
   */
  record Modulated(String name, List<Expression> operator, Node envelope) implements DriveSection {

    /** Copies the list. */
    public Modulated {
      operator = List.copyOf(operator);
    }
  }

  /**
   * {@code f(t) (A exp(i w t) + h.c.)}.
   *
   * @param name what it is called
   * @param operator A, a sum of formulas
   * @param envelope f, as it stands in the file
   * @param frequency w
   */
  record Rotating(String name, List<Expression> operator, Node envelope, Expression frequency)
      implements DriveSection {

    /** Copies the list. */
    public Rotating {
      operator = List.copyOf(operator);
    }
  }
}
