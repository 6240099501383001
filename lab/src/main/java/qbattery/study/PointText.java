package qbattery.study;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import qbattery.dynamics.TimeGrid;
import qbattery.experiment.Sha256;
import qbattery.file.Setup;
import qbattery.file.words.BuiltResult;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.SparseMatrix;
import qbattery.measure.Measure;
import qbattery.quantum.BasisGroups;
import qbattery.quantum.Space;
import qbattery.quantum.State;
import qbattery.quantum.StateVector;

/**
 * The canonical form of what is computed: each record of a model as its type with its components in
 * their order, numbers in the shortest text that is read as the same double, matrices by their
 * elements that are not zero. Names that people give are left out, since they change no number.
 *
 * <p>A component that is added to a record is in the form by itself, so that no two models that
 * differ have one form.
 */
final class PointText {

  private static final String NAME = "name";

  /** Digits that tell some hundred measures apart beyond doubt. */
  private static final int SHORT = 32;

  private final StringBuilder text = new StringBuilder();

  private PointText() {}

  /** The canonical form of a model with its start, times and method, without what is measured. */
  static String of(Setup setup) {
    return of(setup, Set.of("measures", "results"));
  }

  /**
   * What is measured, whatever it is called: its kind and parts to be read, and a digest of all.
   */
  static String of(Setup.BuiltMeasure measure) {
    return "%s of %s (%s)"
        .formatted(
            measure.kind().word(),
            measure.sites(),
            digest(of(measure, Set.of(NAME))).substring(0, SHORT));
  }

  /** How a result is taken, without the names of what it is taken from. */
  static String of(BuiltResult result) {
    return of(result, Set.of(NAME, "measure", "from", "until"));
  }

  /** A component a line. */
  private static String of(Record record, Set<String> leftOut) {
    PointText form = new PointText();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      if (!leftOut.contains(component.getName())) {
        form.text.append(component.getName()).append(' ');
        form.write(value(component, record));
        form.text.append('\n');
      }
    }
    return form.text.toString();
  }

  /** The SHA-256 of a text, in hexadecimal digits. */
  static String digest(String text) {
    return HexFormat.of().formatHex(Sha256.of(text));
  }

  private void write(Object value) {
    if (value instanceof Optional<?> optional) {
      if (optional.isPresent()) {
        write(optional.get());
      } else {
        text.append('-');
      }
    } else if (value instanceof List<?> list) {
      text.append('[');
      list.forEach(this::item);
      text.append(']');
    } else if (value instanceof Map<?, ?> map) {
      text.append('{');
      map.forEach(
          (key, each) -> {
            write(key);
            text.append(':');
            item(each);
          });
      text.append('}');
    } else if (value instanceof Complex z) {
      text.append(z.re()).append(',').append(z.im());
    } else if (value instanceof ComplexMatrix matrix) {
      matrix(SparseMatrix.of(matrix));
    } else if (value instanceof SparseMatrix matrix) {
      matrix(matrix);
    } else if (value instanceof StateVector vector) {
      write(vector.space());
      numbers(vector.amplitudes());
    } else if (value instanceof State state) {
      write(state.space());
      elements(state);
    } else if (value instanceof TimeGrid times) {
      numbers(times.toArray());
    } else if (value instanceof Measure measure) {
      text.append(measure.word().toUpperCase(Locale.ROOT).replace(' ', '_'));
    } else if (value instanceof Space space) {
      space(space);
    } else if (value instanceof Record record) {
      record(record);
    } else if (value instanceof Number
        || value instanceof Boolean
        || value instanceof Enum
        || value instanceof String) {
      text.append(value instanceof Enum<?> one ? one.name() : value);
    } else {
      throw new IllegalStateException(
          "A %s has no canonical form.".formatted(value.getClass().getName()));
    }
  }

  /** Collective spins are written where there are any. */
  private void space(Space space) {
    text.append("Space(");
    item(space.localDimensions());
    if (space.hasSpins()) {
      item(space.spins());
    }
    text.append(')');
  }

  private void item(Object value) {
    write(value);
    text.append(';');
  }

  private void numbers(double[] values) {
    text.append('[');
    for (double x : values) {
      text.append(x).append(';');
    }
    text.append(']');
  }

  private void matrix(SparseMatrix matrix) {
    text.append(matrix.rows()).append('x').append(matrix.columns()).append('[');
    matrix.forEach(
        (i, j, re, im) -> {
          text.append(i).append(' ').append(j).append(' ');
          write(new Complex(re, im));
          text.append(';');
        });
    text.append(']');
  }

  /** As of its matrix, which may be far larger than its blocks. */
  private void elements(State state) {
    int dimension = state.space().dimension();
    text.append(dimension).append('x').append(dimension).append('[');
    for (int i = 0; i < dimension; i++) {
      if (state.groups().groupOf(i) == BasisGroups.ABSENT) {
        continue;
      }
      for (int j : state.groups().members(state.groups().groupOf(i))) {
        Complex z = state.element(i, j);
        if (z.re() != 0 || z.im() != 0) {
          text.append(i).append(' ').append(j).append(' ');
          write(z);
          text.append(';');
        }
      }
    }
    text.append(']');
  }

  private void record(Record record) {
    text.append(record.getClass().getSimpleName()).append('(');
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      if (!NAME.equals(component.getName())) {
        item(value(component, record));
      }
    }
    text.append(')');
  }

  private static Object value(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(
          "A %s cannot be read.".formatted(record.getClass().getName()), e);
    }
  }
}
