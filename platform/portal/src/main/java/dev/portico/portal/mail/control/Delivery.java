package dev.portico.portal.mail.control;

/** How handing a mail to the SMTP server ended. Reasons are the server's own words, for the staff. */
public sealed interface Delivery {
    record Sent() implements Delivery {}

    /** For good. */
    record Refused(String reason) implements Delivery {}

    /**
     * For good, since there is nobody at that address.
     *
     * @param answer the server's to the recipient alone
     */
    record Unknown(String reason, String answer) implements Delivery {}

    /** This time. */
    record Failed(String reason) implements Delivery {}

    /** Not handed over at all: its address is marked as one that mails do not reach. */
    record Withheld() implements Delivery {}

    /** No mail would get through now. */
    record Unreachable(String reason) implements Delivery {}
}
