package qbattery.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;

/** Says what is wrong with the value of an option, and what would be right. */
final class WrongValue {

  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");

  private WrongValue() {}

  /** The sentence, or nothing if the problem is of another kind. */
  static Optional<String> sentence(ParameterException problem) {
    if (problem instanceof OverwrittenOptionException twice) {
      return Optional.of(
          "%s is given more than once, and can be given once only."
              .formatted(name(twice.getOverwritten())));
    }
    if (problem instanceof MissingParameterException nothing) {
      return nothing.getMissing().stream()
          .findFirst()
          .filter(ArgSpec::isOption)
          .map(option -> "%s needs a value: %s.".formatted(name(option), withValue(option)));
    }
    Optional<ArgSpec> argument = Optional.ofNullable(problem.getArgSpec());
    Optional<String> value = Optional.ofNullable(problem.getValue());
    return argument.isEmpty() || value.isEmpty()
        ? Optional.empty()
        : Optional.of(sentence(argument.get(), value.get()));
  }

  private static String sentence(ArgSpec argument, String value) {
    Class<?> type = argument.auxiliaryTypes()[0];
    if (type == boolean.class) {
      return "%s takes no value; '%s' was given.".formatted(name(argument), value);
    }
    boolean outOfRange = isInteger(type) && WHOLE.matcher(value).matches();
    return "%s takes %s; '%s' is %s."
        .formatted(name(argument), wanted(type), value, outOfRange ? "out of range" : "not one");
  }

  private static boolean isInteger(Class<?> type) {
    return type == int.class || type == Integer.class;
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String withValue(ArgSpec option) {
    return name(option) + " " + option.paramLabel();
  }

  private static String wanted(Class<?> type) {
    if (isInteger(type)) {
      return "a whole number";
    }
    if (type == double.class || type == Double.class) {
      return "a number";
    }
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(value -> value.toString().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
    }
    return type == Path.class ? "the name of a file or folder" : "a value of another kind";
  }
}
