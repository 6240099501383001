package qbattery.steady;

import java.util.List;
import qbattery.quantum.Space;
import qbattery.quantum.State;

/** The undamped modes of a battery that has more than one steady state. */
interface Limits {

  /** The space of the battery. */
  Space space();

  /** Dimension of the space of steady states. */
  int stationary();

  /** Frequencies of lasting oscillations, rising; none if all comes to rest. */
  List<Frequency> frequencies();

  /** Conserved quantities beside the trace, orthonormal. */
  List<ConservedQuantity> conserved();

  /** Where a start of this space ends up. */
  Destination from(State start);
}
