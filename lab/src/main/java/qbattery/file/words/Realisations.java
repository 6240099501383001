package qbattery.file.words;

import java.util.Optional;

/**
 * How many realisations are drawn.
 *
 * @param realisations their number
 * @param seed where the random numbers begin
 * @param stream a text in its place; {name} in it is the value of a parameter
 * @param target standard error of the means that is enough
 */
public record Realisations(
    int realisations, long seed, Optional<String> stream, Optional<Double> target) {}
