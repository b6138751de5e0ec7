/**
 * How mails come out of a mailbox by IMAP, how they are kept before anything else is done, and the rules by which one
 * belongs to a ticket. Serves H1, H2 and H3.
 */
@NullMarked
package dev.portico.portal.mailbox.control;

import org.jspecify.annotations.NullMarked;
