/**
 * Counters and gauges by tenant and plugin, for a monitoring system that asks for them. Invariants: every label has few values, all
 * of them the portal's own (routes, tenants and plugins there are, outcomes); none comes from a request. Without a token there is
 * no page. Serves operations (issue 3).
 */
@NullMarked
package dev.portico.portal.operation.metric;

import org.jspecify.annotations.NullMarked;
