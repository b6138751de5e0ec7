/**
 * How the portal talks HTTP to hosts that tenants or plugins name: only with https and public addresses, unless an
 * administrator of the platform allowed the origin; with limits of time and size; and with nothing of the portal's own
 * such as cookies, passwords or proxies. Nobody else in the portal opens such connections; mailboxes, which are no HTTP, are asked by a socket
 * with the same rule. Serves F1, F3, H1.
 */
@NullMarked
package dev.portico.portal.outgoing.control;

import org.jspecify.annotations.NullMarked;
