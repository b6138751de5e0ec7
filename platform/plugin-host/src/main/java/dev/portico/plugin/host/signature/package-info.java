/**
 * Who vouches for a plugin's jar: the standard signature of jars, as {@code jarsigner} makes it, by one publisher over
 * every file of the jar.
 *
 * <p>A publisher is a pinned public key and not a chain to some authority: the platform's administrator decides whose
 * plugins run here, and ends that by removing the key. Serves J1.
 */
@NullMarked
package dev.portico.plugin.host.signature;

import org.jspecify.annotations.NullMarked;
