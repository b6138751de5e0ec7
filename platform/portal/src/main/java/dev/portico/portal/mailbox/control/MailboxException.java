package dev.portico.portal.mailbox.control;

import dev.portico.portal.mailbox.entity.MailboxProblem;

/** A mailbox that cannot be read now. The message is the server's own words, for whoever set it up. */
public final class MailboxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final MailboxProblem problem;

    public MailboxException(MailboxProblem problem, String message, Throwable cause) {
        super(message, cause);
        this.problem = problem;
    }

    public MailboxException(MailboxProblem problem, String message) {
        super(message);
        this.problem = problem;
    }

    /** What nobody has thought of. */
    public static MailboxException unexpected(Throwable cause) {
        return new MailboxException(MailboxProblem.OTHER, String.valueOf(cause), cause);
    }

    public MailboxProblem problem() {
        return problem;
    }
}
