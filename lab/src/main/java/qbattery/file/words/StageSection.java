package qbattery.file.words;

import static qbattery.file.words.CommonWords.NUMBER;
import static qbattery.file.words.CommonWords.PARTS;
import static qbattery.file.words.Described.record;
import static qbattery.file.words.Described.words;
import static qbattery.file.words.Field.is;
import static qbattery.file.words.Field.may;
import static qbattery.file.words.Sort.when;

import java.util.List;

/**
 * A stage of a protocol; it begins where the one before ended.
 *
 * @param stage what it is called
 * @param duration how long it lasts
 * @param before what is done to the state before it
 * @param off names of channels and drives that are off while it lasts; {@code interaction} for the
 *     interaction
 */
public record StageSection(String stage, double duration, Before before, List<String> off) {

  /** Something done to a state in no time. */
  sealed interface Before permits StageMap, TakeAway {}

  /**
   * Parts are taken away, and from then on all terms that act on them.
   *
   * @param parts their names
   */
  public record TakeAway(List<String> parts) implements Before {}

  /** The words of a stage. */
  public static final Described<StageSection> STAGE = described();

  private static Described<StageSection> described() {
    Described<Before> before =
        Described.either(
            "what is done first",
            when(StageMap.class, words("what is done first", StageMap.class)),
            when(
                TakeAway.class,
                record(
                    TakeAway.class,
                    "what is taken away",
                    is("take away", PARTS, "Parts that are traced out, for good.").to("parts"))));
    return record(
        StageSection.class,
        "a stage",
        is("stage", CommonWords.TEXT, "What it is called."),
        is("duration", NUMBER, "How long it lasts."),
        may(
            "before",
            before,
            "Operation on the state before the stage (default: keep). Of ensembles: separate, then"
                + " dephase together or dephase each spin.",
            StageMap.KEEP),
        may(
            "off",
            CommonWords.references(Names.SWITCH),
            "Channels, drives or interaction that are off.",
            List.of()));
  }
}
