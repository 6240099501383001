package qbattery.paper.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Laboratory;
import qbattery.file.BatteryDraft;
import qbattery.file.tree.Node;
import qbattery.file.tree.Problem;
import qbattery.file.tree.SourceText;
import qbattery.file.tree.WrongFileException;
import qbattery.file.words.Checker;
import qbattery.file.words.JsonSchema;
import qbattery.file.words.Reference;
import qbattery.paper.Calibration;
import qbattery.paper.Paper;

/** Reads papers from files. */
public final class PaperFiles {

  /** What the schema beside a paper file is called. */
  public static final String SCHEMA = "paper.schema.json";

  /** What the battery file beside a starting paper file is called. */
  public static final String BATTERY = "cell.yaml";

  private static final String STARTING = "/qbattery/paper/file/";

  private static final String SHIPPED = "/qbattery/paper/";

  private static final String EXPECTED =
      "A paper is described by names with values, such as 'paper: andolina2018'";

  private PaperFiles() {}

  /**
   * Reads a paper file and the battery files beside it.
   *
   * @param path the paper file
   * @return the paper
   * @throws IOException if it cannot be read
   * @throws WrongFileException if it is wrong; all that is wrong with its form is said, and if the
   *     form is right all names that mean nothing
   */
  public static Paper read(Path path) throws IOException {
    return paper(section(path));
  }

  private static PaperSection section(Path path) throws IOException {
    Path folder = Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(path);
    return section(
        path.toString(),
        SourceText.read(path),
        file -> {
          Path beside = folder.resolve(file);
          if (!Files.isRegularFile(beside)) {
            throw new IOException("There is no file " + beside + ".");
          }
          return SourceText.read(beside);
        });
  }

  /**
   * Reads a paper that ships with the program; names that mean nothing are looked for by its tests
   * alone.
   *
   * @param folder where it lies among the program's resources, such as {@code /qbattery/paper/}
   * @param file the paper file
   * @return the paper
   * @throws IOException if it cannot be read
   * @throws WrongFileException if it is wrong, as above
   */
  public static Paper resource(String folder, String file) throws IOException {
    return paper(shipped(folder, file, shipped(folder + file)));
  }

  /**
   * One claim of a paper that ships with the program, without reading the others and the figures.
   *
   * @param folder where it lies among the program's resources
   * @param file the paper file
   * @param claim the name of the claim, without that of the paper
   * @return the claim; nothing if the file has none of that name
   * @throws IOException if it cannot be read
   * @throws WrongFileException if it is wrong, as above
   */
  public static Optional<Claim> claim(String folder, String file, String claim) throws IOException {
    Optional<String> text =
        SourceText.only(shipped(folder + file), "claims", claim, Set.of("figures", "new"));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    PaperSection paper = shipped(folder, file, text.get());
    return Optional.of(claim(paper, paper.claims().get(0), new KeptCourses()));
  }

