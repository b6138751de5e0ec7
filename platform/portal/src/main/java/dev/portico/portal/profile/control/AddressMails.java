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
        send(account, "", address, "account.address.mail", words, Optional.of(action));
    }

    /** Tells at the address that counts that another one has been entered. */
    public void tell(Account account, String address) {
        send(
                account,
                account.name(),
                account.email(),
                "account.address.mail.entered",
                words(account, address),
                Optional.empty());
    }

    /**
     * Tells at the former address that it counts no longer.
     *
     * @param former where the mail goes
     */
    public void done(Account account, String former) {
        send(
                account,
                account.name(),
                former,
                "account.address.mail.done",
                words(account, account.email()),
                Optional.empty());
    }

    private Map<String, String> words(Account account, String address) {
        return Map.of("tenant", tenantName(reader(account)), "name", account.name(), "email", address);
    }

    private void send(
            Account account,
            String name,
            String address,
            String key,
            Map<String, String> words,
            Optional<Action> action) {
        var chosen = account.preferences();
        outbox.enqueue(new MailRequest(
                Optional.empty(),
                new Recipient(name, address, chosen.language(), chosen.zone()),
                false,
                texts.text(reader(account), key + ".subject", words),
                texts.text(reader(account), key + ".text", words),
                action));
    }

    private String tenantName(Reader reader) {
        return tenants.require().name(reader.ui());
    }

    private static Reader reader(Account account) {
        var chosen = account.preferences();
        return new Reader(chosen.language(), chosen.format(), chosen.zone());
    }
}
