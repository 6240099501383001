package qbattery.dynamics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import qbattery.model.Battery;
import qbattery.model.Contact;

/**
 * Whether a local dissipator is doubtful for cells that are coupled to each other.
 *
 * <p>Dissipators of single cells are derived for cells without coupling. With it, the transitions
 * that the reservoir sees lie at other frequencies, apart by what the interaction splits. The local
 * form stays good where the reservoir is flat over these frequencies: then it makes no difference
 * at which of them it is asked. A small splitting against the level spacings is no licence of its
 * own (a cold reservoir can change within it), but all that can be said where the reservoir is not
 * known. Where the splitting is below the rates, the lines overlap, and the usual other choice,
 * dissipators between the eigenstates of the whole, is not justified. After the discussions by Levy
 * and Kosloff, EPL 107, 20004 (2014); Hofer et al., New J. Phys. 19, 123037 (2017); Gonzalez et
 * al., Open Syst. Inf. Dyn. 24, 1740010 (2017). That the coupling rate itself is the same at all
 * these frequencies cannot be seen from the model and is taken for granted.
 */
public sealed interface LocalDissipation {

  /** A splitting of up to this part of the smallest spacing counts as small: a convention. */
  double SMALL = 0.1;

  /**
   * A reservoir whose factors change by up to this part of their sum counts as flat: a convention.
   */
  double FLAT = 0.1;

  /**
   * The numbers.
   *
   * @return what the verdict rests on
   */
  LocalDissipation.Numbers numbers();

  /**
   * The verdict for a person, with its numbers.
   *
   * @return one or more sentences
   */
  String sentence();

  /**
   * Nothing speaks against the local form.
   *
   * @param numbers what the verdict rests on
   * @param sentence the verdict in words
   */
  record NoDoubt(Numbers numbers, String sentence) implements LocalDissipation {}

  /**
   * The local form is doubtful; the results describe the stated master equation, and perhaps not
   * the cells.
   *
   * @param numbers what the verdict rests on
   * @param sentence the verdict in words
   */
  record Doubt(Numbers numbers, String sentence) implements LocalDissipation {}

  /**
   * What the interaction does to the transitions, beside the scales it is to be held against.
   *
   * @param splitting half of the spread of the interaction's eigenvalues among the states of one
   *     excitation; more excitations may spread more
   * @param smallestSpacing smallest energy that one excitation costs in the storage Hamiltonian
   * @param largestRate largest eigenvalue of a channel's rate matrix; 0 without channels
   * @param reservoirs each contact, as its cells would see it
   */
  record Numbers(
      double splitting, double smallestSpacing, double largestRate, List<Seen> reservoirs) {

    /** Copies the list. */
    public Numbers {
      reservoirs = List.copyOf(reservoirs);
    }
  }

  /**
   * How a reservoir looks from the cell that it fits worst.
   *
   * @param contact name of the contact
   * @param asked frequency at which the model takes the reservoir's factors
   * @param used mean occupation there
   * @param site the cell, from 0
   * @param spacing the cell's own transition frequency in the storage Hamiltonian
   * @param occupations mean occupation at the spacing less the splitting, at the spacing, and at
   *     the spacing plus the splitting; those at which the reservoir has any
   * @param change largest change of the emission or absorption factor from the frequency asked to
   *     one of these, relative to the sum of both factors where it was asked; infinite where bosons
   *     would be asked at a frequency that is not positive
   * @param mismatch the part of it that comes of asking elsewhere than at the spacing: the same
   *     change from the frequency asked to the spacing alone
   * @param aroundAsked the same change within the splitting of the frequency asked, as if that were
   *     the cell's own
   */
  record Seen(
      String contact,
      double asked,
      double used,
      int site,
      double spacing,
      List<Occupation> occupations,
      double change,
      double mismatch,
      double aroundAsked) {

    /** Copies the list. */
    public Seen {
      occupations = List.copyOf(occupations);
    }
  }

  /**
   * A reservoir's mean occupation at a frequency.
   *
   * @param frequency the frequency
   * @param mean n there
   */
  record Occupation(double frequency, double mean) {}

  /**
   * Looks at a battery.
   *
   * @param battery the battery, not in a rotating frame
   * @param contacts its contacts as far as they are known; other channels are judged by the
   *     splitting alone
   * @return whether its dissipators are to be doubted, with the numbers
   * @throws IllegalArgumentException if a contact lives on another space than the battery
   */
  static LocalDissipation of(Battery battery, List<Contact> contacts) {
    Numbers numbers = LocalDissipationNumbers.of(battery, contacts);
    boolean unknown =
        !Contact.channels(contacts)
            .containsAll(battery.channels().stream().filter(c -> c.rates().maxAbs() > 0).toList());
    List<String> doubts = new ArrayList<>();
    if (unknown && numbers.splitting() > SMALL * numbers.smallestSpacing()) {
      doubts.add(
          String.format(
              Locale.ROOT,
              "the splitting is more than %s of the smallest spacing, and what some channels would do at shifted frequencies is not known",
              SMALL));
    }
    List<Seen> steep = numbers.reservoirs().stream().filter(s -> s.change() > FLAT).toList();
    steep.stream()
        .max(Comparator.comparingDouble(Seen::change))
        .ifPresent(worst -> doubts.add(words(worst) + alike(steep.size())));
    String scales =
        String.format(
            Locale.ROOT,
            "The interaction splits transitions by +-%.4g, beside level spacings from %.4g and rates up to %.4g.",
            numbers.splitting(),
            numbers.smallestSpacing(),
            numbers.largestRate());
    return doubts.isEmpty()
        ? new NoDoubt(
            numbers,
            scales + " Nothing speaks against dissipators of single cells." + aside(numbers))
        : new Doubt(
            numbers,
            scales
                + doubts.stream()
                    .collect(
                        Collectors.joining(
                            "; ", " Dissipators of single cells are doubtful: ", ".")));
  }

  private static String words(Seen seen) {
    String occupations =
        seen.occupations().stream()
            .map(o -> String.format(Locale.ROOT, "n(%.4g) = %.4g", o.frequency(), o.mean()))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "'%s' is asked at the frequency %.4g, where n = %.4g, but its cell %d has the spacing %.4g, and there %s; within the splitting of the frequency asked its factors change by %.2g of their sum",
        seen.contact(),
        seen.asked(),
        seen.used(),
        seen.site() + 1,
        seen.spacing(),
        Double.isInfinite(seen.change())
            ? "transitions reach down to frequencies at which bosons have no occupation"
            : occupations,
        seen.aroundAsked());
  }

  private static String alike(int steep) {
    return steep == 1 ? "" : " (the worst of %d reservoirs like this)".formatted(steep);
  }

  /** A frequency that is not the cell's is worth a word even where it makes no difference. */
  private static String aside(Numbers numbers) {
    return numbers.reservoirs().stream()
        .filter(s -> StrictMath.abs(s.asked() - s.spacing()) > 1e-9 * StrictMath.abs(s.spacing()))
        .map(
            s ->
                String.format(
                    Locale.ROOT,
                    " '%s' is asked at %.4g, while the spacing of cell %d is %.4g; it is flat enough for that.",
                    s.contact(),
                    s.asked(),
                    s.site() + 1,
                    s.spacing()))
        .collect(Collectors.joining());
  }
}
