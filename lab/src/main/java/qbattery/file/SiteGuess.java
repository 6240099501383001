package qbattery.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import qbattery.file.formula.LocalWord;
import qbattery.file.formula.PartKind;
import qbattery.file.words.DefaultNames;
import qbattery.file.words.StructureWords;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Drive;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

/**
 * What the sites of a space are: a collective spin where the space says so, else the kind that
 * knows most of the operators on them.
 *
 * @param parts the parts
 * @param names what a formula calls each site
 * @param kinds the kind of each site
 * @param levels the levels of each site
 */
record SiteGuess(
    List<StructureWords.Part> parts,
    List<String> names,
    List<PartKind> kinds,
    List<Integer> levels) {

  /** Whether a site is of cells that are alike: these are sites of more than two levels. */
  boolean isAlike(int site) {
    return kinds.get(site) == PartKind.CELLS && levels.get(site) > 2;
  }

  static SiteGuess of(Battery battery) {
    List<Integer> levels = battery.space().localDimensions();
    List<Set<LocalOperator>> operators = new ArrayList<>();
    levels.forEach(d -> operators.add(new HashSet<>()));
    Stream.of(
            Stream.of(battery.storage(), battery.interaction()),
            battery.channels().stream().map(Channel::jumps).flatMap(List::stream),
            battery.drives().stream().map(Drive::operator))
        .flatMap(s -> s)
        .map(Operator::terms)
        .flatMap(List::stream)
        .forEach(term -> term.factors().forEach((site, op) -> operators.get(site).add(op)));
    List<PartKind> kinds = new ArrayList<>();
    for (int site = 0; site < levels.size(); site++) {
      kinds.add(
          battery.space().alikeCells(site).isPresent()
              ? PartKind.CELLS
              : battery.space().spins().get(site) > 0
                  ? PartKind.SPIN
                  : kind(levels.get(site), operators.get(site)));
    }
    return named(battery.space(), kinds);
  }

  private static PartKind kind(int levels, Set<LocalOperator> operators) {
    PartKind best = levels == 2 ? PartKind.CELLS : PartKind.LEVELS;
    long known = known(best, levels, operators);
    boolean mode = levels >= 2 && known(PartKind.MODE, levels, operators) > known;
    return mode ? PartKind.MODE : best;
  }

  private static long known(PartKind kind, int levels, Set<LocalOperator> operators) {
    if (kind == PartKind.CELLS && levels != 2) {
      return 0;
    }
    List<LocalOperator> words =
        Stream.of(LocalWord.values()).flatMap(w -> w.local(kind, levels).stream()).toList();
    return operators.stream().filter(words::contains).count();
  }

  private static SiteGuess named(Space space, List<PartKind> kinds) {
    List<Integer> levels = space.localDimensions();
    List<StructureWords.Part> parts = new ArrayList<>();
    List<String> names = new ArrayList<>();
    Map<PartKind, Integer> used = new HashMap<>();
    int site = 0;
    while (site < kinds.size()) {
      PartKind kind = kinds.get(site);
      int count = 1;
      boolean alike = space.alikeCells(site).isPresent();
      while (kind == PartKind.CELLS
          && !alike
          && site + count < kinds.size()
          && kinds.get(site + count) == kind
          && space.alikeCells(site + count).isEmpty()) {
        count++;
      }
      int number = used.merge(kind, 1, Integer::sum);
      String name = DefaultNames.part(kind) + (number == 1 ? "" : "_" + number);
      int size =
          switch (kind) {
            case CELLS -> alike ? space.spins().get(site) : count;
            case SPIN -> levels.get(site) - 1;
            case MODE, LEVELS -> levels.get(site);
          };
      parts.add(
          new StructureWords.Part(size, name, alike ? Optional.of(true) : Optional.empty(), kind));
      for (int k = 1; k <= count; k++) {
        names.add(count == 1 ? name : name + "[" + k + "]");
      }
      site += count;
    }
    return new SiteGuess(parts, names, kinds, levels);
  }
}
