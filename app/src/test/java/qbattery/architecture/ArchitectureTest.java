package qbattery.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.BaseStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the plan of the house: who may see whom, and what the core may not touch.
 *
 * <p>ArchUnit fails a rule that finds no class to judge, and every rule here keeps it so.
 */
class ArchitectureTest {

  private static final List<String> CORE =
      List.of("linalg", "quantum", "model", "dynamics", "measure", "steady");

  /** Each package, and which others it may see. What is not said here is not allowed. */
  private static final Map<String, List<String>> MAY_SEE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("linalg", List.of()),
              Map.entry("quantum", List.of("linalg")),
              Map.entry("model", List.of("linalg", "quantum")),
              Map.entry("dynamics", List.of("linalg", "quantum", "model", "measure")),
              Map.entry("measure", List.of("linalg", "quantum")),
              Map.entry("steady", List.of("linalg", "quantum", "model")),
              Map.entry("experiment", CORE),
              Map.entry("statistics", List.of("experiment")),
              Map.entry("store", List.of("experiment")),
              Map.entry("claim", and(CORE, "experiment")),
              Map.entry("report", and(CORE, "experiment", "claim")),
              Map.entry("file", and(CORE, "experiment", "report")),
              Map.entry("study", and(CORE, "experiment", "statistics", "report", "file")),
              Map.entry(
                  "paper",
                  and(CORE, "experiment", "statistics", "claim", "report", "file", "study")),
              Map.entry("catalogue", and(CORE, "claim", "paper")),
              Map.entry(
                  "cli",
                  and(
                      CORE,
                      "experiment",
                      "store",
                      "claim",
                      "report",
                      "paper",
                      "catalogue",
                      "file",
                      "study"))));

  /** The program as compiled, without its tests. */
  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("qbattery");

  private static final DescribedPredicate<JavaClass> IN_CORE =
      resideInAnyPackage(within(CORE)).as("in core");

  static Stream<String> packages() {
    return MAY_SEE.keySet().stream();
  }

  @Test
  void thePackagesOfThePlanAreThoseOfTheProgram() {
    var found = new TreeSet<String>();
    PROGRAM.forEach(c -> found.add(c.getPackageName().split("\\.")[1]));
    assertThat(found).containsExactlyElementsOf(MAY_SEE.keySet());
  }

  /** A package says what lives in it and what it may see. */
  @Test
  void everyPackageIsDescribed() throws IOException {
    var found = new TreeSet<String>();
    for (String module : List.of("core", "lab", "app")) {
      Path sources = Path.of("..", module, "src", "main", "java");
      try (Stream<Path> files = Files.walk(sources)) {
        files
            .filter(f -> f.toString().endsWith(".java"))
            .map(Path::getParent)
            .distinct()
            .filter(p -> !Files.exists(p.resolve("package-info.java")))
            .forEach(p -> found.add(sources.relativize(p).toString()));
      }
    }
    assertThat(found).as("packages without package-info.java").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void aPackageSeesOnlyWhatItMay(String name) {
    List<String> seen = and(MAY_SEE.get(name), name);
    classes()
        .that()
        .resideInAPackage("qbattery." + name + "..")
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage("qbattery.."))
                .or(resideInAnyPackage(within(seen)))
                .as("are of %s or of no package of the program", seen))
        .check(PROGRAM);
  }

  @Test
  void thereAreNoCyclesOfPackages() {
    slices().matching("qbattery.(**)").should().beFreeOfCycles().check(PROGRAM);
  }

  /**
   * Of the packages in paper these two are no papers: what a paper file says, and how it judges.
   */
  private static final String[] PAPER_FILES = {"qbattery.paper.file..", "qbattery.paper.judge.."};

  /** What is found on a curve, and what flows, is known to evolutions and not the other way. */
  @Test
  void theRoomsOfDynamicsDoNotSeeIt() {
    noClasses()
        .that()
        .resideInAnyPackage("qbattery.dynamics.events..", "qbattery.dynamics.currents..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("qbattery.dynamics", "qbattery.measure..")
        .check(PROGRAM);
    noClasses()
        .that()
        .resideInAPackage("qbattery.dynamics.events..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("qbattery..").and(not(resideInAPackage("qbattery.dynamics.events.."))))
        .check(PROGRAM);
  }

  /** Of battery files: text below formulas, these below words, and on top what is built of all. */
  @Test
  void theRoomsOfBatteryFilesSeeOnlyThoseBelow() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("tree")
        .definedBy("qbattery.file.tree")
        .layer("formula")
        .definedBy("qbattery.file.formula")
        .layer("words")
        .definedBy("qbattery.file.words")
        .layer("building")
        .definedBy("qbattery.file")
        .whereLayer("formula")
        .mayOnlyBeAccessedByLayers("words", "building")
        .whereLayer("words")
        .mayOnlyBeAccessedByLayers("building")
        .whereLayer("building")
        .mayNotBeAccessedByAnyLayer()
        .check(PROGRAM);
  }

  @Test
  void onlyTheCatalogueKnowsEachPaper() {
    noClasses()
        .that()
        .resideOutsideOfPackages("qbattery.paper..", "qbattery.catalogue..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("qbattery.paper.*..").and(not(resideInAnyPackage(PAPER_FILES))))
        .check(PROGRAM);
  }

  @Test
  void noPaperKnowsAnother() {
    slices()
        .matching("qbattery.paper.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(resideInAPackage("qbattery.paper.."), resideInAnyPackage(PAPER_FILES))
        .check(PROGRAM);
  }

  @Test
  void judgesKnowNoFileAndNoBattery() {
    noClasses()
        .that()
        .resideInAPackage("qbattery.paper.judge..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "qbattery.file..", "qbattery.study..", "qbattery.paper.file..", "qbattery.model.."))
        .check(PROGRAM);
  }

  @Test
  void theCoreDoesNoInputOrOutput() {
    noClasses()
        .that(are(IN_CORE))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io..",
            "java.nio..",
            "java.net..",
            "java.util.logging..",
            "org.slf4j..",
            "org.apache.commons.logging..")
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .dependOnClassesThat(belongToAnyOf(System.Logger.class))
        .check(PROGRAM);
  }

  @Test
  void theCoreStartsNoThreads() {
    noClasses()
        .that(are(IN_CORE))
        .should()
        .dependOnClassesThat(
            assignableTo(Thread.class)
                .or(assignableTo(Executor.class))
                .or(assignableTo(ForkJoinTask.class))
                .or(assignableTo(CompletionStage.class))
                .as("run things on other threads"))
        .orShould()
        .callMethodWhere(
            DescribedPredicate.describe(
                "a stream or an array operation goes parallel", ArchitectureTest::goesParallel))
        .check(PROGRAM);
  }

  private static boolean goesParallel(JavaMethodCall call) {
    JavaClass owner = call.getTargetOwner();
    return call.getName().startsWith("parallel")
        && (owner.isAssignableTo(BaseStream.class)
            || owner.isAssignableTo(Collection.class)
            || owner.isEquivalentTo(Arrays.class));
  }

  @Test
  void thereIsNoGlobalMutableState() {
    fields().that().areStatic().should().beFinal().check(PROGRAM);
  }

  @Test
  void modelsAreComparedByValue() {
    classes()
        .that()
        .resideInAPackage("qbattery.model..")
        .and()
        .areRecords()
        .should(compareTheirArraysByValue())
        .check(PROGRAM);
  }

  /**
   * A record's own equals and hashCode compare arrays by identity: two equal models would differ.
   */
  private static ArchCondition<JavaClass> compareTheirArraysByValue() {
    return new ArchCondition<>("compare their arrays by value") {
      @Override
      public void check(JavaClass record, ConditionEvents events) {
        boolean arrays =
            record.getFields().stream()
                .anyMatch(
                    f ->
                        !f.getModifiers().contains(JavaModifier.STATIC)
                            && f.getRawType().isArray());
        boolean byValue = asksArrays(record, "equals") && asksArrays(record, "hashCode");
        events.add(
            new SimpleConditionEvent(
                record,
                !arrays || byValue,
                record.getName() + " holds an array, and leaves it out of equals or hashCode"));
      }

      private boolean asksArrays(JavaClass record, String method) {
        return record.getMethodCallsFromSelf().stream()
            .anyMatch(
                c ->
                    c.getOrigin().getName().equals(method)
                        && c.getTargetOwner().isEquivalentTo(Arrays.class));
      }
    };
  }

  private static List<String> and(List<String> some, String... more) {
    var all = new ArrayList<>(some);
    all.addAll(Arrays.asList(more));
    return List.copyOf(all);
  }

  private static String[] within(List<String> names) {
    return names.stream().map(n -> "qbattery." + n + "..").toArray(String[]::new);
  }
}
