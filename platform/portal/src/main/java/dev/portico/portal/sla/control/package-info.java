/**
 * Promised times: how they are counted, in working time or around the clock, and what a ticket's history makes of them.
 * All of it is computed from what was recorded, so that a corrected calendar or level gives other times and loses
 * nothing; what is stored is only what a worker and a list have to find. Knows nothing of tickets: they hand in a
 * {@link dev.portico.portal.sla.control.History}. Serves D3.
 */
@NullMarked
package dev.portico.portal.sla.control;

import org.jspecify.annotations.NullMarked;
