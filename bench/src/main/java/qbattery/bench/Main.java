package qbattery.bench;

import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.util.Statistics;

/**
 * Runs benchmarks as JMH's own main class does, with its options, and then prints medians and
 * ranges.
 *
 * <p>JMH prints means with an error that takes the noise for normal; on a machine with other users
 * it is not.
 */
public final class Main {

  private Main() {}

  /**
   * Runs benchmarks.
   *
   * @param args JMH's options and a pattern of names; none runs all
   * @throws CommandLineOptionException if JMH does not know an option
   * @throws RunnerException if JMH cannot start, or finds nothing of that name
   * @throws IOException if the help cannot be written
   */
  public static void main(String[] args)
      throws CommandLineOptionException, RunnerException, IOException {
    CommandLineOptions options = new CommandLineOptions(args);
    Runner runner = new Runner(options);
    if (options.shouldHelp()) {
      options.showHelp();
    } else if (options.shouldList()) {
      runner.list();
    } else {
      System.out.print(table(runner.run()));
    }
  }

  /**
   * Medians and ranges over all iterations of all forks.
   *
   * @param runs what JMH measured
   * @return a table in Markdown
   */
  static String table(Collection<RunResult> runs) {
    StringBuilder text = new StringBuilder("\n| what | n | median | range | unit |\n");
    text.append("|---|---|---|---|---|\n");
    for (RunResult run : runs) {
      StringBuilder what = new StringBuilder();
      for (String name : run.getParams().getParamsKeys()) {
        what.append(' ').append(name).append(" = ").append(run.getParams().getParam(name));
      }
      append(text, what, run.getPrimaryResult());
      for (Result<?> counter : run.getSecondaryResults().values()) {
        append(text, what, counter);
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, CharSequence what, Result<?> result) {
    Statistics all = result.getStatistics();
    text.append(
        String.format(
            Locale.ROOT,
            "| %s%s | %d | %.4g | %.4g - %.4g | %s |\n",
            result.getLabel(),
            what,
            all.getN(),
            all.getPercentile(50),
            all.getMin(),
            all.getMax(),
            result.getScoreUnit()));
  }
}
