package dev.portico.portal.mailbox.entity;

/**
 * Where a mailbox is and who logs in.
 *
 * @param secret as it is sealed, or open: whoever has it knows
 * @param trusted whether the installation names the host, so that it may have a private address and no protection
 */
public record MailboxAccess(
        String host, int port, MailSecurity security, String login, String secret, String folder, boolean trusted) {

    /** At a host that anybody may have named. */
    public MailboxAccess(String host, int port, MailSecurity security, String login, String secret, String folder) {
        this(host, port, security, login, secret, folder, false);
    }

    public MailboxAccess withSecret(String other) {
        return new MailboxAccess(host, port, security, login, other, folder, trusted);
    }

    public MailboxAccess atTrustedHost() {
        return new MailboxAccess(host, port, security, login, secret, folder, true);
    }

    /** Whether a password for the one is for the other, too. */
    public boolean sameServer(MailboxAccess other) {
        return host.equals(other.host) && port == other.port && security == other.security && login.equals(other.login);
    }

    /** A record's own would show the secret. */
    @Override
    public String toString() {
        return login + " at " + host + ":" + port + " " + security + " " + folder;
    }
}
