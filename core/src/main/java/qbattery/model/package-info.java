/**
 * Batteries as data: storage, interaction, drives, channels with rate matrices, reservoirs and
 * contacts, graphs, and how a battery starts. A new kind of battery, channel or envelope goes here.
 *
 * <p>It sees {@code linalg} and {@code quantum}, and no other package of the program.
 */
package qbattery.model;
