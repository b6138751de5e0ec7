/**
 * E-mail in: the worker that serves each mailbox from one node and keeps what comes, and the one that makes of each kept mail,
 * in a transaction of its own, a ticket, a comment, a polite answer, or something to look at. Serves H1, H2 and H3.
 */
@NullMarked
package dev.portico.portal.mailbox.boundary;

import org.jspecify.annotations.NullMarked;
