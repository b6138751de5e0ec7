/**
 * How invitations are stored and mailed. Serves G2.
 */
@NullMarked
package dev.portico.portal.invitation.control;

import org.jspecify.annotations.NullMarked;
