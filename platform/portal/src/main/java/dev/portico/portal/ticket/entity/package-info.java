/**
 * The ticket and everything that happened to it, in order. A ticket changes only by its verbs; each change leaves an
 * entry, from which the conversation, the activity history and, later, service-level clocks are read. Serves B, C, D.
 */
@NullMarked
package dev.portico.portal.ticket.entity;

import org.jspecify.annotations.NullMarked;
