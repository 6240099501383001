package qbattery.file.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import qbattery.file.tree.Quoted;
import qbattery.quantum.Space;

/**
 * Which sites of a space the parts of a battery are.
 *
 * @param rows the parts, in the order of their sites
 * @param space the space of all
 */
public record PartTable(List<Row> rows, Space space) {

  /** Copies the list. */
  public PartTable {
    rows = List.copyOf(rows);
  }

  /**
   * A part.
   *
   * @param name what formulas call it
   * @param kind what it is
   * @param first its first site, from 0
   * @param count how many sites it is
   */
  public record Row(String name, PartKind kind, int first, int count) {}

  /**
   * The sites of some parts.
   *
   * @param names parts, such as {@code cell}, or sites of them, such as {@code cell[2]}; none for
   *     all
   * @return sites from 0, in the order of the names
   * @throws IllegalArgumentException if there is no such part or site, or a site is named twice
   */
  public List<Integer> sites(List<String> names) {
    if (names.isEmpty()) {
      return IntStream.range(0, space.sites()).boxed().toList();
    }
    List<Integer> sites = new ArrayList<>();
    for (String name : names) {
      for (int site : sites(name)) {
        if (sites.contains(site)) {
          throw new IllegalArgumentException(
              "'%s' names a site that is named before.".formatted(Quoted.brief(name)));
        }
        sites.add(site);
      }
    }
    return List.copyOf(sites);
  }

  private List<Integer> sites(String text) {
    SiteName name = SiteName.of(text).orElse(new SiteName(text, Optional.empty()));
    Row row = row(name.part());
    if (name.index().isPresent()) {
      return List.of(site(row, name.index().get()));
    }
    return IntStream.range(row.first(), row.first() + row.count()).boxed().toList();
  }

  /** The part of a name. */
  Row row(String name) {
    return rows.stream()
        .filter(r -> r.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    Quoted.unknown("part", name, rows.stream().map(Row::name).toList())));
  }

  /** One site of a part, counted from 1. */
  int site(Row row, double index) {
    if (IntStream.range(row.first(), row.first() + row.count())
        .anyMatch(site -> space.alikeCells(site).isPresent())) {
      throw new IllegalArgumentException(
          "The cells '%s' are alike and described together, so that none of them has a name; leave the brackets out, or say 'alike: false'."
              .formatted(row.name()));
    }
    if (index != StrictMath.rint(index) || index < 1 || index > row.count()) {
      throw new IllegalArgumentException(
          row.count() == 1
              ? "There is no %s[%s]; '%s' is one site, so leave the brackets out or write 1."
                  .formatted(row.name(), brief(index), row.name())
              : "There is no %s[%s]; its sites are 1 to %d."
                  .formatted(row.name(), brief(index), row.count()));
    }
    return row.first() + (int) index - 1;
  }

  /** The part that a site belongs to. */
  public Row rowOf(int site) {
    return rows.stream()
        .filter(r -> site >= r.first() && site < r.first() + r.count())
        .findFirst()
        .orElseThrow();
  }

  private static String brief(double index) {
    return index == StrictMath.rint(index) && StrictMath.abs(index) < 1e9
        ? Long.toString((long) index)
        : Double.toString(index);
  }
}
