/**
 * The desk of the earlier support portal: four severities, the version that the customer works with, and a case that
 * stays closed once it is. All of it is declared in {@code META-INF/portico/plugin.json} but for the wording that makes
 * a case urgent. Serves C1, C3.
 */
@NullMarked
package dev.portico.legacyportal;

import org.jspecify.annotations.NullMarked;
