/**
 * The status of a tenant's systems: read from the provider's status feed, or written by staff. The classes here are what
 * the portal calls; {@code feed} reads documents, {@code model} is what they are read into, {@code store} keeps it and
 * writes news with each change, {@code web} and {@code json} show it, and {@code staff} is where it is written by hand. Serves F1, F2, F4.
 */
@NullMarked
package dev.portico.systemstatus;

import org.jspecify.annotations.NullMarked;
