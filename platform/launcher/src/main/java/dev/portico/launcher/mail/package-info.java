/**
 * The mail sink: takes any mail by SMTP, keeps it on disk, shows it on a page and offers it by IMAP (B5, B9, H1).
 *
 * <p>Invariants: a mail is on disk before the SMTP server says that it took it; mail content is never trusted by the page.
 */
@NullMarked
package dev.portico.launcher.mail;

import org.jspecify.annotations.NullMarked;
