package qbattery.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import qbattery.catalogue.Catalogue;
import qbattery.claim.Claim;
import qbattery.file.tree.NearestName;
import qbattery.paper.Paper;
import qbattery.paper.file.PaperFiles;

/** Turns names from the command line into papers, figures and claims, or says what was meant. */
final class Choice {

  private Choice() {}

  /**
   * A paper by its name, or from a file.
   *
   * @throws ParameterException if there is no such paper or file
   * @throws qbattery.file.tree.WrongFileException if the file is wrong
   */
  static Paper paper(String name, CommandLine command) {
    if (isFile(name)) {
      return read(Path.of(name), command);
    }
    return Catalogue.paper(name)
        .orElseThrow(() -> unknown("paper", name, Catalogue.ids(), command));
  }

  /** Papers by their names, or from files, each once; all where none is named. */
  static List<Paper> papers(List<String> names, CommandLine command) {
    return names.isEmpty()
        ? Catalogue.papers()
        : names.stream().distinct().map(name -> paper(name, command)).toList();
  }

  /** Whether a word names a paper file, and not a paper or a claim. */
  static boolean isFile(String word) {
    return word.endsWith(".yaml") || word.endsWith(".yml");
  }

  private static Paper read(Path file, CommandLine command) {
    if (!Files.isRegularFile(file)) {
      throw new ParameterException(
          command,
          "There is no file '%s'; 'qb new --paper' writes one to begin with.".formatted(file));
    }
    try {
      if (!PaperFiles.isPaper(file)) {
        throw new ParameterException(
            command,
            "'%s' names no paper at its top; a battery file is computed with 'qb run %s'."
                .formatted(file, file));
      }
      return PaperFiles.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Paper.Figure figure(Paper paper, String name, CommandLine command) {
    return paper.figures().stream()
        .filter(f -> f.id().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                unknown(
                    "figure of " + paper.id(),
                    name,
                    paper.figures().stream().map(Paper.Figure::id).toList(),
                    command));
  }

  /**
   * Claims by id, or all of a paper; each once, in the order asked for; all where none is named.
   * After a paper file its claims may be named without that of the paper; where none is, all are
   * meant.
   */
  static List<Claim> claims(List<String> names, CommandLine command) {
    if (names.isEmpty()) {
      return Catalogue.papers().stream().flatMap(p -> p.claims().stream()).toList();
    }
    Map<String, Claim> chosen = new LinkedHashMap<>(); // by name, so that none is judged twice
    for (int k = 0; k < names.size(); k++) {
      if (!isFile(names.get(k))) {
        String name = names.get(k);
        Catalogue.claim(name)
            .map(List::of)
            .orElseGet(() -> claims(of(name), name, command))
            .forEach(c -> chosen.putIfAbsent(c.id(), c));
        continue;
      }
      Paper paper = paper(names.get(k), command);
      boolean all = k + 1 == names.size() || isFile(names.get(k + 1));
      if (all) {
        paper.claims().forEach(c -> chosen.putIfAbsent(c.id(), c));
      }
      while (k + 1 < names.size() && !isFile(names.get(k + 1))) {
        k++;
        String word = names.get(k);
        String whole =
            paper.claims().stream().anyMatch(c -> c.id().equals(word)) ? "" : paper.id() + ".";
        claims(List.of(paper), whole + word, command).forEach(c -> chosen.putIfAbsent(c.id(), c));
      }
    }
    return List.copyOf(chosen.values());
  }

  /** The paper that a name begins with, so that no other is read; all if there is none. */
  private static List<Paper> of(String name) {
    Optional<Paper> one = Catalogue.paper(name.replaceFirst("\\..*", ""));
    boolean fits =
        one.filter(
                p -> p.id().equals(name) || p.claims().stream().anyMatch(c -> c.id().equals(name)))
            .isPresent();
    return fits ? List.of(one.orElseThrow()) : Catalogue.papers();
  }

  private static List<Claim> claims(List<Paper> papers, String name, CommandLine command) {
    List<Claim> found =
        papers.stream()
            .flatMap(p -> p.claims().stream())
            .filter(c -> c.id().equals(name) || c.paper().equals(name))
            .toList();
    if (found.isEmpty()) {
      List<String> known = new ArrayList<>();
      papers.forEach(
          p -> {
            known.add(p.id());
            p.claims().forEach(c -> known.add(c.id()));
          });
      throw unknown("claim or paper", name, known, command);
    }
    return found;
  }

  static ParameterException unknown(
      String what, String name, List<String> known, CommandLine command) {
    String hint =
        NearestName.of(name, known)
            .map(nearest -> "Did you mean '" + nearest + "'?")
            .orElse(
                known.size() <= 8
                    ? "Known: " + String.join(", ", known) + "."
                    : "'./qb list' shows all names.");
    return new ParameterException(
        command, "There is no %s called '%s'. %s".formatted(what, name, hint));
  }
}
