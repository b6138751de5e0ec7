/**
 * Plugins as administrators handle them, by pages and by REST: which there are, which of them a tenant uses, with which
 * settings, and what those were before. Every change is audited in its own transaction. Serves J1, J2, J4.
 */
@NullMarked
package dev.portico.portal.administration.boundary;

import org.jspecify.annotations.NullMarked;
