package dev.portico.portal.mailbox.control;

import dev.portico.portal.mail.entity.Mail;
import dev.portico.portal.mailbox.entity.MailReason;
import dev.portico.portal.ticket.control.Actor;
import dev.portico.portal.ticket.entity.Ticket;
import java.util.Locale;
import java.util.Optional;

/** What is to become of a mail. */
sealed interface Verdict {
    /** Whether the mail is taken for its sender's. */
    default boolean counts() {
        return this instanceof File || this instanceof Comment || this instanceof FollowUp || this instanceof Reply;
    }

    /** Something new of somebody who may file tickets. */
    record File(Actor sender) implements Verdict {}

    /** An answer in an open ticket. */
    record Comment(Actor sender, Ticket ticket) implements Verdict {}

    /**
     * An agent's answer.
     *
     * @param internal whether no customer may learn of it
     */
    record Reply(Actor agent, Ticket ticket, boolean internal) implements Verdict {}

    /** An answer in a closed one: a new ticket that follows it. */
    record FollowUp(Actor sender, Ticket closed) implements Verdict {}

    /**
     * Whoever sent it may file nothing here.
     *
     * @param address theirs
     */
    record Refuse(String address, Locale language) implements Verdict {}

    /**
     * A mail of ours did not arrive, and will not.
     *
     * @param ticket whose mail it was; empty where it was none's, or the ticket has left
     * @param diagnostic what the server said
     */
    record Bounced(Mail mail, Optional<Ticket> ticket, String diagnostic) implements Verdict {}

    /** @param detail for whoever looks after it */
    record Ignore(MailReason reason, String detail) implements Verdict {}

    /** @param detail for whoever looks after it */
    record Aside(MailReason reason, String detail) implements Verdict {}
}
