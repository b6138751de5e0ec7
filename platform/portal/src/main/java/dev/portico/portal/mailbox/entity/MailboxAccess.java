package dev.portico.portal.mailbox.entity;

import java.util.Optional;

/**
 * Where a mailbox is and who logs in.
 *
 * @param secret the password, or that of the client that gets access tokens, as it is sealed, or open: whoever has it knows
 * @param trusted whether the installation names the host, so that it may have a private address and no protection
 * @param tokens where access tokens come from; empty where a password is used
 */
public record MailboxAccess(
        String host,
        int port,
        MailSecurity security,
        String login,
        String secret,
        String folder,
        boolean trusted,
        Optional<TokenSource> tokens) {

    /** With a password, at a host that anybody may have named. */
    public MailboxAccess(String host, int port, MailSecurity security, String login, String secret, String folder) {
        this(host, port, security, login, secret, folder, false, Optional.empty());
    }

    public MailboxAccess withSecret(String other) {
        return new MailboxAccess(host, port, security, login, other, folder, trusted, tokens);
    }

    public MailboxAccess withTokens(Optional<TokenSource> others) {
        return new MailboxAccess(host, port, security, login, secret, folder, trusted, others);
    }

    public MailboxAccess withRefreshToken(String other) {
        return withTokens(tokens.map(source -> source.withRefreshToken(other)));
    }

    public MailboxAccess atTrustedHost() {
        return new MailboxAccess(host, port, security, login, secret, folder, true, tokens);
    }

    public MailAuthentication authentication() {
        return tokens.isPresent() ? MailAuthentication.OAUTH2 : MailAuthentication.PASSWORD;
    }

    /** As {@link #secret()}; empty where there is none. */
    public String refreshToken() {
        return tokens.map(TokenSource::refreshToken).orElse("");
    }

    /** Whether the secrets of the one are for the other, too. */
    public boolean sameTarget(MailboxAccess other) {
        var client = tokens.isPresent() && other.tokens.isPresent()
                ? tokens.get().sameClient(other.tokens.get())
                : tokens.isEmpty() && other.tokens.isEmpty();
        return client
                && host.equals(other.host)
                && port == other.port
                && security == other.security
                && login.equals(other.login);
    }

    /** A record's own would show the secret. */
    @Override
    public String toString() {
        return login + " at " + host + ":" + port + " " + security + " " + folder;
    }
}
