/**
 * The portal's use cases and stores inside Payara Micro, against PostgreSQL: the very archive that is shipped, with
 * the tests in it. Each runs with two tenants and shows that the other sees nothing. Serves A2, B3 to B8, G4.
 */
@NullMarked
package dev.portico.containertests;

import org.jspecify.annotations.NullMarked;
