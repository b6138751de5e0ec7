/**
 * The whole stack, driven from outside. All tests of a run share one stack, so each makes the tickets that it looks
 * at and expects others beside them.
 *
 * <p>{@code mvn -pl platform/system-tests verify} starts a stack of its own on free ports. For quick work,
 * {@code -Dportico.test.running=<data folder>} attaches to a demonstration that already runs, on the standard ports or those that {@code -Dportico.port=} and its like say;
 * tests that must stop parts of the stack are then skipped. {@code -Dportico.war=} and {@code -Dportico.plugins=} say
 * what a stack of our own serves.
 *
 * <p>Serves: A1–A4, B1–B9, G1, G3, G4, H4, K1.
 */
@NullMarked
package dev.portico.systemtests;

import org.jspecify.annotations.NullMarked;
