package qbattery.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import qbattery.claim.Claim;
import qbattery.paper.Paper;
import qbattery.paper.arjmandi2022.Arjmandi2022;
import qbattery.paper.file.PaperFiles;

/** The list of all papers: the one place that knows them by name. */
public final class Catalogue {

  /** Where the papers lie that are files. */
  private static final String FILES = "/qbattery/paper/";

  private static final List<Entry> ENTRIES =
      List.of(
          file("santos2021"),
          new Entry("arjmandi2022", Arjmandi2022::paper, Catalogue::claimOfArjmandi),
          file("quach2020"),
          file("kamin2023"));

  private Catalogue() {}

  /** A paper, or one claim of it, made when it is asked for: the others need not be read. */
  private record Entry(String id, Supplier<Paper> paper, Function<String, Optional<Claim>> claim) {}

  private static Entry file(String id) {
    String name = id + ".yaml";
    return new Entry(
        id,
        () -> read(() -> PaperFiles.resource(FILES, name)),
        claim -> read(() -> PaperFiles.claim(FILES, name, claim)));
  }

  private static Optional<Claim> claimOfArjmandi(String claim) {
    return read(() -> PaperFiles.claim(FILES, "arjmandi2022.yaml", claim))
        .or(
            () ->
                Arjmandi2022.paper().claims().stream()
                    .filter(c -> c.id().equals("arjmandi2022." + claim))
                    .findFirst());
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

  /**
   * One claim; of a paper that is a file the others are not read.
   *
   * @param id the paper's short name, a point, and the claim's name
   * @return the claim; nothing if there is none of that name
   */
  public static Optional<Claim> claim(String id) {
    int point = id.indexOf('.');
    return ENTRIES.stream()
        .filter(entry -> point > 0 && entry.id().equals(id.substring(0, point)))
        .findFirst()
        .flatMap(entry -> entry.claim().apply(id.substring(point + 1)));
  }
}
