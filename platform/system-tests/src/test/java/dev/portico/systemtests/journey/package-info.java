/**
 * Journeys of customers and agents through a real browser, in both languages, on a desktop and on a phone. Serves A1–A4,
 * B1–B9, G1, G3.
 */
@NullMarked
package dev.portico.systemtests.journey;

import org.jspecify.annotations.NullMarked;
