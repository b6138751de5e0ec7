/**
 * The manifest: everything that a plugin declares, as values. Every text is a key of the plugin's message bundles.
 *
 * <p>Written as {@code META-INF/portico/plugin.json} in the jar; read without loading a class of the plugin. Serves
 * A1, B3, C1, D2, D4, J3.
 *
 * <p>A plugin writes JSON and reads these records; it never makes one. Their constructors are
 * for the platform only and no part of the API: a minor version may add components, for which a manifest that does not
 * name them gets a default. What stays compatible, in source and binary, are the accessors and other public methods.
 */
@NullMarked
package dev.portico.plugin.manifest;

import org.jspecify.annotations.NullMarked;
