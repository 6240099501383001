package qbattery.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import qbattery.catalogue.Catalogue;
import qbattery.claim.Claim;
import qbattery.file.NearestName;
import qbattery.paper.Paper;

/** Turns names from the command line into papers, figures and claims, or says what was meant. */
final class Choice {

  private Choice() {}

  static Paper paper(String name, CommandLine command) {
    return Catalogue.papers().stream()
        .filter(p -> p.id().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                unknown(
                    "paper", name, Catalogue.papers().stream().map(Paper::id).toList(), command));
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
   */
  static List<Claim> claims(List<String> names, CommandLine command) {
    List<Paper> papers = Catalogue.papers();
    if (names.isEmpty()) {
      return papers.stream().flatMap(p -> p.claims().stream()).toList();
    }
    Set<Claim> chosen = new LinkedHashSet<>();
    for (String name : names) {
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
      chosen.addAll(found);
    }
    return List.copyOf(chosen);
  }

  static ParameterException unknown(
      String what, String name, List<String> known, CommandLine command) {
    String hint =
        NearestName.of(name, known)
            .map(nearest -> "Did you mean '" + nearest + "'?")
            .orElse(
                known.size() <= 8
                    ? "Known: " + String.join(", ", known) + "."
                    : "'qb list' shows all names.");
    return new ParameterException(
        command, "There is no %s called '%s'. %s".formatted(what, name, hint));
  }
}
