/**
 * Results as text: numbers, CSV, JSON, tables, and the ledger of claims.
 *
 * <p>It sees the packages of core, {@code experiment} and {@code claim}, and no other package of
 * the program.
 */
package qbattery.report;
