package dev.portico.portal.invitation.control;

import dev.portico.portal.account.control.AccountStore;
import dev.portico.portal.account.entity.Account;
import dev.portico.portal.account.entity.Organization;
import dev.portico.portal.invitation.entity.Invitation;
import dev.portico.portal.language.Reader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.mail.control.Action;
import dev.portico.portal.mail.control.MailRequest;
import dev.portico.portal.mail.control.Outbox;
import dev.portico.portal.mail.control.Recipient;
import dev.portico.portal.tenant.control.PublicAddresses;
import dev.portico.portal.tenant.control.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Mails to people who are asked to come in; in the transaction of what they tell of. */
@ApplicationScoped
public class InvitationMails {
    @Inject
    Outbox outbox;

    @Inject
    PublicAddresses addresses;

    @Inject
    TenantContext tenants;

    @Inject
    AccountStore accounts;

    @Inject
    Texts texts;

    /** @param token what proves that the reader got the mail */
    public void invite(Account account, Invitation invitation, String token) {
        var reader = reader(account);
        var organization = account.organizationId().flatMap(accounts::organization);
        var words = Map.of(
                "name", account.name(),
                "tenant", tenantName(reader),
                "organization", organization.map(Organization::name).orElse(""),
                "until", reader.formats().dateTime(invitation.expiresAt()),
                "zone", reader.formats().zone().getId());
        send(
                account,
                texts.text(reader, "invitation.mail.subject", words),
                texts.text(
                        reader,
                        organization.isPresent() ? "invitation.mail.organization" : "invitation.mail.text",
                        words),
                action(reader, "invitation.mail.action", "/invitations/" + token));
    }

    /** Somebody, probably the reader, asked for a new link where there is nothing left to accept. */
    public void already(Account account) {
        var reader = reader(account);
        var words = Map.of("name", account.name(), "tenant", tenantName(reader));
        send(
                account,
                texts.text(reader, "invitation.mail.already.subject", words),
                texts.text(reader, "invitation.mail.already", words),
                action(reader, "invitation.mail.already.action", "/login"));
    }

    private void send(Account account, String subject, String body, Action action) {
        var preferences = account.preferences();
        var to = new Recipient(account.name(), account.email(), preferences.language(), preferences.zone());
        outbox.enqueue(new MailRequest(Optional.empty(), to, false, subject, body, Optional.of(action)));
    }

    private Action action(Reader reader, String key, String path) {
        return new Action(texts.text(reader, key), addresses.ofTenant(tenants.require(), path));
    }

    private String tenantName(Reader reader) {
        return tenants.require().name(reader.ui());
    }

    private static Reader reader(Account account) {
        var preferences = account.preferences();
        return new Reader(preferences.language(), preferences.format(), preferences.zone());
    }
}
