package dev.portico.portal.registration.control;

import dev.portico.portal.language.Reader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.mail.control.Action;
import dev.portico.portal.mail.control.MailRequest;
import dev.portico.portal.mail.control.Outbox;
import dev.portico.portal.mail.control.Recipient;
import dev.portico.portal.registration.entity.Applicant;
import dev.portico.portal.tenant.control.PublicAddresses;
import dev.portico.portal.tenant.control.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/**
 * Mails to whoever has the address that an applicant entered. They say nothing that the applicant wrote: it may be anybody
 * who makes us write to anybody.
 */
@ApplicationScoped
public class RegistrationMails {
    @Inject
    Outbox outbox;

    @Inject
    PublicAddresses addresses;

    @Inject
    TenantContext tenants;

    @Inject
    Texts texts;

    /** @param token what proves that the reader got the mail */
    public void confirm(Applicant to, String token) {
        var words = words(to);
        send(
                to,
                texts.text(reader(to), "registration.mail.subject", words),
                texts.text(reader(to), "registration.mail.text", words),
                action(to, "registration.mail.action", "/registrations/" + token));
    }

    /** Somebody registers with an address that has an account. */
    public void already(Applicant to) {
        var words = words(to);
        send(
                to,
                texts.text(reader(to), "registration.mail.already.subject", words),
                texts.text(reader(to), "registration.mail.already", words),
                action(to, "registration.mail.already.action", "/login"));
    }

    private void send(Applicant to, String subject, String body, Action action) {
        var recipient = new Recipient("", to.email(), to.language(), to.zone());
        outbox.enqueue(new MailRequest(Optional.empty(), recipient, false, subject, body, Optional.of(action)));
    }

    private Action action(Applicant to, String key, String path) {
        return new Action(texts.text(reader(to), key), addresses.ofTenant(tenants.require(), path));
    }

    private Map<String, String> words(Applicant to) {
        return Map.of("tenant", tenants.require().name(to.language()));
    }

    private static Reader reader(Applicant to) {
        return new Reader(to.language(), to.language(), to.zone());
    }
}
