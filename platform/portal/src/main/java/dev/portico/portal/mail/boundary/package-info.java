/**
 * What the outside sees of mail: a ticket's mails as they were sent, the dead letters with "send again", and the
 * worker that empties the outbox, one transaction a mail. Serves H4 and B6.
 */
@NullMarked
package dev.portico.portal.mail.boundary;

import org.jspecify.annotations.NullMarked;
