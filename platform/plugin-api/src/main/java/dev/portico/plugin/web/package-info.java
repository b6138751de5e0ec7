/**
 * Addresses of a tenant that a plugin answers, and what it answers them with. The manifest declares the addresses and
 * who may ask ({@link dev.portico.plugin.manifest.PluginRoute}); a {@link dev.portico.plugin.web.WebHandler} answers with
 * a {@link dev.portico.plugin.web.Page}, which is a value that the portal renders, a redirect or a document.
 *
 * <p>A plugin writes no HTML: pages are made of sections and blocks, so that each of them has the portal's looks, both
 * languages, keyboard, phone width, dark theme and no way to run a script. Serves J3, E1, F2.
 */
@NullMarked
package dev.portico.plugin.web;

import org.jspecify.annotations.NullMarked;
