package dev.portico.plugin.feed;

import java.net.URI;
import java.time.Duration;

/**
 * A document to be fetched for a tenant.
 *
 * @param id lower-case letters, digits and dashes, up to 40; unique among the plugin's feeds of the tenant
 * @param address {@code https}, and of a public host
 * @param every how long after a fetch the next one is due; the portal waits 30 s at least, unless it is set up otherwise,
 *     and longer for one that fails
 */
public record Feed(String id, URI address, Duration every) {}
