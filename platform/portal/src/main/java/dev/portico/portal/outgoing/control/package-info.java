/**
 * How the portal talks HTTP to hosts that tenants or plugins name: only with https and public addresses, unless an
 * administrator of the platform allowed the origin; with limits of time and size; and with nothing of the portal's own
 * such as cookies, passwords or proxies. Nobody else in the portal opens such connections. Serves F1, F3.
 */
@NullMarked
package dev.portico.portal.outgoing.control;

import org.jspecify.annotations.NullMarked;
