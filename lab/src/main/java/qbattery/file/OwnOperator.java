package qbattery.file;

/**
 * A local operator of one's own, {@link qbattery.quantum.LocalOperator}.
 *
 * @param symbol what it is printed as
 * @param matrix its matrix in the site's basis, the highest level first
 */
public record OwnOperator(String symbol, Matrix matrix) {}
