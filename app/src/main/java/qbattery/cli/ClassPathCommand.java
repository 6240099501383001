package qbattery.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code qb class-path}. */
@Command(
    name = "class-path",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Prints the class path of the program, for jshell and for programs of your own.",
      "As in: jshell --class-path \"$(./qb class-path)\" docs/start.jsh"
    })
final class ClassPathCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  ClassPathCommand() {}

  @Override
  public Integer call() {
    spec.commandLine()
        .getOut()
        .println(
            Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator, -1))
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator)));
    return 0;
  }
}
