/**
 * What a plugin sees of the portal: plain Java, no Jakarta, PrimeFaces, ICU or EclipseLink types.
 *
 * <p>A desk is declared in the manifest ({@link dev.portico.plugin.manifest}); what data cannot say is answered by
 * an extension point, called through one guard, with the tenant first. Serves J1 to J3.
 */
@NullMarked
package dev.portico.plugin;

import org.jspecify.annotations.NullMarked;
