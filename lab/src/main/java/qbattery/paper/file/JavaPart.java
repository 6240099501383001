package qbattery.paper.file;

import java.util.List;
import qbattery.file.tree.Node;
import qbattery.file.tree.Problem;
import qbattery.file.tree.WrongFileException;

/** Creates the parts of a paper for which its file names a Java class. */
final class JavaPart {

  private JavaPart() {}

  /**
   * An instance of a class that a file names.
   *
   * @param name the class, which has a constructor without arguments
   * @param type what it must be
   * @param file what the file is called
   * @throws WrongFileException if there is no such class, or it is something else
   */
  static <T> T of(Node.Scalar name, Class<T> type, String file) {
    try {
      var constructor =
          Class.forName(name.text(), true, JavaPart.class.getClassLoader())
              .asSubclass(type)
              .getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ClassNotFoundException e) {
      throw wrong(name, file, "There is no Java class '%s' in the program.");
    } catch (ClassCastException e) {
      throw wrong(name, file, "The Java class '%s' is no " + type.getSimpleName() + ".");
    } catch (ReflectiveOperationException e) {
      throw wrong(
          name,
          file,
          "The Java class '%s' needs a constructor without arguments that can be used.");
    }
  }

  private static WrongFileException wrong(Node.Scalar name, String file, String sentence) {
    return new WrongFileException(
        file, List.of(new Problem(name.place(), sentence.formatted(name.text()))));
  }
}
