/**
 * Battery files: reading and writing them, and the model that a file describes with numbers for its
 * parameters. A new word of battery files goes to {@code words}.
 *
 * <p>It sees its own rooms {@code tree}, {@code formula} and {@code words}, the packages of core,
 * {@code experiment} and {@code report}, and no other package of the program.
 */
package qbattery.file;
