package qbattery.paper.arjmandi2022;

import java.util.ArrayList;
import java.util.List;
import qbattery.paper.Paper;

/** The figures in the order of the paper, each panel one. */
final class ArjmandiFigures {

  private ArjmandiFigures() {}

  static List<Paper.Figure> all() {
    List<Paper.Figure> figures = new ArrayList<>(DynamicsFigures.two());
    figures.add(GainFigures.two());
    figures.add(HalfLifeFigures.two());
    figures.addAll(DynamicsFigures.seven());
    figures.addAll(FlowFigures.all());
    figures.addAll(GainFigures.sizes());
    figures.add(GainFigures.seven());
    figures.add(HalfLifeFigures.seven());
    figures.addAll(DynamicsFigures.others());
    figures.addAll(EnergyFigures.all());
    figures.addAll(SwitchOffFigures.all());
    return figures;
  }
}
