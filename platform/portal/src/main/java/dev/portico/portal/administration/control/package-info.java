/**
 * What administrators need to know of plugins and their settings: words, problems and differences. Serves J1, J2, J4.
 */
@NullMarked
package dev.portico.portal.administration.control;

import org.jspecify.annotations.NullMarked;
