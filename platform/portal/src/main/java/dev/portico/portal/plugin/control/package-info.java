/**
 * The plugin host inside the portal, and the desks that a tenant's enabled plugins declare. Serves J2, J3.
 */
@NullMarked
package dev.portico.portal.plugin.control;

import org.jspecify.annotations.NullMarked;
