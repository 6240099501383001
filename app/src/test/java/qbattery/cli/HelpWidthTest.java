package qbattery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class HelpWidthTest {

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 110})
  void helpFitsTheTerminal(int width) {
    CommandLine whole = Qb.line("--help");
    Main.fit(whole, width);
    requireFits(whole, width);
  }

  private static void requireFits(CommandLine command, int width) {
    String help = command.getUsageMessage();
    assertThat(help).contains("Usage: ");
    assertThat(help.lines().filter(line -> line.strip().indexOf(' ') >= 0))
        .as(command.getCommandName())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
    command.getSubcommands().values().forEach(below -> requireFits(below, width));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 80})
  void nothingIsLostInANarrowOne(int width) {
    CommandLine whole = Qb.line("run", "--help");
    Main.fit(whole, width);
    String run = whole.getSubcommands().get("run").getUsageMessage().replaceAll("\\s+", " ");
    assertThat(run)
        .contains("--set=NAME=VALUE")
        .contains("-h, --help")
        .contains("may be given several times.")
        .contains("Computes one point at most");
    String all = whole.getUsageMessage().replaceAll("\\s+", " ");
    assertThat(all)
        .contains("Exit status")
        .contains("nothing was computed: the command or the file");
  }
}
