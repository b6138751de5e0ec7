/**
 * Fetches feeds in the background, and shows administrators how that goes. While the network is waited for, no transaction is open
 * and no plugin is called. Serves F1.
 */
@NullMarked
package dev.portico.portal.feed.boundary;

import org.jspecify.annotations.NullMarked;
