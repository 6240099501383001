package qbattery.file;

import java.util.List;

/** Makes the records of starts from trees that were found right. */
final class StartBinder {

  private StartBinder() {}

  static StartSection start(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return Word.find(StartSection.Named.class, scalar.text()).orElseThrow();
    }
    View view = View.of(node);
    String kind = view.mapping().keys().get(0);
    return switch (kind) {
      case "mixture" -> new StartSection.Mixture(view.number(kind));
      case "thermal" -> new StartSection.Thermal(view.number(kind));
      case "sites" -> new StartSection.Sites(view.dictionary(kind, StartBinder::site));
      case "product" -> new StartSection.Product(view.items(kind, View::matrix));
      case "pure" -> new StartSection.Pure(view.numbers(kind));
      case "matrix" -> new StartSection.Given(View.matrix(view.node(kind)));
      case "battery temperature" -> new StartSection.BatteryThermal(view.number(kind));
      case "settled" -> new StartSection.Settled(start(view.node(kind)));
      default -> throw new IllegalStateException("A start of no kind was found right.");
    };
  }

  private static SiteSection site(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return Word.find(SiteSection.Named.class, scalar.text()).orElseThrow();
    }
    View view = View.of(node);
    String kind = view.mapping().keys().get(0);
    return switch (kind) {
      case "excitations" -> new SiteSection.Excitations(view.number(kind));
      case "mixture" -> new SiteSection.Mixture(view.number(kind));
      case "coherent" -> new SiteSection.Coherent(view.number(kind));
      case "thermal" -> new SiteSection.Thermal(view.number(kind));
      case "direction" -> {
        List<Expression> angles = view.numbers(kind);
        yield new SiteSection.Direction(angles.get(0), angles.get(1));
      }
      case "matrix" -> new SiteSection.Given(View.matrix(view.node(kind)));
      default -> throw new IllegalStateException("A state of no kind was found right.");
    };
  }
}
