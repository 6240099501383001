package qbattery.file.words;

import qbattery.file.tree.Word;

/** The maps before a stage that have a name; those of {@link qbattery.dynamics.StateMap}. */
public enum StageMap implements StageSection.Before, Word {
  /** Nothing. */
  KEEP,
  /** Of two ensembles: the charger is taken away. */
  SEPARATE,
  /** Of an ensemble alone: all spins are dephased together. */
  DEPHASE_TOGETHER,
  /** Of an ensemble alone: each spin is dephased by itself. */
  DEPHASE_EACH_SPIN
}
