package qbattery.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MarkLabelsTest {
  private final LineFigure figure = Samples.halfLives();
  private final PlotLayout layout = FigureLayout.of(figure).plot();
  private final List<PlacedLabel> labels = MarkLabels.place(figure, layout);

  @Test
  void touchNoCurve() {
    assertThat(labels).hasSize(4);
    for (PlacedLabel label : labels) {
      assertThat(layout.frame().contains(label.area())).isTrue();
      for (Curve curve : figure.curves()) {
        assertThat(touches(label.area(), curve)).isFalse();
      }
    }
  }

  @Test
  void touchNoMarkAndNoOtherLabel() {
    for (PlacedLabel label : labels) {
      for (Mark mark : figure.marks()) {
        assertThat(label.area().intersectsLine(layout.body(mark))).isFalse();
      }
      for (PlacedLabel other : labels) {
        assertThat(!other.equals(label) && other.area().intersects(label.area())).isFalse();
        assertThat(other.leader().filter(label.area()::intersectsLine)).isEmpty();
      }
    }
  }

  @Test
  void haveALeaderOnlyAwayFromTheirMark() {
    LineFigure one =
        new LineFigure(
            Samples.TIME,
            Samples.ENERGY,
            Samples.decays(1),
            List.of(Mark.upTo(1, 0.3, Colour.BLACK, "t_1"), Mark.dot(2, 0.9, Colour.BLACK)),
            "");
    PlotLayout plan = FigureLayout.of(one).plot();
    assertThat(MarkLabels.place(one, plan))
        .singleElement()
        .satisfies(
            label -> {
              Line2D body = plan.body(label.mark());
              assertThat(label.leader()).isEmpty();
              assertThat(label.area().getMinX()).isBetween(body.getX1() + 1, body.getX1() + 4);
              assertThat(label.area().getMaxY()).isGreaterThan(plan.frame().getMaxY() - 6);
            });
  }

  @Test
  void leaderEndsAtItsOwnMark() {
    assertThat(labels.stream().filter(label -> label.leader().isPresent())).isNotEmpty();
    for (PlacedLabel label : labels) {
      label
          .leader()
          .ifPresent(
              leader ->
                  assertThat(layout.body(label.mark()).ptSegDist(leader.getP2())).isLessThan(1.5));
    }
  }

  private boolean touches(Rectangle2D area, Curve curve) {
    double[] x = curve.x();
    double[] y = curve.y();
    for (int i = 1; i < x.length; i++) {
      Point2D from = layout.place(x[i - 1], y[i - 1]);
      Point2D to = layout.place(x[i], y[i]);
      if (area.intersectsLine(new Line2D.Double(from, to))) {
        return true;
      }
    }
    return false;
  }
}
