package qbattery.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import qbattery.linalg.ComplexMatrix;
import qbattery.quantum.AlikeCells;
import qbattery.quantum.AlikeCells.OneCell;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

/** The usual channels of two-level cells, each cell on its own. */
public final class Channels {

  private Channels() {}

  /**
   * Local decay: every cell loses its excitation; santos2021, Eq. 5.
   *
   * <p>The excited population of a lone cell falls as exp(-rate t), its coherence as exp(-rate
   * t/2).
   *
   * @param space two-level cells, or cells that are alike
   * @param rate decay rate of the population, not negative
   * @return the channel
   * @throws IllegalArgumentException if the rate is negative or not finite
   */
  public static Channel decay(Space space, double rate) {
    return Channel.independent("local decay", onEachCell(space, OneCell.LOWER), rate);
  }

  /**
   * Local pumping: every cell gains excitation.
   *
   * @param space two-level cells, or cells that are alike
   * @param rate rate at which an empty cell fills, not negative
   * @return the channel
   * @throws IllegalArgumentException if the rate is negative or not finite
   */
  public static Channel pumping(Space space, double rate) {
    return Channel.independent("local pumping", onEachCell(space, OneCell.RAISE), rate);
  }

  /**
   * Local dephasing (phase damping): every cell's coherence falls as exp(-rate t), its populations
   * stay; santos2021, Eq. 10. The jump operator is sigma_z, with half the rate.
   *
   * @param space two-level cells, or cells that are alike
   * @param rate rate at which the coherence of one cell is lost, not negative
   * @return the channel
   * @throws IllegalArgumentException if the rate is negative or not finite
   */
  public static Channel dephasing(Space space, double rate) {
    Channel.requireRate("local dephasing", rate);
    return Channel.independent(
        "local dephasing",
        onEachCell(space, OneCell.PROJECTION).stream().map(sz -> sz.times(2)).toList(),
        rate / 2);
  }

  /**
   * A reservoir of its own for every cell, all alike: the channels of a {@link Contact}.
   *
   * @param space two-level cells, or cells that are alike
   * @param rate coupling rate to the reservoir, not negative
   * @param reservoir what sets the factors
   * @return emission and absorption, each where it has a rate above 0
   * @throws IllegalArgumentException if the rate is negative or not finite
   */
  public static List<Channel> reservoir(Space space, double rate, Reservoir reservoir) {
    Channel.requireRate("the coupling to a reservoir", rate);
    return new Contact(
            "reservoir of each cell",
            reservoir,
            rate,
            onEachCell(space, OneCell.LOWER),
            onEachCell(space, OneCell.RAISE),
            Contact.Sharing.EACH_ITS_OWN)
        .channels();
  }

  /**
   * Decay of cells that are alike, each by itself and with every other one: the rate matrix has one
   * rate on its diagonal and another one elsewhere; santos2021, Eq. 4, with all linked with all.
   *
   * @param space the space
   * @param site cells that are alike
   * @param rate decay rate of a cell, on the diagonal
   * @param common decay rate of a link, off the diagonal
   * @return the channel
   * @throws IllegalArgumentException if the rate matrix is not positive, or the site is of another
   *     kind
   */
  public static Channel linked(Space space, int site, double rate, double common) {
    AlikeCells cells = requireAlike(space, site);
    Channel.requireRate("decay", rate);
    double least = StrictMath.min(rate - common, rate + (cells.cells() - 1) * common);
    if (!(least >= -Channel.POSITIVITY_TOLERANCE * rate)) {
      throw new IllegalArgumentException(
          "A decay rate %s of %d cells and %s of their links are no rates of a channel: the rate matrix has the eigenvalue %.6g, and needs 0 or more."
              .formatted(rate, cells.cells(), common, least));
    }
    return Channel.independent(
        "decay along the links",
        cells.eachAndTogether(StrictMath.max(0, rate - common), common).stream()
            .map(local -> Operator.on(space, site, local))
            .toList(),
        1);
  }

  /**
   * Decay of a star: a cell in the centre and cells around it that are alike, with one rate for
   * each and another one for the links; santos2021, Eq. 4, of the star.
   *
   * <p>Within a total spin the cells around lower together as they do each by itself, so that the
   * share of their own decay that the links need is one operator with the centre's.
   *
   * @param space the space
   * @param centre a cell
   * @param around cells that are alike
   * @param rate decay rate of every cell
   * @param common decay rate of a link
   * @return the channels
   * @throws IllegalArgumentException if the rate matrix is not positive, or a site is of another
   *     kind
   */
  public static List<Channel> star(
      Space space, int centre, int around, double rate, double common) {
    AlikeCells cells = requireAlike(space, around);
    Channel.requireRate("decay", rate);
    double least = rate - StrictMath.sqrt(cells.cells()) * StrictMath.abs(common);
    if (!(least >= -Channel.POSITIVITY_TOLERANCE * rate)) {
      throw new IllegalArgumentException(
          "A decay rate %s of the cells of a star and %s of its %d links are no rates of a channel: the rate matrix has the eigenvalue %.6g, and needs 0 or more."
              .formatted(rate, common, cells.cells(), least));
    }
    double shared = rate == 0 ? 0 : common * common / rate;
    List<Operator> own =
        cells.eachAndTogether(rate, -shared).stream()
            .map(local -> Operator.on(space, around, local))
            .toList();
    List<Operator> linked =
        List.of(
            Operator.on(space, centre, LocalOperator.LOWER),
            Operator.on(space, around, cells.sum(OneCell.LOWER)));
    double[][] rates = {{rate, common}, {common, shared}};
    return List.of(
        Channel.independent("decay of the cells around", own, 1),
        new Channel("decay along the links", linked, ComplexMatrix.real(rates[0], rates[1])));
  }

  private static AlikeCells requireAlike(Space space, int site) {
    return space
        .alikeCells(site)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Site %d does not hold cells that are alike.".formatted(site + 1)));
  }

  private static List<Operator> onEachCell(Space space, OneCell one) {
    return IntStream.range(0, space.sites())
        .boxed()
        .flatMap(site -> onEachCell(space, site, one).stream())
        .toList();
  }

  /**
   * Jump operators that let each cell of a site jump by itself.
   *
   * @param space the space
   * @param site a cell, or cells that are alike
   * @param one the operator of one cell
   * @return one jump operator for a cell; three for cells that are alike, see {@link
   *     AlikeCells#each}
   * @throws IllegalArgumentException if the site is of another kind
   */
  public static List<Operator> onEachCell(Space space, int site, OneCell one) {
    Optional<AlikeCells> alike = space.alikeCells(site);
    if (alike.isPresent()) {
      return alike.get().each(one).stream().map(local -> Operator.on(space, site, local)).toList();
    }
    return List.of(
        switch (one) {
          case LOWER -> Operator.on(space, site, LocalOperator.LOWER);
          case RAISE -> Operator.on(space, site, LocalOperator.RAISE);
          case PROJECTION -> Operator.on(space, site, LocalOperator.SIGMA_Z).times(0.5);
        });
  }
}
