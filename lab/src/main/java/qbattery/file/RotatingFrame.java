package qbattery.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import qbattery.file.formula.Evaluator;
import qbattery.file.formula.Expression;
import qbattery.file.tree.Node;
import qbattery.file.tree.Place;
import qbattery.file.tree.Tree;
import qbattery.file.tree.View;
import qbattery.file.tree.YamlWriter;
import qbattery.file.words.BatteryFile;
import qbattery.file.words.CommonWords;
import qbattery.file.words.Scope;
import qbattery.measure.Measure;
import qbattery.model.Rest;
import qbattery.report.Numbers;

/**
 * The frame in which rotating drives stand still: with {@code rho' = exp(i G t) rho exp(-i G t)}, G
 * a sum of excitation numbers with weights, the Hamiltonian is less by G, and a drive {@code f (A
 * exp(i w t) + h.c.)} is {@code f (A + h.c.)} if A takes the weight w away. Of the storage, the
 * interaction, other drives and the channels G may change nothing but the phase of a jump.
 *
 * @param file the battery in that frame
 * @param changed what is measured otherwise there: expectations that G changes, and the total
 *     ergotropy, since G stands in the interaction
 */
public record RotatingFrame(BatteryFile file, List<String> changed) {

  /** Copies the list. */
  public RotatingFrame {
    changed = List.copyOf(changed);
  }

  /**
   * The frame of a file.
   *
   * @param reading a file that is right
   * @param place values of what is swept
   * @return the frame; nothing if there is none in which all drives come to rest
   */
  public static Optional<RotatingFrame> of(Reading reading, Map<String, Double> place) {
    BatteryFile file = reading.file();
    List<Node> said = file.list("drives");
    boolean rotates = said.stream().anyMatch(drive -> View.of(drive).has("rotating"));
    Setup setup = reading.setup(place, () -> 0.5);
    // the clock of the drives begins anew with a stage, and a current of energy counts all of H
    if (!rotates
        || file.has("stages")
        || setup.ensembles().isPresent()
        || setup.measures().stream().anyMatch(m -> m.kind().equals(Measure.ENERGY_CURRENT))) {
      return Optional.empty();
    }
    Evaluator evaluator = new SetupBuilder(reading, place, () -> 0.5).evaluator(setup.parts());
    FrameEquations equations = new FrameEquations(setup.battery().space());
    equations.unchanged(setup.battery().storage());
    equations.unchanged(setup.battery().interaction());
    setup.battery().channels().forEach(equations::phases);
    List<Node> drives = new ArrayList<>();
    for (Node one : said) {
      View drive = View.of(one);
      if (drive.has("rotating")) {
        Expression frequency = Expression.of(drive.node("frequency"));
        equations.takesAway(
            CommonWords.OPERATORS.read(drive.node("rotating"), evaluator),
            frequency.toString(),
            evaluator.real(frequency));
        drives.add(standing(drive));
      } else {
        equations.unchanged(CommonWords.OPERATORS.read(drive.node("operator"), evaluator));
        drives.add(one);
      }
    }
    Optional<List<String>> generator = equations.generator(setup.parts());
    if (generator.isEmpty()) {
      return Optional.empty();
    }
    List<Node> interaction = new ArrayList<>(file.list("interaction"));
    generator.get().forEach(term -> interaction.add(Node.text(term)));
    List<String> changed =
        setup.measures().stream()
            .filter(
                m ->
                    m.kind().equals(Measure.TOTAL_ERGOTROPY)
                        || m.operator().filter(equations::changes).isPresent())
            .map(Setup.BuiltMeasure::name)
            .toList();
    BatteryFile there =
        file.with("interaction", Node.list(interaction)).with("drives", Node.list(drives));
    Setup made = new Reading(reading.name(), there, reading.places()).setup(place, () -> 0.5);
    return Rest.of(made.battery()).map(rest -> new RotatingFrame(there, changed));
  }

  private static Node standing(View drive) {
    String sum = String.join(" + ", Scope.texts(drive.mapping().get("rotating")));
    return new Tree()
        .node("operator", Node.text(sum + " + h.c."))
        .node("envelope", drive.node("envelope"))
        .node("name", Scope.name(drive.mapping(), Scope.DRIVES))
        .done();
  }

  /**
   * What to write in place of the sections {@code interaction} and {@code drives}.
   *
   * @return lines of YAML
   */
  public String lines() {
    List<Node.Entry> sections =
        file.tree().entries().stream()
            .filter(e -> List.of("interaction", "drives").contains(e.key().text()))
            .toList();
    return YamlWriter.write(new Node.Mapping(sections, Place.START));
  }

  /**
   * That there is such a frame, and how it is written.
   *
   * @return a sentence, and the lines
   */
  public String sentence() {
    String others =
        changed.isEmpty()
            ? ""
            : " (not so '%s', which the frame changes)".formatted(String.join("', '", changed));
    return "In the frame that turns with the drives they are constant, and energies and ergotropies are the same%s. Write for 'interaction' and 'drives':%n%s"
        .formatted(others, lines())
        .stripTrailing();
  }

  /** The text of a weight: a factor times the frequency of a drive, whose own sign is taken out. */
  static String weight(double factor, String frequency) {
    if (frequency.matches("-\\s*[\\p{L}_][\\p{L}\\p{N}_]*|-\\s*[0-9.]+")) {
      return weight(-factor, frequency.substring(1).strip());
    }
    String number =
        frequency.matches("[\\p{L}_][\\p{L}\\p{N}_]*|[0-9.]+") ? frequency : "(" + frequency + ")";
    return factor == 1
        ? number
        : factor == -1 ? "-" + number : Numbers.exact(factor) + "*" + number;
  }
}
