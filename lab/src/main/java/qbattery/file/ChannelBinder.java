package qbattery.file;

import java.util.List;

/** Makes the records of channels from trees that were found right. */
final class ChannelBinder {

  private ChannelBinder() {}

  static ChannelSection channel(Node node) {
    View view = View.of(node);
    String name = Scope.name(view.mapping(), Scope.CHANNELS).text();
    List<String> of = view.texts("of");
    var acting = view.word("acts", ChannelSection.Acting.class, ChannelSection.Acting.EACH);
    if (view.has("reservoir")) {
      return new ChannelSection.Bath(
          name,
          view.word(
              "reservoir", ChannelSection.Statistics.class, ChannelSection.Statistics.BOSONIC),
          view.number("rate"),
          view.number("frequency"),
          view.number("temperature"),
          view.optionalNumber("chemical potential"),
          of,
          acting);
    }
    if (view.has("jumps")) {
      List<Expression> jumps = view.numbers("jumps");
      return view.has("rates")
          ? new ChannelSection.Kossakowski(name, jumps, View.matrix(view.node("rates")))
          : new ChannelSection.Jumps(name, jumps, view.number("rate"));
    }
    if (view.has("intracell")) {
      return new ChannelSection.AlongLinks(
          name,
          Binder.amount(view.node("decay")),
          Binder.amount(view.node("intracell")),
          Binder.links(view.node("graph")),
          of);
    }
    for (ChannelSection.Usual kind : ChannelSection.Usual.values()) {
      if (view.has(kind.word())) {
        return new ChannelSection.Plain(
            name, kind, Binder.amount(view.node(kind.word())), of, acting);
      }
    }
    throw new IllegalStateException("A channel of no kind was found right.");
  }
}
