/**
 * Reads documents of status pages: Statuspage and Status.io JSON, RSS 2.0 and Atom. A document is taken as a whole or
 * refused with a reason; what is too long in it is cut, and all that comes of it is text. Serves F1.
 */
@NullMarked
package dev.portico.systemstatus.feed;

import org.jspecify.annotations.NullMarked;
