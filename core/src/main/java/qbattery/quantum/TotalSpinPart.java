package qbattery.quantum;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import qbattery.linalg.ConnectedBlocks;
import qbattery.linalg.HermitianEigen;
import qbattery.linalg.SparseMatrix;

/**
 * What a state of cells that are alike, and an operator, have in one total spin of each group of
 * cells: all that operations see that treat the cells of a group alike.
 *
 * @param populations the eigenvalues of the state there, summed over copies; as many as levels
 * @param levels the eigenvalues of the operator there, of one copy
 */
public record TotalSpinPart(Spectrum populations, Spectrum levels) {

  /**
   * One part for each choice of total spins that the state has a population in.
   *
   * @param state a state
   * @param operator a Hermitian operator on its space
   * @return the parts
   */
  public static List<TotalSpinPart> of(State state, Operator operator) {
    StateCopies copies = new StateCopies(state.space());
    Map<Integer, List<Spectrum.Level>> populations = new LinkedHashMap<>();
    for (int k = 0; k < state.groups().count(); k++) {
      List<Spectrum.Level> own =
          populations.computeIfAbsent(
              copies.label(state.groups().members(k)[0]), l -> new ArrayList<>());
      for (double value : state.blocks().valuesOf(k)) {
        own.add(new Spectrum.Level(value, 1));
      }
    }
    SparseMatrix matrix = operator.sparse();
    Map<Integer, List<Spectrum.Level>> levels = new LinkedHashMap<>();
    for (int[] set : ConnectedBlocks.of(matrix).members()) {
      int label = copies.label(set[0]);
      if (populations.containsKey(label)) {
        List<Spectrum.Level> own = levels.computeIfAbsent(label, l -> new ArrayList<>());
        for (double value : HermitianEigen.valuesOf(matrix.submatrix(set).toDense())) {
          own.add(new Spectrum.Level(value, 1));
        }
      }
    }
    List<TotalSpinPart> parts = new ArrayList<>();
    levels.forEach(
        (label, own) -> {
          List<Spectrum.Level> filled = populations.getOrDefault(label, List.of());
          int empty = own.size() - filled.size();
          List<Spectrum.Level> all = new ArrayList<>(filled);
          if (empty > 0) {
            all.add(new Spectrum.Level(0, empty));
          }
          parts.add(new TotalSpinPart(new Spectrum(all), new Spectrum(own)));
        });
    return parts;
  }
}
