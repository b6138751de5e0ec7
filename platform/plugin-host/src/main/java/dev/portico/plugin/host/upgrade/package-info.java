/**
 * What a new version of a plugin would change, from the two manifests alone: shown before anything is done, and refused
 * where it cannot be done. Serves J1.
 */
@NullMarked
package dev.portico.plugin.host.upgrade;

import org.jspecify.annotations.NullMarked;
