package qbattery.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The name, version and build of this program.
 *
 * @param version the version
 * @param commit the commit it was built from, with {@code -modified} if the sources had been
 *     changed, or {@code unknown}
 */
public record BuildInfo(String version, String commit) {

  private static final String RESOURCE = "/qbattery/build.properties";

  /**
   * The running program.
   *
   * @return its version and commit, as the build wrote them down
   */
  public static BuildInfo current() {
    try (InputStream in = BuildInfo.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        return new BuildInfo("unknown", "unknown");
      }
      Properties properties = new Properties();
      properties.load(in);
      return new BuildInfo(
          properties.getProperty("version", "unknown"),
          properties.getProperty("commit", "unknown"));
    } catch (IOException e) {
      throw new UncheckedIOException("The program cannot read its own version.", e);
    }
  }
}
