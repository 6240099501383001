/**
 * What a claim is judged by: numbers along axes, what is taken from them, and what is asked of
 * them. All of it is pure: values and errors in, values, errors and verdicts out.
 */
package qbattery.paper.judge;
