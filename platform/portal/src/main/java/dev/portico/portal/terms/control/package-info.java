/**
 * How terms and their acceptances are stored. Serves C2, G2.
 */
@NullMarked
package dev.portico.portal.terms.control;

import org.jspecify.annotations.NullMarked;
