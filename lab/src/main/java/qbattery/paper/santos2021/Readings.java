package qbattery.paper.santos2021;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import qbattery.claim.Judgement;

/**
 * The decay rates that can be read out of the paper. The master equation, Eqs. 4-5, is the stated
 * model and gives the verdict; the rates of the printed solutions are shown beside it.
 */
final class Readings {

  private Readings() {}

  /** The rates of Eq. 7 and of Eqs. 8-9, each as a physical cell. */
  private static List<LeakingCell> others() {
    return List.of(LeakingCell.ofPrintedSolution(), LeakingCell.ofPrintedErgotropies());
  }

  static Supplier<Judgement> ofEach(LeakingCell stated, Function<LeakingCell, Judgement> judge) {
    return () -> {
      Judgement judgement = judge.apply(stated);
      for (LeakingCell other : others()) {
        judgement = judgement.beside(other.label(), judge.apply(other));
      }
      return judgement;
    };
  }
}
