/**
 * When which feed is due, who fetches it, and what a plugin is told of what came. Of all nodes one fetches a feed at a time; what
 * names the version of a document is kept only where the plugin has taken that document. Serves F1.
 */
@NullMarked
package dev.portico.portal.feed.control;

import org.jspecify.annotations.NullMarked;
