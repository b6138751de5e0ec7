package dev.portico.portal.mailbox.boundary;

import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.mailbox.control.MailboxSecrets;
import dev.portico.portal.mailbox.entity.MailAuthentication;
import dev.portico.portal.mailbox.entity.MailboxProblem;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What to change in the form where a mailbox cannot be read, at the field that it is about. */
final class MailboxTrouble {
    private MailboxTrouble() {}

    /** @param authentication that was tried */
    static PortalException refusal(MailboxProblem problem, MailAuthentication authentication) {
        var key = "mailbox.trouble." + problem.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (problem) {
            case UNREACHABLE, NOT_ALLOWED -> at("host", key);
            case TLS, PLAIN -> at("security", key);
            case LOGIN -> at(MailboxSecrets.PASSWORD, key);
            case SECRET -> at(MailboxSecrets.mainField(authentication), key);
            case TOKEN_UNREACHABLE, TOKEN_NOT_ALLOWED, TOKEN_REFUSED -> at("token-address", key);
            case CLIENT ->
                PortalException.invalid(
                        List.of(new FieldProblem("client-id", key), new FieldProblem(MailboxSecrets.CLIENT, key)));
            case SCOPE -> at("scope", key);
            case REFRESH_TOKEN, STORED_REFRESH_TOKEN -> at(MailboxSecrets.REFRESH_TOKEN, key);
            case TOKEN_LOGIN -> at("login", key);
            case NO_TOKENS -> at("authentication", key);
            case FOLDER -> at("folder", key);
            case BUSY, OTHER -> PortalException.conflict(key, Map.of());
        };
    }

    private static PortalException at(String field, String key) {
        return PortalException.invalid(new FieldProblem(field, key));
    }
}
