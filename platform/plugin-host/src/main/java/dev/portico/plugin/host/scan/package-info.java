/**
 * What the code of a plugin reaches for beyond the plugin API: files, sockets, threads and the like.
 *
 * <p>Information for the administrator who decides about a plugin, and never a wall: code in the portal's own process is
 * trusted code, and one that means harm hides what it calls. Serves J1.
 */
@NullMarked
package dev.portico.plugin.host.scan;

import org.jspecify.annotations.NullMarked;
