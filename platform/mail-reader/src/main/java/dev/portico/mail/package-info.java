/**
 * Reads one raw mail. Whatever its bytes are, something comes out: {@link dev.portico.mail.MailReader} never throws, takes
 * time and memory in proportion to the message, within {@link dev.portico.mail.Limits}, fetches nothing and keeps
 * nothing. What was not in order is said by {@link dev.portico.mail.Flaw}s.
 *
 * <p>Parsing of MIME and addresses is mime4j's, of HTML jsoup's, the guess of charsets ICU's. All text that comes out is
 * without control characters, halves of characters and marks that turn the direction of text; what comes from a header
 * is one line. Nothing here depends on the portal, and no request waits for it. Serves H2, H3 and H4.
 */
@NullMarked
package dev.portico.mail;

import org.jspecify.annotations.NullMarked;
