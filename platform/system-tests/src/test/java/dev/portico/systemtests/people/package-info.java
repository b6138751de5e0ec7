/** The console of those who look after customers (G2, B11). */
@NullMarked
package dev.portico.systemtests.people;

import org.jspecify.annotations.NullMarked;
