package qbattery.paper.arjmandi2022;

import java.util.Map;
import java.util.function.BiFunction;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;

/** Makes claims of this paper, which are judged on ensembles under each {@link Reading}. */
final class ReadClaim {

  /** What every criterion says of its errors. */
  static final String ERRORS = " Errors are two standard errors (95 %).";

  /** And of two cells. */
  static final String TWO_CELLS =
      " Two cells are judged on 1000 realisations, where the paper takes 100: they cost little.";

  /** And of seven, where a fit is compared. */
  static final String SEVEN_CELLS =
      " Half-lives of seven cells are those of 176 realisations, where the paper takes 50: with as many as it took our own error would decide.";

  private ReadClaim() {}

  /** A claim that is judged under each reading. */
  static Claim of(
      String name,
      String where,
      String says,
      Map<String, Double> printed,
      String criterion,
      BiFunction<ChainStudy, Reading, Judgement> judge) {
    return new Claim(
        "arjmandi2022." + name,
        where,
        says,
        printed,
        criterion,
        laboratory -> {
          ChainStudy study = new ChainStudy(laboratory);
          return Reading.underEach(reading -> judge.apply(study, reading));
        });
  }
}
