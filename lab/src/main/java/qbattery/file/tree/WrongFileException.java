package qbattery.file.tree;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** All mistakes in a file. */
public final class WrongFileException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  /** So many problems are put into words; nobody reads more at once. */
  static final int MOST_SAID = 1000;

  private final String file;
  private final transient List<Problem> problems;

  /**
   * All problems of a file.
   *
   * @param file what the file is called
   * @param problems what is wrong, at least one thing
   */
  public WrongFileException(String file, List<Problem> problems) {
    super(said(file, problems));
    this.file = file;
    this.problems = problems.stream().sorted(byPlace()).toList();
  }

  private static String said(String file, List<Problem> problems) {
    String first =
        problems.stream()
            .sorted(byPlace())
            .limit(MOST_SAID)
            .map(p -> p.in(file))
            .collect(Collectors.joining("\n"));
    int more = problems.size() - MOST_SAID;
    return more <= 0
        ? first
        : "%s%n%s: after these there are %d more.".formatted(first, file, more);
  }

  private static Comparator<Problem> byPlace() {
    return Comparator.comparing(Problem::place);
  }

  /**
   * What is wrong.
   *
   * @return the problems, in the order of the file
   */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * Which file it is about.
   *
   * @return what it is called
   */
  public String file() {
    return file;
  }
}
