package qbattery.paper;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import qbattery.claim.Claim;
import qbattery.claim.Findings;
import qbattery.experiment.Laboratory;
import qbattery.report.FigureBundle;

/**
 * A published document turned into experiments: its figures and its claims.
 *
 * @param id short name, such as {@code santos2021}
 * @param citation authors, title, journal
 * @param news what the experiments show that the paper does not say
 * @param figures the figures that can be drawn
 * @param claims the claims that can be judged
 * @param calibration how a number that it leaves open is found, where there is such a thing
 */
public record Paper(
    String id,
    String citation,
    News news,
    List<Figure> figures,
    List<Claim> claims,
    Optional<Calibration> calibration) {

  /**
   * A paper without a calibration.
   *
   * @param id short name, such as {@code santos2021}
   * @param citation authors, title, journal
   * @param news what the experiments show that the paper does not say
   * @param figures the figures that can be drawn
   * @param claims the claims that can be judged
   */
  public Paper(String id, String citation, News news, List<Figure> figures, List<Claim> claims) {
    this(id, citation, news, figures, claims, Optional.empty());
  }

  /** A few sentences on what is new, with numbers looked up in what was found. */
  @FunctionalInterface
  public interface News {

    /**
     * Writes the sentences.
     *
     * @param findings what was found about every claim of the paper
     * @return the sentences, each true whatever its numbers are
     */
    String of(Findings findings);
  }

  /**
   * A figure that can be drawn.
   *
   * @param id short name, such as {@code fig2a}
   * @param title what it shows, in a few words
   * @param drawing the experiment
   */
  public record Figure(String id, String title, Drawing drawing) {

    /**
     * A figure that needs no ensemble.
     *
     * @param id short name, such as {@code fig2a}
     * @param title what it shows, in a few words
     * @param computation the experiment
     */
    public Figure(String id, String title, Supplier<FigureBundle> computation) {
      this(id, title, laboratory -> computation.get());
    }
  }

  /** An experiment that gives a figure: a pure computation, the same each time. */
  @FunctionalInterface
  public interface Drawing {

    /**
     * Computes the figure.
     *
     * @param laboratory where ensembles are computed and kept
     * @return picture, data and provenance
     */
    FigureBundle draw(Laboratory laboratory);
  }

  /**
   * Checks the names.
   *
   * @throws IllegalArgumentException if a claim is of another paper, or two share a name
   */
  public Paper {
    figures = List.copyOf(figures);
    claims = List.copyOf(claims);
    Set<String> names = new HashSet<>();
    for (Figure figure : figures) {
      if (!names.add(figure.id())) {
        throw new IllegalArgumentException(
            "Two figures of %s are called '%s'.".formatted(id, figure.id()));
      }
    }
    for (Claim claim : claims) {
      if (!claim.paper().equals(id)) {
        throw new IllegalArgumentException(
            "Claim '%s' does not belong to the paper '%s'.".formatted(claim.id(), id));
      }
      if (!names.add(claim.id())) {
        throw new IllegalArgumentException("Two claims are called '%s'.".formatted(claim.id()));
      }
    }
  }
}
