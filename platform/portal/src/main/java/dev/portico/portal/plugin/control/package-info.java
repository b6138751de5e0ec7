/**
 * The plugin host inside the portal, the desks that a tenant's enabled plugins declare, and plugins' own tables. Serves J2, J3.
 */
@NullMarked
package dev.portico.portal.plugin.control;

import org.jspecify.annotations.NullMarked;
