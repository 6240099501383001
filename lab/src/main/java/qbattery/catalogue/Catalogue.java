package qbattery.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import qbattery.paper.Paper;
import qbattery.paper.arjmandi2022.Arjmandi2022;
import qbattery.paper.file.PaperFiles;

/** The list of all papers: the one place that knows them by name. */
public final class Catalogue {

  /** Where the papers lie that are files. */
  private static final String FILES = "/qbattery/paper/";

  private static final List<Entry> ENTRIES =
      List.of(
          new Entry("santos2021", () -> file("santos2021.yaml")),
          new Entry("arjmandi2022", Arjmandi2022::paper),
          new Entry("quach2020", () -> file("quach2020.yaml")),
          new Entry("kamin2023", () -> file("kamin2023.yaml")));

  private Catalogue() {}

  /** A paper that is made when it is asked for: the others need not be read. */
  private record Entry(String id, Supplier<Paper> paper) {}

  private static Paper file(String name) {
    try {
      return PaperFiles.resource(FILES, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * All papers.
   *
   * @return the papers, in the order they are shown
   */
  public static List<Paper> papers() {
    return ENTRIES.stream().map(entry -> entry.paper().get()).toList();
  }

  /**
   * Their short names.
   *
   * @return the names, in the same order
   */
  public static List<String> ids() {
    return ENTRIES.stream().map(Entry::id).toList();
  }

  /**
   * One paper.
   *
   * @param id its short name
   * @return the paper; nothing if there is none of that name
   */
  public static Optional<Paper> paper(String id) {
    return ENTRIES.stream()
        .filter(entry -> entry.id().equals(id))
        .findFirst()
        .map(entry -> entry.paper().get());
  }
}
