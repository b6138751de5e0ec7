/**
 * Pages for a tenant's administrators: incidents and maintenance by hand, from templates; translations of what a provider
 * wrote; components of a tenant that follows no provider. A form that is refused keeps what was typed. Serves F4.
 */
@NullMarked
package dev.portico.systemstatus.staff;

import org.jspecify.annotations.NullMarked;
