package qbattery.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import qbattery.claim.Findings;
import qbattery.experiment.Ensemble;
import qbattery.experiment.Experiment;
import qbattery.experiment.Extent;
import qbattery.experiment.Laboratory;
import qbattery.paper.Paper;
import qbattery.report.Ledger;

/** A laboratory that refuses to work: it shows which claims do without one. */
final class NoEnsembles implements Laboratory {

  /** It was asked. */
  private static final class AskedException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** What was found before: both tests of the ledger ask. */
  private static final Map<String, Optional<Ledger.Section>> KNOWN = new ConcurrentHashMap<>();

  /** What the program finds about a paper, or nothing where a claim needs an ensemble. */
  static Optional<Ledger.Section> section(Paper paper) {
    return KNOWN.computeIfAbsent(paper.id(), id -> compute(paper));
  }

  private static Optional<Ledger.Section> compute(Paper paper) {
    try {
      Ledger.Section section = LedgerPage.section(paper, paper.claims(), new NoEnsembles());
      return Optional.of(
          new Ledger.Section(
              section.title(),
              paper.news().of(new Findings(section.findings())),
              section.findings()));
    } catch (AskedException e) {
      return Optional.empty();
    }
  }

  @Override
  public Ensemble exactly(Experiment experiment, int count) {
    throw new AskedException();
  }

  @Override
  public Ensemble ensemble(Experiment experiment, int published, List<Integer> asked) {
    throw new AskedException();
  }

  @Override
  public Extent extent() {
    throw new AskedException();
  }
}
