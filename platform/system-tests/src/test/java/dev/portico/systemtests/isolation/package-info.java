/**
 * No tenant sees into another, no customer into a colleague's tickets: walked through every address, every interface
 * and the catalogue of the database. Serves A2 and every isolation promise.
 */
@NullMarked
package dev.portico.systemtests.isolation;

import org.jspecify.annotations.NullMarked;
