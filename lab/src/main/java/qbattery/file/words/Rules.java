package qbattery.file.words;

import java.util.List;
import java.util.Optional;
import qbattery.file.formula.PartKind;
import qbattery.file.formula.SiteName;
import qbattery.file.tree.Node;
import qbattery.file.tree.Problem;
import qbattery.file.tree.Quoted;
import qbattery.file.tree.Word;
import qbattery.measure.Measure;

/** Rules that a shape cannot express: names that need or exclude each other. */
public final class Rules {

  private final List<Problem> problems;

  private Rules(List<Problem> problems) {
    this.problems = problems;
  }

  public static void check(Node.Mapping root, List<Problem> problems) {
    Rules rules = new Rules(problems);
    rules.structure(root);
    root.mappings("channels").forEach(rules::channel);
    root.mappings("channels").forEach(channel -> rules.spinsThatActEach(root, channel));
    root.mappings("results").forEach(result -> rules.result(root, result));
    root.mappings("measures").forEach(rules::measure);
  }

  private void structure(Node.Mapping root) {
    List<String> given = root.keys().stream().filter(Grammar.structures()::contains).toList();
    if (given.isEmpty()) {
      wrong(
          root,
          "What the battery is made of is missing: give parts and storage, or network, or ensembles.");
    } else if (given.size() > 1) {
      wrong(
          root.get(given.get(1)).orElse(root),
          "A battery is described by one of %s; %s are given."
              .formatted(String.join(", ", Grammar.structures()), String.join(" and ", given)));
    } else if (given.contains("parts") && root.get("storage").isEmpty()) {
      wrong(root, "'storage' is missing: H0, such as omega*number(cell).");
    } else if (!given.contains("parts") && root.get("storage").isPresent()) {
      wrong(
          root.get("storage").orElse(root),
          "The storage of a battery of the kind '%s' follows from that; leave storage out."
              .formatted(given.get(0)));
    }
    if (given.contains("ensembles")) {
      for (String name : List.of("interaction", "channels", "drives")) {
        root.get(name)
            .ifPresent(
                node ->
                    wrong(
                        node,
                        "Two ensembles on one reservoir are described by ensembles alone; leave %s out, or describe them as parts of the kind spin."
                            .formatted(name)));
      }
    }
  }

  private void channel(Node.Mapping channel) {
    if (channel.get("jumps").isPresent()
        && channel.get("rate").isPresent() == channel.get("rates").isPresent()) {
      wrong(channel, "Jumps have either rate, one for all, or rates, a matrix.");
    }
    if (channel.get("decay").isPresent()) {
      if (channel.get("graph").isPresent() != channel.get("intracell").isPresent()) {
        wrong(channel, "graph and intracell belong together; give both or none.");
      } else if (channel.get("graph").isPresent() && channel.get("acts").isPresent()) {
        wrong(
            channel, "With a graph, how the cells decay together is said by intracell, not acts.");
      }
    }
    boolean fermions =
        channel.get("reservoir").orElse(channel) instanceof Node.Scalar s
            && s.text().equals(ChannelWords.FERMIONIC);
    if (channel.get("reservoir").isPresent() && !fermions) {
      channel
          .get("chemical potential")
          .ifPresent(node -> wrong(node, "Only a fermionic reservoir has a chemical potential."));
    }
  }

  /**
   * The cells of a spin cannot each have a channel of its own: that leaves the symmetric states.
   */
  private void spinsThatActEach(Node.Mapping root, Node.Mapping channel) {
    Optional<Node> acts = channel.get("acts");
    if (acts.isEmpty()
        || !(acts.get() instanceof Node.Scalar word)
        || !word.text().equals("each")) {
      return;
    }
    List<String> of =
        Scope.texts(channel.get("of")).stream()
            .map(name -> SiteName.of(name).map(SiteName::part).orElse(name))
            .toList();
    for (Node.Mapping part : root.mappings("parts")) {
      boolean several =
          part.get("spin")
              .filter(n -> n instanceof Node.Scalar size && !size.text().strip().equals("1"))
              .isPresent();
      String name =
          part.get("name").orElse(part) instanceof Node.Scalar own
              ? own.text()
              : DefaultNames.part(PartKind.SPIN);
      if (several && (of.isEmpty() || of.contains(name))) {
        wrong(
            word,
            "'acts: each' means each cell by itself, but '%s' is a spin, whose cells stay in their symmetric states. Describe them as a part of the kind cells, which may be hundreds if nothing tells them apart, or leave acts out: then the spin has the channel as a whole, with the jump operator J- or J+."
                .formatted(Quoted.brief(name)));
      }
    }
  }

  private void measure(Node.Mapping measure) {
    Optional<Measure> kind =
        measure.get("measure").orElse(measure) instanceof Node.Scalar word
            ? MeasureNames.find(word.text())
            : Optional.empty();
    if (kind.isEmpty()) {
      return; // said by the checker
    }
    if (measure.get("graph").isPresent() && !kind.get().equals(Measure.CONCURRENCE)) {
      wrong(measure, "Only a concurrence has a graph: it is the mean over its links.");
    }
    String needed = kind.get().numberName().orElse("");
    for (String name : List.of("temperature", "excitations")) {
      Optional<Node> given = measure.get(name);
      if (given.isEmpty() && name.equals(needed)) {
        wrong(measure, "The measure '%s' needs '%s'.".formatted(kind.get().word(), name));
      } else if (given.isPresent() && !name.equals(needed)) {
        wrong(given.get(), "The measure '%s' has no '%s'.".formatted(kind.get().word(), name));
      }
    }
  }

  /** What says from when on or until when is a time that is found on the whole curve. */
  private void result(Node.Mapping root, Node.Mapping result) {
    for (String end : List.of("from", "until")) {
      if (result.get(end).orElse(root) instanceof Node.Scalar named) {
        if (root.get("ensemble").isPresent()) {
          wrong(
              named,
              "With an ensemble results are taken from all the times; leave from and until out.");
        }
        for (Node.Mapping other : root.mappings("results")) {
          if (Scope.resultName(other).text().equals(named.text()) && !isTimeOfAll(other)) {
            wrong(
                named,
                "'%s' says no time, or is itself looked for in a part of the times; name a crossing, a half life or when a peak is."
                    .formatted(Quoted.brief(named.text())));
          }
        }
      }
    }
  }

  private static boolean isTimeOfAll(Node.Mapping result) {
    return result.get("from").isEmpty()
        && result.get("until").isEmpty()
        && result.keys().stream()
            .anyMatch(
                key -> Word.find(ResultKind.class, key).filter(ResultKind::isTime).isPresent());
  }

  private void wrong(Node node, String sentence) {
    problems.add(new Problem(node.place(), sentence));
  }
}
