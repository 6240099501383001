/**
 * Figures as data, and how they are laid out and drawn as PNG, SVG and PDF.
 *
 * <p>It sees what {@code report} sees, and nothing else of the program.
 */
package qbattery.report.figure;
