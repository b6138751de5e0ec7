/**
 * How an address becomes a tenant, a route and a page: the one filter before everything, and the table of all routes. Serves A2, G4.
 */
@NullMarked
package dev.portico.portal.web;

import org.jspecify.annotations.NullMarked;
