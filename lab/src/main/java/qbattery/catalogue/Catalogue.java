package qbattery.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import qbattery.claim.Claim;
import qbattery.paper.Paper;
import qbattery.paper.file.PaperFiles;

/** The list of all papers: the one place that knows them by name. */
public final class Catalogue {

  /** Where their files lie. */
  private static final String FILES = "/qbattery/paper/";

  private static final List<String> IDS =
      List.of("santos2021", "arjmandi2022", "quach2020", "kamin2023");

  private Catalogue() {}

  private static Paper file(String id) {
    return read(() -> PaperFiles.resource(FILES, id + ".yaml"));
  }

  private interface Read<T> {
    T of() throws IOException;
  }

  private static <T> T read(Read<T> what) {
    try {
      return what.of();
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
    return IDS.stream().map(Catalogue::file).toList();
  }

  /**
   * Their short names.
   *
   * @return the names, in the same order
   */
  public static List<String> ids() {
    return IDS;
  }

  /**
   * One paper.
   *
   * @param id its short name
   * @return the paper; nothing if there is none of that name
   */
  public static Optional<Paper> paper(String id) {
    return IDS.stream().filter(id::equals).findFirst().map(Catalogue::file);
  }

  /**
   * One claim; of a paper that is a file the others are not read.
   *
   * @param id the paper's short name, a point, and the claim's name
   * @return the claim; nothing if there is none of that name
   */
  public static Optional<Claim> claim(String id) {
    int point = id.indexOf('.');
    return IDS.stream()
        .filter(paper -> point > 0 && paper.equals(id.substring(0, point)))
        .findFirst()
        .flatMap(
            paper -> read(() -> PaperFiles.claim(FILES, paper + ".yaml", id.substring(point + 1))));
  }
}
