/**
 * The manifest: everything that a plugin declares, as values. Every text is a key of the plugin's message bundles.
 *
 * <p>Written as {@code META-INF/portico/plugin.json} in the jar; read without loading a class of the plugin. Serves
 * A1, B3, C1, D2, D4, J3.
 */
@NullMarked
package dev.portico.plugin.manifest;

import org.jspecify.annotations.NullMarked;
