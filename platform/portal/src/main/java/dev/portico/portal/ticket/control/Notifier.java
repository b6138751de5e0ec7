package dev.portico.portal.ticket.control;

import dev.portico.plugin.manifest.Notification;
import dev.portico.plugin.manifest.Role;
import dev.portico.plugin.manifest.TicketEvent;
import dev.portico.portal.account.control.AccountStore;
import dev.portico.portal.account.entity.Account;
import dev.portico.portal.account.entity.Account.Notifications;
import dev.portico.portal.language.Reader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.mail.control.Action;
import dev.portico.portal.mail.control.MailRequest;
import dev.portico.portal.mail.control.Outbox;
import dev.portico.portal.mail.control.Recipient;
import dev.portico.portal.tenant.control.PublicAddresses;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.ticket.entity.Assignee;
import dev.portico.portal.ticket.entity.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the mails that a desk declares for an event into the outbox, each in its recipient's language. */
@ApplicationScoped
public class Notifier {
    @Inject
    AccountStore accounts;

    @Inject
    Outbox outbox;

    @Inject
    PublicAddresses addresses;

    @Inject
    TenantContext tenants;

    @Inject
    Texts texts;

    private record Addressee(Recipient recipient, boolean requester) {}

    void announce(Announcement news) {
        for (var rule : news.desk().type().notifications()) {
            if (rule.event() == news.event() && rule.concerns(news.ticket().severity())) {
                addressees(rule.to(), news).forEach(to -> outbox.enqueue(mail(rule.template(), news, to)));
            }
        }
    }

    private List<Addressee> addressees(Notification.Recipient to, Announcement news) {
        if (to instanceof Notification.Recipient.Addresses list) {
            return news.desk().settings().emails(list.setting()).stream()
                    .map(this::team)
                    .toList();
        }
        var person = to instanceof Notification.Recipient.Requester ? requester(news) : assignee(news);
        return person.stream().toList();
    }

    private Optional<Addressee> requester(Announcement news) {
        if (news.internal()) {
            return Optional.empty();
        }
        var ticket = news.ticket();
        if (news.event() != TicketEvent.CREATED
                && ticket.requestedBy(news.actor().subject())) {
            return Optional.empty();
        }
        return accounts.find(ticket.requesterSubject())
                .filter(account -> account.enabled() && !account.erased())
                .filter(account -> wants(account.preferences().notifications(), news.event()))
                .map(account -> new Addressee(recipient(account), true));
    }

    /** The receipt of a new ticket is always sent. */
    static boolean wants(Notifications chosen, TicketEvent event) {
        return switch (event) {
            case CREATED, URGENT, NOTE_ADDED, SLA_WARNING, SLA_BREACHED -> true;
            case CUSTOMER_COMMENTED, AGENT_REPLIED, ATTACHED -> chosen.answers();
            case STATUS_CHANGED, TIMED, SEVERITY_CHANGED, ASSIGNED, ESCALATED, CLOSED -> chosen.changes();
        };
    }

    private Optional<Addressee> assignee(Announcement news) {
        return news.ticket()
                .assignee()
                .filter(agent -> !agent.subject().equals(news.actor().subject()))
                .map(agent -> new Addressee(
                        new Recipient(
                                agent.name(),
                                agent.email(),
                                agent.language(),
                                tenants.require().zone()),
                        false));
    }

    private Addressee team(String address) {
        var tenant = tenants.require();
        return new Addressee(new Recipient("", address, tenant.defaultLanguage(), tenant.zone()), false);
    }

    private static Recipient recipient(Account account) {
        var preferences = account.preferences();
        return new Recipient(account.name(), account.email(), preferences.language(), preferences.zone());
    }

    private MailRequest mail(String template, Announcement news, Addressee to) {
        var language = to.recipient().language();
        var reader = new Reader(language, language, to.recipient().zone());
        var args = args(news, reader);
        return new MailRequest(
                Optional.of(news.ticket().number()),
                to.recipient(),
                to.requester(),
                news.desk().text(reader, template + ".subject", args),
                news.desk().text(reader, template + ".body", args),
                Optional.of(new Action(texts.text(reader, "ticket.mail.open"), link(news.ticket(), to))));
    }

    private java.net.URI link(Ticket ticket, Addressee to) {
        var tenant = tenants.require();
        return to.requester()
                ? addresses.ticket(tenant, ticket.number())
                : addresses.staffTicket(tenant, ticket.number());
    }

    private Map<String, String> args(Announcement news, Reader reader) {
        var ticket = news.ticket();
        var desk = news.desk();
        var args = new LinkedHashMap<String, String>();
        args.put("number", Long.toString(ticket.number()));
        args.put("subject", ticket.subject());
        args.put(
                "product",
                ticket.product()
                        .map(product -> desk.productLabel(reader, product))
                        .orElse(""));
        args.put("severity", desk.severityLabel(reader, ticket.severity()));
        args.put("status", desk.statusLabel(reader, ticket.status()));
        args.put("requester", ticket.requesterName());
        args.put("assignee", ticket.assignee().map(Assignee::name).orElse(""));
        var system = news.actor().role() == Role.SYSTEM;
        args.put(
                "actor",
                system ? texts.text(reader, "ticket.system") : news.actor().name());
        args.put("text", MailRequest.quoted(news.text()));
        args.put("phrase", ticket.urgentPhrase().orElse(""));
        return args;
    }
}
