package dev.portico.portal.mailbox.boundary;

import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.mailbox.control.MailboxForm;
import dev.portico.portal.mailbox.entity.MailboxProblem;
import java.util.Locale;
import java.util.Map;

/** What to change in the form where a mailbox cannot be read, at the field that it is about. */
final class MailboxTrouble {
    private MailboxTrouble() {}

    static PortalException refusal(MailboxProblem problem) {
        var key = "mailbox.trouble." + problem.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (problem) {
            case UNREACHABLE, NOT_ALLOWED -> at("host", key);
            case TLS, PLAIN -> at("security", key);
            case LOGIN, SECRET -> at(MailboxForm.PASSWORD, key);
            case FOLDER -> at("folder", key);
            case BUSY, OTHER -> PortalException.conflict(key, Map.of());
        };
    }

    private static PortalException at(String field, String key) {
        return PortalException.invalid(new FieldProblem(field, key));
    }
}
