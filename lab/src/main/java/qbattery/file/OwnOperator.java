package qbattery.file;

import java.util.Optional;

/**
 * A local operator of one's own, {@link qbattery.quantum.LocalOperator}.
 *
 * @param symbol what it is printed as; its name without it
 * @param matrix its matrix in the site's basis, the highest level first
 */
public record OwnOperator(Optional<String> symbol, Matrix matrix) {}
