package qbattery.file.formula;

/** The numbers that names in formulas stand for. */
public interface NamedNumbers {

  /**
   * A number.
   *
   * @param name its name
   * @return its value
   * @throws IllegalArgumentException if it is a list, needs itself, or has no value
   */
  double number(String name);

  /**
   * One of a list.
   *
   * @param name the name of the list
   * @param index which, from 1
   * @return its value
   * @throws IllegalArgumentException if it is no list, or has no such number
   */
  double item(String name, double index);
}
