package qbattery.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Python of this machine, for tests that are left out where there is none. The environment
 * variable QBATTERY_PYTHON names one; else it is python3.
 */
public record Python(String command, boolean there) {

  /** A Python that has some modules. */
  public static Python with(String... modules) {
    String named = System.getenv("QBATTERY_PYTHON");
    String command = named == null ? "python3" : named;
    String imports = modules.length == 0 ? "pass" : "import " + String.join(", ", modules);
    try {
      Process process =
          new ProcessBuilder(command, "-c", imports).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return new Python(command, process.waitFor() == 0);
    } catch (IOException e) {
      return new Python(command, false);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Python(command, false);
    }
  }

  /** Runs a script in a folder and returns what it prints, or what went wrong. */
  public String run(byte[] script, Path folder, String... arguments)
      throws IOException, InterruptedException {
    Path file = Files.createTempFile(folder, "script", ".py");
    Files.write(file, script);
    List<String> words = new ArrayList<>(List.of(command, file.toString()));
    words.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("MPLBACKEND", "Agg"); // no window
    Process process = builder.start();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    int status = process.waitFor();
    return status == 0 ? printed : "status %d: %s".formatted(status, printed);
  }
}
