package dev.portico.portal.mailbox.control;

import dev.portico.portal.mailbox.entity.MailAuthentication;
import dev.portico.portal.mailbox.entity.MailSecurity;
import dev.portico.portal.mailbox.entity.MailboxAccess;
import dev.portico.portal.mailbox.entity.TokenSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** How a mailbox is opened, as its row has it. */
final class MailboxRows {
    static final String ACCESS =
            "host, port, security, authentication, login, secret, folder, token_address, client_id,"
                    + " scope, refresh_token";

    private MailboxRows() {}

    static MailboxAccess access(ResultSet row) throws SQLException {
        return new MailboxAccess(
                        row.getString("host"),
                        row.getInt("port"),
                        MailSecurity.valueOf(row.getString("security")),
                        row.getString("login"),
                        row.getString("secret"),
                        row.getString("folder"))
                .withTokens(tokens(row));
    }

    private static Optional<TokenSource> tokens(ResultSet row) throws SQLException {
        return MailAuthentication.valueOf(row.getString("authentication")) == MailAuthentication.OAUTH2
                ? Optional.of(new TokenSource(
                        row.getString("token_address"),
                        row.getString("client_id"),
                        row.getString("scope"),
                        row.getString("refresh_token")))
                : Optional.empty();
    }
}
