/**
 * Which plugin's route an address is, what a request brings, and where visitors may be sent. Serves J3, E1.
 */
@NullMarked
package dev.portico.portal.extension.control;

import org.jspecify.annotations.NullMarked;
