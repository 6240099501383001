/**
 * The list of the papers that ship with the program.
 *
 * <p>It sees the packages of core, {@code claim} and {@code paper}, and no other package of the
 * program.
 */
package qbattery.catalogue;
