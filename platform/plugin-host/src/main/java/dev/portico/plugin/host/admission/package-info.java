/**
 * The way of a stranger's bytes from an upload to a plugin that may be installed: vetted, vouched for, its manifest read
 * and its code looked at. What comes out is values; nothing is kept or loaded on the way. Serves J1.
 */
@NullMarked
package dev.portico.plugin.host.admission;

import org.jspecify.annotations.NullMarked;
