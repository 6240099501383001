/**
 * Files that describe a battery: reading them, checking them, building the model that they
 * describe, and writing a model back. A new word of battery files goes here.
 *
 * <p>It sees the packages of core, {@code experiment} and {@code report}, and no other package of
 * the program.
 */
package qbattery.file;
