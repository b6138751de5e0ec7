/**
 * What can be done with tickets, one transaction each: for customers, for agents, and over REST. Serves B, D5, D6, K1.
 */
@NullMarked
package dev.portico.portal.ticket.boundary;

import org.jspecify.annotations.NullMarked;
