package qbattery.steady;

import java.util.function.DoubleConsumer;
import qbattery.model.Battery;
import qbattery.model.Drive;
import qbattery.model.Envelope;
import qbattery.quantum.Operator;

/**
 * The long-time behaviour of a battery: one steady state, several, undamped oscillations, or a
 * refusal with its reason. Nothing is answered that was not checked.
 *
 * <p>The generator is cut into the components that its symmetries keep apart. Its eigenvalues on
 * the imaginary axis say what lasts. That there is one steady state, and no other eigenvalue near
 * the axis, is safe against rounding. That several things last is not, since a decay of rate 1e-18
 * looks like none; so it is claimed only where commutators confirm it ({@code AlgebraicCheck}).
 */
public final class SteadyStates {

  private SteadyStates() {}

  /**
   * The long times of a battery.
   *
   * @param battery a battery; drives that are constant count as interaction, and of others no long
   *     time is told
   * @return what becomes of it, with a certificate; or why that could not be told
   */
  public static AsymptoticStates of(Battery battery) {
    return of(battery, Settings.USUAL);
  }

  /**
   * The same for whoever waits.
   *
   * @param battery the battery
   * @param expected is told, before the long work begins, about how many products of two numbers it
   *     takes, to a factor of three or so
   * @return what becomes of it
   */
  public static AsymptoticStates of(Battery battery, DoubleConsumer expected) {
    return of(battery, Settings.USUAL, expected);
  }

  static AsymptoticStates of(Battery battery, Settings settings) {
    return of(battery, settings, products -> {});
  }

  private static AsymptoticStates of(Battery battery, Settings settings, DoubleConsumer expected) {
    Operator interaction = battery.interaction();
    for (Drive drive : battery.drives()) {
      if (!(drive.envelope() instanceof Envelope.Constant constant)) {
        return new Undecided(
            battery,
            "The drive '%s' changes in time; ask about the battery without it, as it is before or after."
                .formatted(drive.name()));
      }
      interaction = interaction.plus(drive.operator().times(constant.value()));
    }
    Battery still =
        new Battery(
            battery.name(), battery.space(), battery.storage(), interaction, battery.channels());
    try {
      return Analysis.of(still, settings, expected);
    } catch (UnresolvedException unresolved) {
      return new Undecided(battery, String.valueOf(unresolved.getMessage()));
    } catch (ArithmeticException failed) {
      return new Undecided(battery, "The linear algebra did not succeed: " + failed.getMessage());
    }
  }
}
