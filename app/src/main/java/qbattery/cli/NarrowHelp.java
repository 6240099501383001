package qbattery.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Help for terminals too narrow for two columns: each option on a line of its own, and what it does
 * below it.
 */
final class NarrowHelp {

  private static final String INDENT = "  ";

  private final int width;

  private NarrowHelp(int width) {
    this.width = width;
  }

  /** Sets the help of a command and of all below it. */
  static void set(CommandLine command, int width) {
    NarrowHelp narrow = new NarrowHelp(width);
    Map<String, IHelpSectionRenderer> sections = command.getHelpSectionMap();
    sections.put(
        UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING,
        help -> ""); // the synopsis has it, so that it is broken with it
    sections.put(
        UsageMessageSpec.SECTION_KEY_HEADER,
        help -> narrow.paragraphs(help.commandSpec().usageMessage().header()));
    sections.put(UsageMessageSpec.SECTION_KEY_SYNOPSIS, narrow::synopsis);
    sections.put(
        UsageMessageSpec.SECTION_KEY_DESCRIPTION,
        help -> narrow.paragraphs(help.commandSpec().usageMessage().description()));
    sections.put(UsageMessageSpec.SECTION_KEY_PARAMETER_LIST, narrow::parameters);
    sections.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, narrow::options);
    sections.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, narrow::commands);
    sections.put(UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST, narrow::exitCodes);
    sections.put(
        UsageMessageSpec.SECTION_KEY_FOOTER,
        help -> narrow.paragraphs(help.commandSpec().usageMessage().footer()));
    command.setHelpSectionMap(sections);
    command.getSubcommands().values().forEach(below -> set(below, width));
  }

  private String synopsis(Help help) {
    String all = "Usage: " + help.synopsis(0).strip().replaceAll("\\s+", " ");
    return wrapped(all, "", INDENT);
  }

  private String paragraphs(String... lines) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      text.append(wrapped(line.formatted(), "", ""));
    }
    return text.toString();
  }

  private String parameters(Help help) {
    StringBuilder text = new StringBuilder();
    for (PositionalParamSpec one : help.commandSpec().positionalParameters()) {
      if (!one.hidden()) {
        text.append(entry(one.paramLabel(), one.description()));
      }
    }
    return text.toString();
  }

  private String options(Help help) {
    StringBuilder text = new StringBuilder();
    List<OptionSpec> options = new ArrayList<>(help.commandSpec().options());
    options.sort((a, b) -> a.longestName().compareToIgnoreCase(b.longestName()));
    for (OptionSpec one : options) {
      if (!one.hidden()) {
        String value = one.arity().max() == 0 ? "" : "=" + one.paramLabel();
        text.append(entry(String.join(", ", one.names()) + value, one.description()));
      }
    }
    return text.toString();
  }

  private String commands(Help help) {
    StringBuilder text = new StringBuilder();
    help.subcommands()
        .forEach(
            (name, below) -> {
              String[] about = below.commandSpec().usageMessage().description();
              text.append(entry(name, about.length == 0 ? about : new String[] {about[0]}));
            });
    return text.toString();
  }

  private String exitCodes(Help help) {
    StringBuilder text = new StringBuilder();
    help.commandSpec()
        .usageMessage()
        .exitCodeList()
        .forEach((c, what) -> text.append(entry(c, what)));
    return text.toString();
  }

  private String entry(String name, String... description) {
    return wrapped(name, INDENT, INDENT + INDENT + INDENT)
        + wrapped(String.join(" ", description), INDENT + INDENT, INDENT + INDENT);
  }

  /** Lines no longer than the width, where words allow it. */
  private String wrapped(String text, String first, String others) {
    StringBuilder lines = new StringBuilder();
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : text.strip().split("\\s+")) {
      if (!empty && line.length() + 1 + word.length() > width) {
        lines.append(line).append(System.lineSeparator());
        line = new StringBuilder(others);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    return lines.append(line).append(System.lineSeparator()).toString();
  }
}
