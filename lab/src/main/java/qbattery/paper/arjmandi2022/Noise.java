package qbattery.paper.arjmandi2022;

import java.util.ArrayList;
import java.util.List;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Channels;
import qbattery.report.Numbers;

/**
 * Decoherence of another kind beside the decay, each cell by itself.
 *
 * @param kind which
 * @param rate its rate in units of Gamma; 0 for none
 */
record Noise(Kind kind, double rate) {

  /** The decay of Eq. 3 alone. */
  static final Noise NONE = new Noise(Kind.DEPHASING, 0);

  /** The kinds. */
  enum Kind {
    /** A cell's coherence is lost, its populations stay. */
    DEPHASING("dephasing"),
    /** An empty cell fills. */
    PUMPING("pumping");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /** The battery with this channel as well. */
  Battery in(Battery battery) {
    if (rate == 0) {
      return battery;
    }
    List<Channel> channels = new ArrayList<>(battery.channels());
    channels.add(
        kind == Kind.DEPHASING
            ? Channels.dephasing(battery.space(), rate)
            : Channels.pumping(battery.space(), rate));
    return new Battery(
        battery.name() + " and " + kind.label,
        battery.space(),
        battery.storage(),
        battery.interaction(),
        channels);
  }

  /** For the identity of a run; blank where there is none. */
  String identity() {
    return rate == 0 ? "" : "; %s = %s".formatted(kind.label, Numbers.exact(rate));
  }
}
