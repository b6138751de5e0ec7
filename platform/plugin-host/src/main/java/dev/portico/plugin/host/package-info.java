/**
 * Finds plugins in a folder, checks their manifests without loading a class, runs the good ones and calls them.
 *
 * <p>What others keep of a plugin is values of the plugin API ({@link dev.portico.plugin.host.PluginPackage}); its
 * classes stay behind {@link dev.portico.plugin.host.Guard}, so that nothing pins its class loader. Serves J1, J3, J4.
 */
@NullMarked
package dev.portico.plugin.host;

import org.jspecify.annotations.NullMarked;
