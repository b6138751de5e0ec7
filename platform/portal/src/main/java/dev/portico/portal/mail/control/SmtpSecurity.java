package dev.portico.portal.mail.control;

import java.util.Locale;

/** How the way to the mail server is protected. Where it is, nothing is sent before the server's certificate was checked. */
public enum SmtpSecurity {
    /** Not at all: for a network of one's own. */
    NONE,
    /** Agreed upon after connecting. */
    STARTTLS,
    /** From the first byte. */
    TLS;

    /** As settings say it, in lower case. */
    public static SmtpSecurity of(String setting) {
        return valueOf(setting.strip().toUpperCase(Locale.ROOT));
    }
}
