package qbattery.file.words;

import java.util.Optional;
import qbattery.linalg.ComplexMatrix;
import qbattery.quantum.LocalOperator;

/**
 * A local operator of one's own.
 *
 * @param matrix its matrix in the site's basis, the highest level first
 * @param symbol what it is printed as; its name without it
 */
public record OwnOperator(ComplexMatrix matrix, Optional<String> symbol) {

  public LocalOperator local(String name) {
    return new LocalOperator(symbol.orElse(name), matrix);
  }
}
