/**
 * Papers as files: what a paper file may say, reading it, computing its series through {@code
 * qbattery.study}, and making a {@link qbattery.paper.Paper} of it.
 */
package qbattery.paper.file;
