/**
 * A tenant's branding as its administrators change it, and its logo as browsers fetch it. Every change is audited in its
 * own transaction. Serves J5, J4.
 */
@NullMarked
package dev.portico.portal.branding.boundary;

import org.jspecify.annotations.NullMarked;
