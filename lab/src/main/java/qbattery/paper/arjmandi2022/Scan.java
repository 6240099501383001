package qbattery.paper.arjmandi2022;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Ensembles along one parameter, the disorder or the number of cells, in the order of its values.
 */
record Scan(List<Curves> places) {

  /** Copies the list. */
  Scan {
    places = List.copyOf(places);
  }

  /** A case at delta = 0, 1, ..., 10. */
  static Scan overDisorder(ChainStudy study, FigureParts.Case one, int cells, int published) {
    List<Curves> all = new ArrayList<>();
    for (double delta : ChainStudy.DISORDERS) {
      all.add(study.curves(one.reading().chain(cells, delta), one.start(), published));
    }
    return new Scan(all);
  }

  /** A case at the same disorder with three to seven cells, with the paper's realisations. */
  static Scan overCells(ChainStudy study, FigureParts.Case one, double delta) {
    List<Curves> all = new ArrayList<>();
    for (int n = 3; n <= 7; n++) {
      all.add(study.curves(one.reading().chain(n, delta), one.start()));
    }
    return new Scan(all);
  }

  List<Gain> gains(ChainStudy study) {
    return places.stream().map(study::gain).toList();
  }

  /** NaN where the half-life is not reached. */
  MeanSeries halfLives(ChainStudy study) {
    HalfLife none = new HalfLife(Double.NaN, Double.NaN, Double.NaN);
    List<HalfLife> all = places.stream().map(c -> study.halfLife(c).orElse(none)).toList();
    return new MeanSeries(numbers(all, HalfLife::value), numbers(all, HalfLife::standardError));
  }

  /** How many realisations each place is the mean of, beside those of the paper. */
  String realisations() {
    String ours = listed(places.stream().map(c -> c.ensemble().count()).toList());
    String theirs = listed(places.stream().map(c -> c.ensemble().published()).toList());
    return ours.equals(theirs) ? ours + ", as in the paper" : ours + " (the paper: " + theirs + ")";
  }

  private static String listed(List<Integer> numbers) {
    return String.join(", ", numbers.stream().map(Object::toString).toList());
  }

  double[] counts() {
    return numbers(places, c -> c.ensemble().count());
  }

  static <T> double[] numbers(List<T> all, ToDoubleFunction<T> number) {
    return all.stream().mapToDouble(number).toArray();
  }
}
