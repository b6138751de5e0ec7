package dev.portico.portal.mail.control;

import java.net.URI;

/**
 * A link out of a mail.
 *
 * @param label in the recipient's language
 * @param target absolute
 */
public record Action(String label, URI target) {}
