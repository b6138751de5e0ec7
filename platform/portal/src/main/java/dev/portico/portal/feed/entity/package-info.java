/** A document that the portal fetches for a tenant's plugin, again and again, and how that went. Serves F1. */
@NullMarked
package dev.portico.portal.feed.entity;

import org.jspecify.annotations.NullMarked;
