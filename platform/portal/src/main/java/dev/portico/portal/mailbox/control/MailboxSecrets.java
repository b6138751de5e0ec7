package dev.portico.portal.mailbox.control;

import dev.portico.portal.mailbox.entity.MailAuthentication;
import dev.portico.portal.mailbox.entity.MailboxAccess;
import java.util.Optional;

/**
 * What is entered of a mailbox and shown to nobody afterwards; empty for what is stored.
 *
 * @param withoutRefreshToken whether the stored refresh token is to be forgotten; counts only where none is entered
 */
public record MailboxSecrets(String password, String clientSecret, String refreshToken, boolean withoutRefreshToken) {
    static final int LONGEST_REFRESH_TOKEN = 10_000;

    /** Names of the fields, of which nothing is kept while somebody logs in again. */
    public static final String PASSWORD = "secret-password";

    public static final String CLIENT = "secret-client";
    public static final String REFRESH_TOKEN = "secret-refresh-token";

    public static MailboxSecrets of(String password) {
        return new MailboxSecrets(password, "", "", false);
    }

    String main(MailAuthentication authentication) {
        return authentication == MailAuthentication.OAUTH2 ? clientSecret : password;
    }

    /** Where {@link #secret} is entered. */
    public static String mainField(MailAuthentication authentication) {
        return authentication == MailAuthentication.OAUTH2 ? CLIENT : PASSWORD;
    }

    /** The password or the client's secret; empty where the stored one is kept. */
    public Optional<String> secret(MailboxAccess entered) {
        return Optional.of(main(entered.authentication())).filter(text -> !text.isEmpty());
    }

    /** Itself empty where there is to be none; nothing where the stored one is kept. */
    public Optional<String> refreshToken(MailboxAccess entered, Optional<MailboxAccess> stored) {
        if (entered.tokens().isEmpty() || (withoutRefreshToken && refreshToken.isEmpty())) {
            return Optional.of("");
        }
        var keeps = refreshToken.isEmpty()
                && stored.filter(before -> !before.refreshToken().isEmpty()).isPresent();
        return keeps ? Optional.empty() : Optional.of(refreshToken);
    }

    /** A record's own would show them. */
    @Override
    public String toString() {
        return "secrets";
    }
}
