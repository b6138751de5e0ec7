package dev.portico.portal.mailbox.control;

import dev.portico.portal.audit.control.Change;
import dev.portico.portal.mailbox.entity.MailAuthentication;
import dev.portico.portal.mailbox.entity.MailSecurity;
import dev.portico.portal.mailbox.entity.Mailbox;
import dev.portico.portal.mailbox.entity.TokenSource;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is entered of a mailbox, as it was typed; its {@link MailboxSecrets} apart, which are kept nowhere but sealed.
 *
 * @param port empty for the usual one
 * @param security name of a {@link MailSecurity}
 * @param authentication name of a {@link MailAuthentication}; what belongs to access tokens counts with that one alone
 * @param scope empty for the usual
 * @param folder empty for the inbox
 * @param type id of a ticket type
 * @param server authserv-id whose word on senders counts; empty for nobody's
 * @param everything whether mails are taken that are there already; of a new one only
 */
public record MailboxForm(
        String address,
        String host,
        String port,
        String security,
        String authentication,
        String login,
        String tokenAddress,
        String clientId,
        String scope,
        String folder,
        String type,
        String server,
        boolean everything) {
    static final String INBOX = "INBOX";

    public static MailboxForm blank(String address, String type) {
        return new MailboxForm(
                address,
                "",
                "",
                MailSecurity.TLS.name(),
                MailAuthentication.PASSWORD.name(),
                "",
                "",
                "",
                "",
                INBOX,
                type,
                "",
                false);
    }

    public static MailboxForm of(Mailbox mailbox) {
        var access = mailbox.access();
        return new MailboxForm(
                mailbox.address(),
                access.host(),
                String.valueOf(access.port()),
                access.security().name(),
                access.authentication().name(),
                access.login(),
                access.tokens().map(TokenSource::address).orElse(""),
                access.tokens().map(TokenSource::clientId).orElse(""),
                access.tokens().map(TokenSource::scope).orElse(""),
                access.folder(),
                mailbox.ticketType(),
                mailbox.server(),
                mailbox.takenFrom().isEmpty());
    }

    /** For the audit log: what differs from another state, each under its name in the form. */
    public List<Change> since(Map<String, String> before) {
        var changes = new ArrayList<Change>();
        fields().forEach((field, value) -> {
            var earlier = before.getOrDefault(field, "");
            if (!value.equals(earlier)) {
                changes.add(new Change(field, orNothing(earlier), orNothing(value)));
            }
        });
        return changes;
    }

    public Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("address", address);
        fields.put("host", host);
        fields.put("port", port);
        fields.put("security", security);
        fields.put("authentication", authentication);
        fields.put("login", login);
        fields.put("token-address", tokenAddress);
        fields.put("client-id", clientId);
        fields.put("scope", scope);
        fields.put("folder", folder);
        fields.put("type", type);
        fields.put("server", server);
        fields.put("everything", Boolean.toString(everything));
        return fields;
    }

    private static JsonValue orNothing(String text) {
        return text.isEmpty() ? JsonValue.NULL : Json.createValue(text);
    }
}
