package dev.portico.portal.privacy.control;

import dev.portico.portal.account.entity.Account;
import dev.portico.portal.language.Reader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.mail.control.MailRequest;
import dev.portico.portal.mail.control.Outbox;
import dev.portico.portal.mail.control.Recipient;
import dev.portico.portal.tenant.control.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** What a person is told who asked to be deleted, in the transaction of what it tells of. */
@ApplicationScoped
public class DataRequestMails {
    @Inject
    Outbox outbox;

    @Inject
    TenantContext tenants;

    @Inject
    Texts texts;

    /** Somebody who is about to be forgotten: known here a moment longer. */
    public record Addressee(Recipient recipient, Reader reader) {
        public static Addressee of(Account account) {
            var chosen = account.preferences();
            return new Addressee(
                    new Recipient(account.name(), account.email(), chosen.language(), chosen.zone()),
                    new Reader(chosen.language(), chosen.format(), chosen.zone()));
        }
    }

    public void asked(Addressee to) {
        send(to, "privacy.mail.asked.subject", "privacy.mail.asked.text", "");
    }

    public void refused(Addressee to, String why) {
        send(to, "privacy.mail.refused.subject", "privacy.mail.refused.text", MailRequest.quoted(why));
    }

    public void erased(Addressee to) {
        send(to, "privacy.mail.erased.subject", "privacy.mail.erased.text", "");
    }

    private void send(Addressee to, String subject, String text, String why) {
        var words = Map.of(
                "tenant",
                tenants.require().name(to.reader().ui()),
                "name",
                to.recipient().name(),
                "why",
                why);
        outbox.enqueue(new MailRequest(
                Optional.empty(),
                to.recipient(),
                false,
                texts.text(to.reader(), subject, words),
                texts.text(to.reader(), text, words),
                Optional.empty()));
    }
}
