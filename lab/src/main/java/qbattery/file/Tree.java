package qbattery.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Builds mappings name by name. */
final class Tree {

  private final List<Node.Entry> entries = new ArrayList<>();

  Tree node(String name, Node node) {
    entries.add(new Node.Entry(Node.text(name), node));
    return this;
  }

  Tree text(String name, String text) {
    return node(name, Node.text(text));
  }

  Tree number(String name, Expression number) {
    return node(name, of(number));
  }

  Tree number(String name, Optional<Expression> number) {
    number.ifPresent(n -> number(name, n));
    return this;
  }

  Tree text(String name, Optional<String> text) {
    text.ifPresent(t -> text(name, t));
    return this;
  }

  /** A word, unless it is what holds without it. */
  <E extends Enum<E> & Word> Tree word(String name, E word, E otherwise) {
    return word == otherwise ? this : text(name, word.word());
  }

  /** Names, unless there are none. */
  Tree texts(String name, List<String> texts) {
    return texts.isEmpty() ? this : node(name, oneOrMore(texts, Node::text));
  }

  /** A list, unless it is empty. */
  <T> Tree list(String name, List<T> items, Function<T, Node> made) {
    return items.isEmpty() ? this : node(name, all(items, made));
  }

  Node.Mapping done() {
    return Node.mapping(entries);
  }

  static Node of(Expression number) {
    return Node.text(number.toString());
  }

  static Node of(Matrix matrix) {
    return all(matrix.rows(), row -> all(row, Tree::of));
  }

  static Node all(List<Expression> numbers) {
    return all(numbers, Tree::of);
  }

  static <T> Node all(List<T> items, Function<T, Node> made) {
    return Node.list(items.stream().map(made).toList());
  }

  /** One thing as itself, several as a list. */
  static <T> Node oneOrMore(List<T> items, Function<T, Node> made) {
    return items.size() == 1 ? made.apply(items.get(0)) : all(items, made);
  }
}
