package dev.portico.portal.profile.control;

import dev.portico.portal.account.entity.Account;
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
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Mails about another address of a person; in the transaction of what they tell of. */
@ApplicationScoped
public class AddressMails {
    @Inject
    Outbox outbox;

    @Inject
    PublicAddresses addresses;

    @Inject
    TenantContext tenants;

    @Inject
    Texts texts;

    /**
     * Asks at the new address. It says nothing of the person: whoever entered it may have mistyped it.
     *
     * @param token what proves that the reader got the mail
     */
    public void ask(Account account, String address, String token, Instant until) {
        var reader = reader(account);
        var words = Map.of(
                "tenant", tenantName(reader),
                "until", reader.formats().dateTime(until),
                "zone", reader.formats().zone().getId());
        var action = new Action(
                texts.text(reader, "account.address.mail.action"),
                addresses.ofTenant(tenants.require(), "/settings/address/" + token));
        send(
                new Recipient("", address, reader.ui(), reader.formats().zone()),
                texts.text(reader, "account.address.mail.subject", words),
                texts.text(reader, "account.address.mail.text", words),
                Optional.of(action));
    }

    /** Tells at the address that counts that another one has been entered. */
    public void tell(Account account, String address) {
        var reader = reader(account);
        var words = words(account, address);
        send(
                recipient(account, account.email()),
                texts.text(reader, "account.address.mail.entered.subject", words),
                texts.text(reader, "account.address.mail.entered.text", words),
                Optional.empty());
    }

    /**
     * Tells at the former address that it counts no longer.
     *
     * @param former where the mail goes
     */
    public void done(Account account, String former) {
        var reader = reader(account);
        var words = words(account, account.email());
        send(
                recipient(account, former),
                texts.text(reader, "account.address.mail.done.subject", words),
                texts.text(reader, "account.address.mail.done.text", words),
                Optional.empty());
    }

    private Map<String, String> words(Account account, String address) {
        return Map.of("tenant", tenantName(reader(account)), "name", account.name(), "email", address);
    }

    private static Recipient recipient(Account account, String address) {
        var chosen = account.preferences();
        return new Recipient(account.name(), address, chosen.language(), chosen.zone());
    }

    private void send(Recipient to, String subject, String text, Optional<Action> action) {
        outbox.enqueue(new MailRequest(Optional.empty(), to, false, subject, text, action));
    }

    private String tenantName(Reader reader) {
        return tenants.require().name(reader.ui());
    }

    private static Reader reader(Account account) {
        var chosen = account.preferences();
        return new Reader(chosen.language(), chosen.format(), chosen.zone());
    }
}
