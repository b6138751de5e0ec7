/**
 * A tenant's mailboxes and the mails that came through them, with what became of each. Serves H1 and H3.
 */
@NullMarked
package dev.portico.portal.mailbox.entity;

import org.jspecify.annotations.NullMarked;
