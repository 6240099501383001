/**
 * Linear algebra on flat arrays: complex matrices, eigenvalues, singular values, linear systems,
 * matrix exponentials, sparse matrices and iterations on them, Pauli kernels.
 *
 * <p>It knows nothing of physics and sees no other package of the program.
 */
package qbattery.linalg;
