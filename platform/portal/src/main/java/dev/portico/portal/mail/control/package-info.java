/**
 * Mail out: what is to be said is rendered in the recipient's language, stored in the transaction of the change it
 * reports, and sent later over SMTP. Identity (Message-ID, thread, Reply-To) is fixed when a mail is queued, so that
 * sending twice is recognised and replies find their ticket. Serves H4, B5, B6 and B9.
 */
@NullMarked
package dev.portico.portal.mail.control;

import org.jspecify.annotations.NullMarked;
