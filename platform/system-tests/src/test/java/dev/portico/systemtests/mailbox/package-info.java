/** Mails that people send: over SMTP into the tenants' mailboxes, and what the portal makes of them (H1, H2, H3). */
@NullMarked
package dev.portico.systemtests.mailbox;

import org.jspecify.annotations.NullMarked;
