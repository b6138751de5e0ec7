package dev.portico.portal.mail.entity;

/**
 * What a mail says, twice.
 *
 * @param language tag, as in Content-Language
 */
public record Content(String language, String subject, String text, String html) {}
