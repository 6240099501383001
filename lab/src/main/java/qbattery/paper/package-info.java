/**
 * What a paper is: figures, claims and the means to compute them. Papers themselves are files;
 * {@code paper.file} reads them, {@code paper.judge} judges their numbers, and the packages with
 * the name of a paper hold what words cannot say.
 *
 * <p>It sees the packages of core, {@code experiment}, {@code statistics}, {@code claim}, {@code
 * report}, {@code file} and {@code study}, and no other package of the program.
 */
package qbattery.paper;
