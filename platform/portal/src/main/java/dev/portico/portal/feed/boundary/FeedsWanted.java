package dev.portico.portal.feed.boundary;

/** Somebody does not want to wait for a tenant's next round. */
record FeedsWanted(String tenantId) {}
