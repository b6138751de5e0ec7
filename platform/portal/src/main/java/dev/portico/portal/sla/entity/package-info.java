/** What is kept of a promised time: see {@link dev.portico.portal.sla.entity.TicketClock}. Serves D3. */
@NullMarked
package dev.portico.portal.sla.entity;

import org.jspecify.annotations.NullMarked;