  /**
   * A battery file that ships with the program beside the papers, for what a paper leaves to Java.
   *
   * @param file its name
   * @return what it says, to be changed and read
   */
  public static BatteryDraft battery(String file) {
    try {
      return BatteryDraft.of(file, shipped(SHIPPED + file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PaperSection shipped(String folder, String file, String text) {
    List<Problem> problems = new ArrayList<>();
    PaperSection paper =
        bound(file, text, beside -> shipped(folder + beside), unread -> {}, problems);
    if (!problems.isEmpty()) {
      throw new WrongFileException(file, SourceText.within(text, problems));
    }
    return paper;
  }

  private static String shipped(String name) throws IOException {
    try (InputStream in = PaperFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("There is no " + name + " in the program.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static PaperSection section(String name, String text, BatteriesBeside.Text beside) {
    List<Problem> problems = new ArrayList<>();
    PaperSection paper = bound(name, text, beside, BatteryDraft::reading, problems);
    PaperCheck.check(paper, problems);
    if (!problems.isEmpty()) {
      throw new WrongFileException(name, SourceText.within(text, problems));
    }
    return paper;
  }

  /** What a file says, in a right form; what is wrong with its battery files is added. */
  private static PaperSection bound(
      String name,
      String text,
      BatteriesBeside.Text beside,
      Consumer<BatteryDraft> look,
      List<Problem> problems) {
    Optional<Node.Mapping> tree = SourceText.tree(text, EXPECTED, problems);
    if (tree.isPresent()) {
      Checker.check(tree.get(), PaperGrammar.file(), problems);
    }
    if (!problems.isEmpty() || tree.isEmpty()) {
      throw new WrongFileException(name, SourceText.within(text, problems));
    }
    PaperText says = PaperGrammar.read(tree.get());
    return new PaperSection(name, says, new BatteriesBeside(beside, look).of(says, problems));
  }

  static Paper paper(PaperSection section) {
    KeptCourses kept = new KeptCourses();
    List<Paper.Figure> figures = new ArrayList<>();
    for (FigureSection figure : section.figures()) {
      figures.add(
          new Paper.Figure(
              figure.id(),
              figure.title(),
              figure.java().isPresent()
                  ? JavaPart.of(figure.java().get(), Paper.Drawing.class, section.name())
                  : new FigureDrawing(section, figure, kept)));
    }
    List<Claim> claims = new ArrayList<>();
    for (ClaimSection claim : section.claims()) {
      claims.add(claim(section, claim, kept));
    }
    return new Paper(
        section.says().id(),
        section.says().citation(),
        section
            .says()
            .news()
            .map(said -> new FoundNumbers(said.text(), section.says().id()))
            .orElse(FoundNumbers.NOTHING),
        figures,
        claims,
        section.says().calibration().map(c -> JavaPart.of(c, Calibration.class, section.name())));
  }

  private static Claim claim(PaperSection section, ClaimSection claim, KeptCourses kept) {
    ClaimExamination words = new ClaimExamination(section, claim, kept);
    Map<String, Double> printed = new LinkedHashMap<>();
    Calculation numbers =
        new Calculation(
            (name, moved) -> {
              throw new IllegalArgumentException("A printed number uses no series.");
            });
    claim
        .printed()
        .forEach(
            (name, quantity) ->
                printed.put(name, numbers.value(quantity.formula()).single().value()));
    return new Claim(
        section.says().id() + "." + claim.id(),
        claim.where(),
        claim.says(),
        printed,
        words.criterion(),
        claim.java().isPresent()
            ? JavaPart.of(claim.java().get(), Claim.Examination.class, section.name())
            : words);
  }

  /**
   * A claim under its first reading, without and with the change that its file names: the verdicts
   * must differ.
   *
   * @param claim a claim of a paper file
   * @param laboratory where it is computed
   * @return both judgements; nothing for a claim that a Java class examines
   */
  public static Optional<Turned> turned(Claim claim, Laboratory laboratory) {
    return claim.examination() instanceof ClaimExamination words
        ? Optional.of(words.turned(laboratory))
        : Optional.empty();
  }

  /**
   * A claim of a paper file with the change that its file names, and not without it.
   *
   * @param claim the claim
   * @param laboratory where it is computed
   * @return the judgement; nothing for a claim that a Java class examines
   */
  public static Optional<Judgement> changed(Claim claim, Laboratory laboratory) {
    return claim.examination() instanceof ClaimExamination words
        ? Optional.of(words.changed(laboratory))
        : Optional.empty();
  }

  /**
   * Whether a file is one of a paper, and not of a battery.
   *
   * @param path the file
   * @return true if it names a paper at its top
   * @throws IOException if it cannot be read
   */
  public static boolean isPaper(Path path) throws IOException {
    return SourceText.read(path).lines().anyMatch(line -> line.startsWith("paper:"));
  }

  /**
   * The commented paper file that one begins with.
   *
   * @return YAML that is right and is judged in seconds
   */
  public static String startingFile() {
    return starting("paper.yaml");
  }

  /**
   * The battery file that belongs to it.
   *
   * @return YAML
   */
  public static String startingBattery() {
    return starting(BATTERY);
  }

  private static String starting(String file) {
    try {
      return shipped(STARTING + file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The JSON Schema of paper files, which lets editors complete and check them.
   *
   * @return JSON, indented, ending with a line break
   */
  public static String schema() {
    return JsonSchema.text(
        "A paper that is put to the test, as qbattery reads it", PaperGrammar.file());
  }

  /**
   * The reference of paper files: every name, what may stand there and what it means.
   *
   * @return Markdown, ending with a line break
   */
  public static String reference() {
    return Reference.of(PaperGrammar.file());
  }
}
