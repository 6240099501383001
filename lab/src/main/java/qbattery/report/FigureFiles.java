package qbattery.report;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import qbattery.report.figure.FigureRenderer;

/** The files of a figure: the picture in three formats, its caption, its data, its provenance. */
public final class FigureFiles {

  private FigureFiles() {}

  /**
   * Renders a figure.
   *
   * @param paper id of the paper
   * @param figure id of the figure; the files are named after it
   * @param bundle the figure
   * @param run the machine and the moment
   * @return file name -> content
   */
  public static Map<String, byte[]> of(
      String paper, String figure, FigureBundle bundle, RunRecord run) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(figure + ".svg", FigureRenderer.svg(bundle.picture()));
    files.put(figure + ".pdf", FigureRenderer.pdf(bundle.picture()));
    files.put(figure + ".png", FigureRenderer.png(bundle.picture()));
    files.put("caption.txt", bytes(bundle.picture().caption() + "\n"));
    files.put(figure + ".csv", bytes(bundle.data().toCsv()));
    files.put(
        "provenance.json", bytes(Json.provenance(paper + "/" + figure, bundle.provenance(), run)));
    return files;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
