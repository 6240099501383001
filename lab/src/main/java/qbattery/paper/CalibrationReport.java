package qbattery.paper;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import qbattery.report.FigureBundle;

/**
 * The result of a calibration.
 *
 * @param text the findings, to be read by a person; may have several lines
 * @param figures short name, such as {@code coupling} -> figure, in the order to be shown
 */
public record CalibrationReport(String text, Map<String, FigureBundle> figures) {

  /** Copies the figures, keeping their order. */
  public CalibrationReport {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }
}
