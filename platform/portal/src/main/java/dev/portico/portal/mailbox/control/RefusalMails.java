package dev.portico.portal.mailbox.control;

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
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The polite answer to whoever may file nothing (H2). It says nothing of what they wrote, since a forged sender makes us
 * write to somebody else: so it is rare, too.
 */
@ApplicationScoped
public class RefusalMails {
    private static final Duration QUIET = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final long MOST_IN_AN_HOUR = 60;

    @Inject
    ReceivedMailStore mails;

    @Inject
    Outbox outbox;

    @Inject
    PublicAddresses addresses;

    @Inject
    TenantContext tenants;

    @Inject
    Texts texts;

    /** @return false where nothing is said, because the address or too many others were answered not long ago */
    boolean answer(String address, Locale language) {
        mails.serializeAnswers();
        if (mails.answered(address.toLowerCase(Locale.ROOT), QUIET) || mails.answered(HOUR) >= MOST_IN_AN_HOUR) {
            return false;
        }
        var tenant = tenants.require();
        var reader = new Reader(language, language, tenant.zone());
        var words = Map.of("tenant", tenant.name(language));
        outbox.enqueue(new MailRequest(
                Optional.empty(),
                new Recipient("", address, language, tenant.zone()),
                false,
                texts.text(reader, "mailbox.answer.subject", words),
                texts.text(reader, "mailbox.answer.text", words),
                Optional.of(new Action(
                        texts.text(reader, "mailbox.answer.action", words), addresses.ofTenant(tenant, "")))));
        return true;
    }
}
