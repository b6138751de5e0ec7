/**
 * How a ticket is carried from one tenant's desk to another's: what stands in its way, its story told again in the other
 * desk's terms, and its files, mails and requester. What the mapping makes one is no longer an event: of two statuses that
 * become the same, the step between them is left out. The ticket that was left stays as it was, for the record. Serves C4.
 */
@NullMarked
package dev.portico.portal.migration.control;

import org.jspecify.annotations.NullMarked;
