package qbattery.file.formula;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import qbattery.linalg.Complex;
import qbattery.quantum.AlikeCells;
import qbattery.quantum.BosonOperators;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.SpinOperators;

/** The operators on one site that a formula knows by name. */
public enum LocalWord {
  /** sigma-, J- or a. */
  LOWER("lower"),
  /** sigma+, J+ or a^+. */
  RAISE("raise"),
  /** sigma+sigma-, J_z + j or a^+a: excitations above the lowest level. */
  NUMBER("number"),
  /** Of a cell. */
  SIGMA_X("sigma_x"),
  /** Of a cell. */
  SIGMA_Y("sigma_y"),
  /** Of a cell. */
  SIGMA_Z("sigma_z"),
  /** Of a spin: (J+ + J-)/2. */
  J_X("J_x"),
  /** Of a spin: (J+ - J-)/2i. */
  J_Y("J_y"),
  /** Of a spin. */
  J_Z("J_z"),
  /** Of a mode: (a + a^+)/sqrt 2. */
  POSITION("position"),
  /** Of a mode: i (a^+ - a)/sqrt 2. */
  MOMENTUM("momentum");

  private final String word;

  LocalWord(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(LocalWord::word).toList();
  }

  public static Optional<LocalWord> of(String word) {
    return Arrays.stream(values()).filter(w -> w.word.equals(word)).findFirst();
  }

  /** The kinds of sites that have it, in words. */
  String where() {
    return switch (this) {
      case LOWER, RAISE, NUMBER -> "cells, spins and modes";
      case SIGMA_X, SIGMA_Y, SIGMA_Z -> "cells";
      case J_X, J_Y, J_Z -> "spins";
      case POSITION, MOMENTUM -> "modes";
    };
  }

  /** The one local operator that it is on a site, if it is one there. */
  public Optional<LocalOperator> local(PartKind kind, int levels) {
    return Optional.ofNullable(
        switch (kind) {
          case CELLS ->
              switch (this) {
                case LOWER -> LocalOperator.LOWER;
                case RAISE -> LocalOperator.RAISE;
                case NUMBER -> LocalOperator.EXCITED;
                case SIGMA_X -> LocalOperator.SIGMA_X;
                case SIGMA_Y -> LocalOperator.SIGMA_Y;
                case SIGMA_Z -> LocalOperator.SIGMA_Z;
                default -> null;
              };
          case SPIN ->
              switch (this) {
                case LOWER -> SpinOperators.lower(levels - 1);
                case RAISE -> SpinOperators.raise(levels - 1);
                case NUMBER -> SpinOperators.excitations(levels - 1);
                case J_Z -> SpinOperators.projection(levels - 1);
                default -> null;
              };
          case MODE ->
              switch (this) {
                case LOWER -> BosonOperators.annihilate(levels);
                case RAISE -> BosonOperators.create(levels);
                case NUMBER -> BosonOperators.number(levels);
                case POSITION -> BosonOperators.position(levels);
                case MOMENTUM -> BosonOperators.momentum(levels);
                default -> null;
              };
          case LEVELS -> null;
        });
  }

  /** Its sum over cells that are alike. */
  private LocalOperator sum(AlikeCells cells, PartTable.Row row) {
    LocalOperator lower = cells.sum(AlikeCells.OneCell.LOWER);
    LocalOperator raise = cells.sum(AlikeCells.OneCell.RAISE);
    return switch (this) {
      case LOWER -> lower;
      case RAISE -> raise;
      case NUMBER -> cells.number();
      case SIGMA_X -> new LocalOperator("sum of sigma_x", lower.elements().plus(raise.elements()));
      case SIGMA_Y ->
          new LocalOperator(
              "sum of sigma_y",
              lower.elements().times(Complex.I).plus(raise.elements().times(new Complex(0, -1))));
      case SIGMA_Z ->
          new LocalOperator(
              "sum of sigma_z",
              cells.sum(AlikeCells.OneCell.PROJECTION).elements().times(Complex.real(2)));
      default -> throw notThere(row);
    };
  }

  private IllegalArgumentException notThere(PartTable.Row row) {
    return new IllegalArgumentException(
        "'%s' is an operator of %s; '%s' is of the kind %s."
            .formatted(word, where(), row.name(), row.kind().word()));
  }

  /**
   * It on a site of a battery.
   *
   * @throws IllegalArgumentException if such a site has none
   */
  public Operator on(PartTable parts, int site) {
    PartTable.Row row = parts.rowOf(site);
    int levels = parts.space().localDimensions().get(site);
    Optional<AlikeCells> alike = parts.space().alikeCells(site);
    if (alike.isPresent()) {
      return Operator.on(parts.space(), site, sum(alike.get(), row));
    }
    if (row.kind() == PartKind.SPIN && (this == J_X || this == J_Y)) {
      Operator lower = Operator.on(parts.space(), site, SpinOperators.lower(levels - 1));
      Operator raise = Operator.on(parts.space(), site, SpinOperators.raise(levels - 1));
      return this == J_X
          ? raise.plus(lower).times(0.5)
          : raise.times(new Complex(0, -0.5)).plus(lower.times(new Complex(0, 0.5)));
    }
    return local(row.kind(), levels)
        .map(local -> Operator.on(parts.space(), site, local))
        .orElseThrow(() -> notThere(row));
  }
}
