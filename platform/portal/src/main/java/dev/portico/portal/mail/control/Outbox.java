package dev.portico.portal.mail.control;

import dev.portico.portal.mail.entity.Mail;
import dev.portico.portal.tenant.control.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Takes mails in the caller's transaction: a mail goes out if, and only if, the change that it reports is kept. */
@ApplicationScoped
public class Outbox {
    @Inject
    TenantContext tenants;

    @Inject
    MailAddresses addresses;

    @Inject
    MailRendering rendering;

    @Inject
    MailStore store;

    @Inject
    Event<MailQueued> queued;

    /** @throws IllegalStateException outside a transaction or without a tenant */
    public void enqueue(MailRequest request) {
        var tenant = tenants.require();
        var unsubscribe = request.unsubscribing()
                .map(some -> some.leave().target().toString())
                .orElse("");
        var envelope =
                addresses.envelope(tenant, request.ticketNumber(), request.to()).unsubscribedAt(unsubscribe);
        var content = rendering.render(tenant, request);
        store.add(new Mail(
                envelope,
                content,
                request.ticketNumber(),
                request.visibleToRequester(),
                request.internal(),
                Instant.now().truncatedTo(ChronoUnit.MICROS)));
        queued.fire(new MailQueued(tenant.id()));
    }

    /** What was written before to people who have no ticket, and sent or given up, is nobody's business any more. */
    public void forget(Instant before) {
        store.deleteWithoutTicket(before);
    }
}
