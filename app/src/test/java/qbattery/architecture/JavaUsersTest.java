package qbattery.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.DocumentationTool;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program of somebody else needs: Javadoc, coordinates, and an example that runs. */
class JavaUsersTest {

  private static final Path ROOT = Path.of(System.getProperty("qbattery.root"));
  private static final Path EXAMPLE = ROOT.resolve("examples/java");

  @TempDir private Path folder;

  @Test
  void javadocIsMadeWithoutAWarning() throws IOException {
    DocumentationTool javadoc = ToolProvider.getSystemDocumentationTool();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = javadoc.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-quiet",
              "-Xdoclint:all,-missing", // records say what their components are, and little else
              "-Werror",
              "-encoding",
              "UTF-8",
              "-d",
              folder.toString(),
              "-classpath",
              System.getProperty("java.class.path"),
              "-sourcepath",
              ROOT.resolve("core/src/main/java")
                  + System.getProperty("path.separator")
                  + ROOT.resolve("lab/src/main/java"),
              "-subpackages",
              "qbattery");
      boolean made = javadoc.getTask(said, files, null, null, options, null).call();
      assertThat(made).as(said.toString()).isTrue();
    }
    assertThat(folder.resolve("qbattery/measure/Ergotropy.html")).exists();
  }

  @Test
  void theExampleCompilesAndPrintsTheSameNumberTwice() throws Exception {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      files.setLocation(StandardLocation.CLASS_OUTPUT, List.of(folder.toFile()));
      boolean compiled =
          compiler
              .getTask(
                  said,
                  files,
                  null,
                  List.of("-Xlint:all,-path,-classfile", "-Werror"),
                  null,
                  files.getJavaFileObjects(EXAMPLE.resolve("src/main/java/MyBattery.java")))
              .call();
      assertThat(compiled).as(said.toString()).isTrue();
    }
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      loader
          .loadClass("MyBattery")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("records: 0.4700036292(1)", "file: 0.4700036292(2)");
  }

  @Test
  void theCoordinatesAreThoseOfTheBuild() throws IOException {
    String version = first("<version>([^<]+)</version>", ROOT.resolve("pom.xml"));
    for (Path text : List.of(EXAMPLE.resolve("pom.xml"), ROOT.resolve("docs/guide.md"))) {
      assertThat(
              first(
                  "<groupId>org.qbattery</groupId>\\s*<artifactId>qbattery-lab</artifactId>\\s*<version>([^<]+)</version>",
                  text))
          .isEqualTo(version);
    }
    try (Stream<Path> sources = Files.walk(EXAMPLE.resolve("src"))) {
      assertThat(sources.filter(p -> p.toString().endsWith(".java"))).hasSize(1);
    }
  }

  private static String first(String pattern, Path file) throws IOException {
    Matcher found = Pattern.compile(pattern).matcher(Files.readString(file));
    assertThat(found.find()).as("%s in %s", pattern, file).isTrue();
    return found.group(1);
  }
}
