package dev.portico.portal.mail.control;

import dev.portico.portal.mail.entity.Envelope;
import dev.portico.portal.tenant.control.TenantDirectory;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The names by which mails and replies find each other. The host part is the tenant's, so an address says whose it is.
 *
 * <p>A ticket's thread root {@code <harmony.42@…>} is never sent: each mail of the ticket refers to it, and that makes
 * one conversation of them in every reader's mail program.
 */
@ApplicationScoped
public class MailAddresses {
    private static final String SUPPORT = "support";
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    @ConfigProperty(name = "portico.mail.domain", defaultValue = "localhost")
    String domain;

    @Inject
    ReplyTokens tokens;

    @Inject
    TenantDirectory directory;

    Envelope envelope(Tenant tenant, Optional<Long> ticketNumber, Recipient to) {
        var host = "@" + host(tenant);
        var id = newId();
        var support = SUPPORT + host;
        var recipient = HeaderText.of(to.address());
        return new Envelope(
                id,
                support,
                HeaderText.of(tenant.name(to.language())),
                recipient,
                HeaderText.of(to.name()),
                "<" + tenant.id() + "." + ticketNumber.map(String::valueOf).orElse("mail") + "." + id + host + ">",
                ticketNumber
                        .map(number -> "<" + tenant.id() + "." + number + host + ">")
                        .orElse(""),
                ticketNumber
                        .map(number ->
                                SUPPORT + "+" + number + "." + tokens.token(tenant.id(), number, recipient) + host)
                        .orElse(support),
                "");
    }

    /** Where answers go, with something after a {@code +}: the tenant's mailbox has to receive that. */
    public String ofSupport(Tenant tenant) {
        return SUPPORT + "@" + host(tenant);
    }

    /** Whether mails of ours come from there, whichever tenant's. */
    public boolean isOurs(String address) {
        var parts = address.toLowerCase(Locale.ROOT).split("@", 2);
        return parts.length == 2
                && parts[0].replaceFirst("\\+.*", "").equals(SUPPORT)
                && directory.all().stream()
                        .anyMatch(tenant -> parts[1].equals(host(tenant).toLowerCase(Locale.ROOT)));
    }

    /** Whether mails to there come to this tenant. */
    public boolean isAt(Tenant tenant, String address) {
        return address.toLowerCase(Locale.ROOT).endsWith("@" + host(tenant).toLowerCase(Locale.ROOT));
    }

    private String host(Tenant tenant) {
        return tenant.id() + "." + domain;
    }

    private static String newId() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base32.encode(bytes);
    }
}
