package qbattery.experiment;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import qbattery.model.Battery;

/**
 * The program that computes rows, described by everything that may change their last bits.
 *
 * @param fingerprint a text that differs between programs: a hash over names, lengths and check
 *     sums of the class files of core and lab, the version of Java and the kind of machine
 * @param build version and commit, for people
 * @param java the version of Java
 * @param machine the operating system and the processor's architecture
 */
public record BuildFingerprint(String fingerprint, BuildInfo build, String java, String machine) {

  /**
   * The running program.
   *
   * @return it; where its class files cannot be found, a program unlike any other
   */
  public static BuildFingerprint running() {
    String java = System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version");
    String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    return new BuildFingerprint(
        fingerprint(java + "\n" + machine), BuildInfo.current(), java, machine);
  }

  /**
   * The program for people.
   *
   * @return version, commit and Java
   */
  public String inWords() {
    return inWords(build.version(), build.commit(), java);
  }

  /**
   * A program for people.
   *
   * @param version its version
   * @param commit its commit
   * @param java the version of Java
   * @return version, commit and Java
   */
  public static String inWords(String version, String commit, String java) {
    return "qbattery %s (commit %s) on %s".formatted(version, commit, java);
  }

  private static String fingerprint(String platform) {
    try {
      // By name, so that the same classes in a folder and in a jar, in one or in two, give the
      // same.
      TreeMap<String, String> classes = new TreeMap<>();
      for (Class<?> one : List.of(Battery.class, BuildFingerprint.class)) {
        gather(place(one), classes);
      }
      StringBuilder text = new StringBuilder(platform);
      classes.forEach((name, sum) -> text.append('\n').append(name).append(' ').append(sum));
      return HexFormat.of().formatHex(Sha256.of(text.toString()));
    } catch (IOException | URISyntaxException e) {
      // Not to be told from another program: then it must show each time that it computes the same.
      return UUID.randomUUID().toString();
    }
  }

  private static Path place(Class<?> type) throws IOException, URISyntaxException {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    URL location = source == null ? null : source.getLocation();
    if (location == null || !"file".equals(location.getProtocol())) {
      throw new IOException("The class files of %s are not in a file.".formatted(type));
    }
    return Path.of(new URI(location.toString()));
  }

  private static void gather(Path place, TreeMap<String, String> classes) throws IOException {
    if (Files.isDirectory(place)) {
      try (Stream<Path> files = Files.walk(place)) {
        for (Path file : files.filter(BuildFingerprint::isClass).toList()) {
          String name = place.relativize(file).toString().replace('\\', '/');
          byte[] bytes = Files.readAllBytes(file);
          CRC32 sum = new CRC32();
          sum.update(bytes);
          classes.put(name, sum(bytes.length, sum.getValue()));
        }
      }
      return;
    }
    try (JarFile jar = new JarFile(place.toFile())) {
      for (JarEntry entry : jar.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
        classes.put(entry.getName(), sum(entry.getSize(), entry.getCrc()));
      }
    }
  }

  /** A jar tells both of each class without reading it. */
  private static String sum(long length, long crc) {
    return length + " " + Long.toHexString(crc);
  }

  private static boolean isClass(Path file) {
    return file.toString().endsWith(".class");
  }
}
