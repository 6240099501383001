package qbattery.report;

import qbattery.experiment.Provenance;
import qbattery.report.figure.Picture;

/**
 * Everything a published figure needs: the picture, its data and their origin.
 *
 * @param picture the picture with its caption
 * @param data every number drawn
 * @param provenance where the numbers come from
 */
public record FigureBundle(Picture picture, DataTable data, Provenance provenance) {}
