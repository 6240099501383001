package qbattery.file;

import java.util.Optional;

/**
 * How many realisations are taken of what is left to chance.
 *
 * @param realisations their number
 * @param seed where the random numbers begin
 * @param stream a text in its place; {name} in it is the value of a parameter
 * @param target standard error of the means at which there are enough
 */
public record EnsembleSection(
    Expression realisations,
    Optional<Expression> seed,
    Optional<String> stream,
    Optional<Expression> target) {}
