/**
 * Checks plugins' manifests without loading a class, runs the good ones, swaps and retires them, and calls them.
 *
 * <p>Who works with plugins holds a lease ({@link dev.portico.plugin.host.PluginLease}) and sees the plugins of one
 * moment; a version that was replaced stays in memory until the last lease from before has ended. What others keep of a
 * plugin is values of the plugin API ({@link dev.portico.plugin.host.PluginPackage}); its classes stay behind
 * {@link dev.portico.plugin.host.Guard}, so that nothing pins its class loader. Serves J1, J3, J4.
 */
@NullMarked
package dev.portico.plugin.host;

import org.jspecify.annotations.NullMarked;
