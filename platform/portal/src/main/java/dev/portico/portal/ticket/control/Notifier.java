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
import dev.portico.portal.mail.control.ReplyTokens;
import dev.portico.portal.mail.control.Unsubscribing;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.tenant.control.PublicAddresses;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.ticket.control.ParticipantStore.Involved;
import dev.portico.portal.ticket.entity.Assignee;
import dev.portico.portal.ticket.entity.Part;
import dev.portico.portal.ticket.entity.Participant;
import dev.portico.portal.ticket.entity.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the mails that a desk declares for an event into the outbox, each in its recipient's language. */
@ApplicationScoped
public class Notifier {
    @Inject
    AccountStore accounts;

    @Inject
    ParticipantStore participants;

    @Inject
    ReplyTokens tokens;

    @Inject
    Outbox outbox;

    @Inject
    PublicAddresses addresses;

    @Inject
    TenantContext tenants;

    @Inject
    Texts texts;

    /** @param why as a customer the person is told; empty for staff */
    private record Addressee(Recipient recipient, Optional<Part> why) {
        boolean customer() {
            return why.isPresent();
        }
    }

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
        return to instanceof Notification.Recipient.Requester
                ? customers(news)
                : assignee(news).stream().toList();
    }

    /** The requester, and whoever takes part: but for who did it, and who wants no mails. */
    private List<Addressee> customers(Announcement news) {
        if (news.internal()) {
            return List.of();
        }
        var created = news.event() == TicketEvent.CREATED;
        // Who files a ticket is told that it came.
        var actor = created ? "" : news.actor().subject();
        return audience(news.ticket(), actor, wanted -> wants(wanted, news.event()));
    }

    /** @param but subject of who is not told; empty for nobody */
    private List<Addressee> audience(Ticket ticket, String but, Predicate<Notifications> wanted) {
        var involved = participants.of(ticket);
        var silent = involved.stream()
                .map(Involved::participant)
                .filter(Participant::muted)
                .map(Participant::subject)
                .collect(Collectors.toSet());
        var requester = Optional.of(ticket.requesterSubject())
                .filter(subject -> !subject.equals(but))
                .flatMap(accounts::find)
                .map(account -> Map.entry(account, Part.REQUESTER));
        var others = involved.stream()
                .filter(each -> each.participant().takesPart()
                        && !ticket.requestedBy(each.participant().subject()))
                .map(each -> Map.entry(each.account(), Part.TAKING_PART));
        return Stream.concat(requester.stream(), others)
                .filter(each -> each.getKey().reachable()
                        && !each.getKey().subject().equals(but)
                        && !silent.contains(each.getKey().subject()))
                .filter(each -> wanted.test(each.getKey().preferences().notifications()))
                .map(each -> new Addressee(recipient(each.getKey()), Optional.of(each.getValue())))
                .toList();
    }

    /** What a mail says to one reader. */
    public record Said(String subject, String text) {}

    /** Tells the requester, and whoever takes part, what happened outside of the ticket. */
    public void tell(Ticket ticket, Predicate<Notifications> wanted, Function<Reader, Said> words) {
        for (var to : audience(ticket, "", wanted)) {
            var reader = reader(to);
            var said = words.apply(reader);
            outbox.enqueue(new MailRequest(
                    Optional.of(ticket.number()),
                    to.recipient(),
                    true,
                    false,
                    said.subject(),
                    said.text(),
                    Optional.of(open(ticket, to, reader)),
                    unsubscribing(ticket, to, reader)));
        }
    }

    /** Tells somebody that they take part from now on. */
    void involved(TenantDesk desk, Ticket ticket, Actor actor, Account person) {
        var to = new Addressee(recipient(person), Optional.of(Part.TAKING_PART));
        var reader = reader(to);
        var args = args(new Announcement(desk, ticket, TicketEvent.ASSIGNED, actor, ""), reader);
        outbox.enqueue(new MailRequest(
                Optional.of(ticket.number()),
                to.recipient(),
                true,
                texts.text(reader, "ticket.mail.joined.subject", args),
                texts.text(reader, "ticket.mail.joined.text", args),
                Optional.of(open(ticket, to, reader)),
                unsubscribing(ticket, to, reader)));
    }

    /**
     * Subject of whoever has the mail in hand in which that token stands.
     *
     * @param number of the ticket that the mail was about, which this one may continue
     */
    Optional<String> holder(Ticket ticket, long number, String token) {
        var tenant = tenants.require().id();
        var others = participants.of(ticket).stream()
                .filter(each -> each.participant().takesPart())
                .map(Involved::account);
        return Stream.concat(accounts.find(ticket.requesterSubject()).stream(), others)
                .filter(account ->
                        tokens.muting(tenant, number, account.email()).equals(token))
                .map(Account::subject)
                .findFirst();
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
                        Optional.empty()));
    }

    private Addressee team(String address) {
        var tenant = tenants.require();
        return new Addressee(new Recipient("", address, tenant.defaultLanguage(), tenant.zone()), Optional.empty());
    }

    private static Recipient recipient(Account account) {
        var preferences = account.preferences();
        return new Recipient(account.name(), account.email(), preferences.language(), preferences.zone());
    }

    private MailRequest mail(String template, Announcement news, Addressee to) {
        var reader = reader(to);
        var args = args(news, reader);
        return new MailRequest(
                Optional.of(news.ticket().number()),
                to.recipient(),
                to.customer(),
                news.internal(),
                news.desk().text(reader, template + ".subject", args),
                news.desk().text(reader, template + ".body", args),
                Optional.of(open(news.ticket(), to, reader)),
                unsubscribing(news.ticket(), to, reader));
    }

    private static Reader reader(Addressee to) {
        var language = to.recipient().language();
        return new Reader(language, language, to.recipient().zone());
    }

    private Action open(Ticket ticket, Addressee to, Reader reader) {
        var tenant = tenants.require();
        var place = to.customer()
                ? addresses.ticket(tenant, ticket.number())
                : addresses.staffTicket(tenant, ticket.number());
        return new Action(texts.text(reader, "ticket.mail.open"), place);
    }

    /** Staff are told because it is their work. */
    private Optional<Unsubscribing> unsubscribing(Ticket ticket, Addressee to, Reader reader) {
        var tenant = tenants.require();
        var number = Map.of("number", Long.toString(ticket.number()));
        return to.why().map(part -> {
            var token =
                    tokens.muting(tenant.id(), ticket.number(), to.recipient().address());
            return new Unsubscribing(
                    texts.text(
                            reader,
                            part == Part.REQUESTER ? "ticket.mail.why.requester" : "ticket.mail.why.participant",
                            number),
                    new Action(texts.text(reader, "ticket.mail.manage"), addresses.ofTenant(tenant, "/settings")),
                    new Action(
                            texts.text(reader, "ticket.mail.mute", number),
                            addresses.ofTenant(tenant, "/tickets/" + ticket.number() + "/mute/" + token)));
        });
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
