/**
 * Which plugins a tenant has enabled, with their settings. Serves J2.
 */
@NullMarked
package dev.portico.portal.plugin.boundary;

import org.jspecify.annotations.NullMarked;
