package dev.portico.portal.mail.control;

import java.time.ZoneId;
import java.util.Locale;

/** Whom a mail goes to, and how that person reads. */
public record Recipient(String name, String address, Locale language, ZoneId zone) {}
