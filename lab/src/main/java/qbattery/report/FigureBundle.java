package qbattery.report;

import qbattery.experiment.Provenance;
import qbattery.report.figure.Picture;

/**
 * All that a published figure needs: the picture, the data in it, and where they come from.
 *
 * @param picture the picture with its caption
 * @param data every number drawn
 * @param provenance where the numbers come from
 */
public record FigureBundle(Picture picture, DataTable data, Provenance provenance) {}
