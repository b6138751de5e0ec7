/**
 * Documents of other systems that the portal fetches for a plugin, again and again: with time limits, a size limit,
 * conditional requests, back-off, and never from an address that is not public. The capability is {@code outgoing-hosts}.
 * Serves F1.
 */
@NullMarked
package dev.portico.plugin.feed;

import org.jspecify.annotations.NullMarked;
