/**
 * A tenant's choice of a plugin. Serves J2.
 */
@NullMarked
package dev.portico.portal.plugin.entity;

import org.jspecify.annotations.NullMarked;
