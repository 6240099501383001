package qbattery.steady;

import qbattery.linalg.ComplexMatrix;

/**
 * An operator whose expectation value never changes.
 *
 * @param name what it is called
 * @param operator its Hermitian matrix in the product basis
 */
public record ConservedQuantity(String name, ComplexMatrix operator) {}
