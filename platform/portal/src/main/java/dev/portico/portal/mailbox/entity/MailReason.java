package dev.portico.portal.mailbox.entity;

/** Why a mail was ignored or put aside. */
public enum MailReason {
    /** A robot sent it: a vacation notice, a list, a bulk mail. */
    AUTOMATIC,
    /** It says that a mail of ours did not arrive. */
    BOUNCE,
    /** Its sender was answered not long ago. */
    LIMIT,
    /** It names no sender, or several. */
    NO_SENDER,
    /** The address that it was sent to is for answers of somebody else. */
    TOKEN,
    /** The server that received it does not say that it is from its sender. */
    UNPROVEN,
    /** It answers a mail that somebody else got. */
    RECIPIENT,
    /** Whoever sent it may not answer in that ticket. */
    PARTICIPANT,
    /** The ticket that it answers is not here any more. */
    NO_TICKET,
    /** It is larger than what is fetched. */
    TOO_LARGE,
    /** Its server did not deliver it, several times: nothing of it is here. */
    UNREADABLE,
    /** It is not all here, and its server has it no more. */
    GONE,
    /** What it is about has no desk at the moment; it is tried again until there is one. */
    DESK_ABSENT,
    /** A member of staff answered by mail: what was said is in the ticket, and the mail itself is for the staff. */
    AGENT,
    /** It could not be processed, several times. */
    FAILED,
    /** Somebody has looked at it, and nothing is to be done. */
    DISMISSED,
    /** Whoever sent it is erased. */
    ERASED
}
