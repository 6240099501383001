package qbattery.file;

/**
 * A parameter that is swept.
 *
 * @param parameter its name
 * @param values what it takes
 */
public record Axis(String parameter, Values values) {}
