package qbattery.steady;

/**
 * A frequency at which a battery can oscillate without damping.
 *
 * @param omega the frequency, positive, in the units of the Hamiltonian
 * @param multiplicity how many independent oscillations have it: the dimension of the eigenspace of
 *     {@code +i omega}
 */
public record Frequency(double omega, int multiplicity) {}
