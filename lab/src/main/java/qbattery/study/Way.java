package qbattery.study;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import qbattery.dynamics.Evolution;
import qbattery.dynamics.Method;
import qbattery.dynamics.Method.Exponential.Grid;
import qbattery.dynamics.SecondWay;
import qbattery.dynamics.StateForm;
import qbattery.dynamics.TimeGrid;
import qbattery.file.Setup;
import qbattery.file.formula.PartKind;
import qbattery.file.formula.PartTable;
import qbattery.model.Battery;
import qbattery.model.InitialState;
import qbattery.model.MostExcitations;

/**
 * The settings with which an evolution is computed.
 *
 * @param method the method
 * @param form the form of the state
 * @param grid where exponentials are made, where they are taken
 */
record Way(Method method, StateForm form, Grid grid) {

  /** As the file says. */
  static Way of(Setup setup) {
    return new Way(setup.method(), setup.form(), Grid.FIRST);
  }

  /** The same with more levels, where the matrix exponential may no longer serve. */
  static Way ofWider(Setup setup) {
    return setup.method() instanceof Method.Exact
            && setup.battery().space().dimension() > Method.Exact.MAX_DIMENSION
        ? new Way(Method.DormandPrince.TIGHT, setup.form(), Grid.FIRST)
        : of(setup);
  }

  /** The evolution of a battery in this way. */
  Evolution evolution(Battery battery, InitialState start, TimeGrid times) {
    return Evolution.of(battery, start).over(times).preferring(method, grid).with(form);
  }

  /** Another way to the same numbers, whose difference is the error. */
  static Optional<Way> witness(Setup setup, List<Segment> segments) {
    boolean driven = segments.stream().anyMatch(s -> !s.battery().drives().isEmpty());
    return SecondWay.of(setup.method(), setup.dimension(), driven, cheap(setup))
        .map(
            second ->
                new Way(
                    second,
                    second instanceof Method.Exact ? StateForm.FULL_MATRIX : setup.form(),
                    Grid.SECOND));
  }

  /** The method of a model, for reports. */
  String describe(Setup setup) {
    if (!setup.stages().isEmpty() || EnsembleObserving.needed(setup)) {
      return method.description();
    }
    Method here = evolution(setup.battery(), setup.start(), setup.times()).method();
    return here instanceof Method.Exponential
        ? here.description() + ", of other times"
        : here.description();
  }

  /** How far rounding may put off the state at a time, in the trace norm, where that is known. */
  double rounding(List<Segment> segments, double end) {
    if (!(method instanceof Method.Exact)) {
      return 0; // two integrations round differently, and their difference shows it
    }
    double sum = 0;
    for (Segment segment : segments) {
      double lasts = StrictMath.min(end, segment.to()) - segment.from();
      sum += lasts > 0 ? Evolution.roundingOfExact(segment.battery(), lasts) : 0;
    }
    return sum;
  }

  /**
   * By how many levels the modes are larger in the second way, so that its difference shows what
   * the cutoffs take away; a quarter, and where the battery is large as few as tell anything.
   */
  static int moreLevels(Setup setup) {
    int most =
        modesCutOff(setup).stream()
            .mapToInt(site -> setup.battery().space().localDimensions().get(site))
            .max()
            .orElse(0);
    return most == 0 ? 0 : cheap(setup) ? StrictMath.max(4, most / 4) : 2;
  }

  /** The sites of the modes. */
  static List<Integer> modes(Setup setup) {
    return setup.parts().rows().stream()
        .filter(r -> r.kind() == PartKind.MODE)
        .map(PartTable.Row::first)
        .toList();
  }

  /** The sites of the modes whose levels are fewer than the battery can have excitations. */
  static List<Integer> modesCutOff(Setup setup) {
    List<Integer> modes = modes(setup);
    if (modes.isEmpty() || !setup.stages().isEmpty()) {
      return modes;
    }
    OptionalInt most = MostExcitations.of(setup.battery(), setup.start());
    List<Integer> levels = setup.battery().space().localDimensions();
    return modes.stream()
        .filter(site -> most.isEmpty() || levels.get(site) <= most.getAsInt())
        .toList();
  }

  private static boolean cheap(Setup setup) {
    return SecondWay.isCheap(
        setup.dimension(),
        () ->
            setup.battery().channels().isEmpty()
                && setup.start().vector(setup.battery()).isPresent());
  }
}
