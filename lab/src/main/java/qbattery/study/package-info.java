/**
 * What a battery file asks for, as experiments: points, results, errors, tables and figures.
 *
 * <p>It sees the packages of core, {@code experiment}, {@code statistics}, {@code report} and
 * {@code file}, and no other package of the program.
 */
package qbattery.study;
