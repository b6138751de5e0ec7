package dev.portico.portal.mail.boundary;

import dev.portico.portal.mail.control.Delivery;
import dev.portico.portal.mail.control.MailSender;
import dev.portico.portal.mail.control.RecipientUnknown;
import dev.portico.portal.mail.control.SmtpConnection;
import dev.portico.portal.mail.entity.Mail;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.control.TenantDirectory;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Sends what is due, tenant by tenant, so many mails of each that no tenant waits for another's thousands. */
@ApplicationScoped
public class MailRound {
    private static final Logger LOG = System.getLogger(MailRound.class.getName());
    private static final int MOST_OF_A_TENANT = 20;

    private enum End {
        EMPTY,
        MORE,
        OUTAGE
    }

    @Inject
    TenantDirectory directory;

    @Inject
    TenantContext tenants;

    @Inject
    MailSender sender;

    @Inject
    MailDelivery delivery;

    @Inject
    Event<RecipientUnknown> unknown;

    /**
     * @param stopping asked before each mail
     * @return those who have more to send
     */
    @ActivateRequestContext
    public Set<String> run(Collection<String> tenantIds, BooleanSupplier stopping) {
        var more = new HashSet<String>();
        var order = new ArrayList<>(tenantIds);
        Collections.shuffle(order);
        try (var connection = sender.open()) {
            for (var tenantId : order) {
                var end = directory
                        .byId(tenantId)
                        .map(tenant -> batch(tenant, connection, stopping))
                        .orElse(End.EMPTY);
                if (end == End.OUTAGE) {
                    // All mails take this way, so the others need not spend an attempt on it.
                    break;
                }
                if (end == End.MORE) {
                    more.add(tenantId);
                }
            }
        }
        return more;
    }

    private End batch(Tenant tenant, SmtpConnection connection, BooleanSupplier stopping) {
        try {
            return tenants.within(tenant, () -> batch(connection, stopping));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Mails of " + tenant.id() + " cannot be sent now", e);
            return End.EMPTY;
        }
    }

    private End batch(SmtpConnection connection, BooleanSupplier stopping) {
        for (var sent = 0; sent < MOST_OF_A_TENANT && !stopping.getAsBoolean(); sent++) {
            var result = delivery.next(connection);
            if (result.isEmpty()) {
                return End.EMPTY;
            }
            if (result.get().delivery() instanceof Delivery.Unreachable) {
                return End.OUTAGE;
            }
            if (result.get().delivery() instanceof Delivery.Unknown refusal) {
                tell(result.get().mail(), refusal.answer());
            }
        }
        return End.MORE;
    }

    /** After the fact, so that what happens to a ticket neither keeps a mail from being settled nor is held up by a mail server. */
    private void tell(Mail mail, String answer) {
        try {
            unknown.fire(
                    new RecipientUnknown(mail.ticketNumber(), mail.envelope().recipient(), answer));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Nobody is told that mail " + mail.envelope().messageId() + " was refused", e);
        }
    }
}
