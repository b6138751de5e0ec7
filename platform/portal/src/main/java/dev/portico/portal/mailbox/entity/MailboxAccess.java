package dev.portico.portal.mailbox.entity;

/**
 * Where a mailbox is and who logs in.
 *
 * @param secret as it is sealed, or open: whoever has it knows
 */
public record MailboxAccess(String host, int port, MailSecurity security, String login, String secret, String folder) {

    public MailboxAccess withSecret(String other) {
        return new MailboxAccess(host, port, security, login, other, folder);
    }

    /** A record's own would show the secret. */
    @Override
    public String toString() {
        return login + " at " + host + ":" + port + " " + security + " " + folder;
    }
}
