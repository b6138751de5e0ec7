/**
 * Plugins' releases, what was decided about each plugin, and what the nodes say of it. All of it concerns the whole
 * platform and belongs to the staff's own tenant. Serves J1.
 */
@NullMarked
package dev.portico.portal.release.entity;

import org.jspecify.annotations.NullMarked;
