package qbattery.study;

import java.util.List;
import java.util.Optional;
import qbattery.quantum.State;

/**
 * What was measured along one evolution.
 *
 * @param times when
 * @param values of each measure, at all times; NaN where there is none
 * @param highest the largest population of the highest level of a mode; NaN if there is no mode
 * @param last the state at the end of the protocol, where there is one that is asked for
 */
record Curves(double[] times, List<double[]> values, double highest, Optional<State> last) {}
