package qbattery.file.words;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import qbattery.file.formula.Evaluator;
import qbattery.file.tree.Node;
import qbattery.file.tree.Tree;
import qbattery.file.tree.View;

/**
 * The components of a record, each with the field of a file that it is read from and written to.
 *
 * @param make the record's constructor
 * @param accessors of the components, in the record's order
 * @param fields of the components, in the same order
 */
record Components<R extends Record>(
    Constructor<R> make, List<Method> accessors, List<Field> fields) {

  static <R extends Record> Components<R> of(Class<R> type, List<Field> given) {
    List<Method> accessors = new ArrayList<>();
    List<Field> fields = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      component.getAccessor().setAccessible(true);
      accessors.add(component.getAccessor());
      fields.add(
          given.stream()
              .filter(f -> f.component().equals(component.getName()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "No field of a file gives the component %s of %s."
                              .formatted(component.getName(), type.getSimpleName()))));
    }
    try {
      Constructor<R> make =
          type.getDeclaredConstructor(
              accessors.stream().map(Method::getReturnType).toArray(Class<?>[]::new));
      make.setAccessible(true);
      return new Components<>(make, accessors, fields);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("A record has no constructor of its components.", e);
    }
  }

  /** The record of a mapping that was found right, with values for its formulas. */
  R read(View view, Evaluator values) {
    return make(fields.stream().map(f -> f.in(view, values)));
  }

  R make(Stream<Object> values) {
    try {
      return make.newInstance(values.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw refused; // by a record of the model, in a sentence
      }
      throw new IllegalStateException("A record of a file cannot be made.", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A record of a file cannot be made.", e);
    }
  }

  /** The mapping of a record, its names in some order. */
  Node.Mapping write(R record, List<Field> order) {
    Tree tree = new Tree();
    order.forEach(field -> field.write(value(record, fields.indexOf(field)), tree));
    return tree.done();
  }

  Object value(R record, int component) {
    try {
      return accessors.get(component).invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A record of a file cannot be read.", e);
    }
  }
}
