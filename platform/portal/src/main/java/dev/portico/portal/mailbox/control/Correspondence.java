package dev.portico.portal.mailbox.control;

import dev.portico.mail.Automatic;
import dev.portico.mail.Bounce;
import dev.portico.mail.MailAddress;
import dev.portico.mail.ReadMail;
import dev.portico.plugin.manifest.Role;
import dev.portico.portal.account.control.AccountStore;
import dev.portico.portal.account.control.Membership;
import dev.portico.portal.account.entity.Account;
import dev.portico.portal.mail.control.MailAddresses;
import dev.portico.portal.mail.control.MailStore;
import dev.portico.portal.mail.control.ReplyAddress;
import dev.portico.portal.mail.control.ReplyTokens;
import dev.portico.portal.mail.entity.Mail;
import dev.portico.portal.mailbox.entity.MailReason;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.entity.Tenant;
import dev.portico.portal.ticket.control.Actor;
import dev.portico.portal.ticket.control.TicketAccess;
import dev.portico.portal.ticket.control.TicketStore;
import dev.portico.portal.ticket.entity.Assignee;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a mail belongs. What it answers is told by what only the addressee of a mail of ours can know: the token in the
 * address that they answer to, else that mail's Message-ID. A number in the subject tells nothing, for anybody can write one.
 * Who writes is told by the address in From, which anybody can write as well: so an answer counts only if it comes from whom
 * the mail went to, and anything only if the server that received it vouches for that, where one is named that does.
 */
@ApplicationScoped
public class Correspondence {
    @Inject
    TenantContext tenants;

    @Inject
    ReplyTokens tokens;

    @Inject
    MailAddresses addresses;

    @Inject
    MailStore sent;

    @Inject
    AccountStore accounts;

    @Inject
    TicketStore tickets;

    @Inject
    TicketAccess access;

    /** What a mail answers. */
    private sealed interface Thread {
        record Of(long ticketNumber) implements Thread {}

        record Broken(MailReason reason, String detail) implements Thread {}
    }

    /**
     * @param agent subject of whoever of staff has the sender's address
     * @param server whose word on the sender counts; empty where nobody's does
     */
    Verdict verdict(ReadMail mail, Optional<String> agent, String server) {
        if (mail.automatic().isPresent()) {
            return automatic(mail.automatic().get());
        }
        var from = mail.from().flatMap(address -> dev.portico.portal.mail.control.MailAddress.parse(address.address()));
        if (from.isEmpty()) {
            return new Verdict.Aside(MailReason.NO_SENDER, "");
        }
        if (addresses.isOurs(from.get())) {
            return new Verdict.Ignore(MailReason.AUTOMATIC, from.get());
        }
        var verdict = thread(mail, from.get())
                .map(thread -> answer(thread, mail, from.get(), agent))
                .orElseGet(() -> fresh(mail, from.get()));
        return SenderProof.doubt(mail.authentication(), server, from.get())
                .map(doubt -> doubtful(verdict, doubt))
                .orElse(verdict);
    }

    /** Somebody looks after what would count as a contact's; a stranger's address, likely as forged, is written nothing. */
    private static Verdict doubtful(Verdict verdict, String doubt) {
        return verdict instanceof Verdict.Refuse
                ? new Verdict.Ignore(MailReason.UNPROVEN, doubt)
                : verdict instanceof Verdict.Aside ? verdict : new Verdict.Aside(MailReason.UNPROVEN, doubt);
    }

    private Verdict automatic(Automatic robot) {
        var bounce = robot.bounce();
        return bounce.filter(Bounce::permanent)
                .flatMap(Bounce::original)
                .flatMap(sent::byMessageId)
                .<Verdict>map(mail -> new Verdict.Bounced(
                        mail,
                        mail.ticketNumber().flatMap(tickets::lockContinued),
                        bounce.get().diagnostic()))
                .orElseGet(() -> new Verdict.Ignore(
                        bounce.isPresent() ? MailReason.BOUNCE : MailReason.AUTOMATIC,
                        robot.kind().name()));
    }

    private Verdict fresh(ReadMail mail, String from) {
        var account = accounts.reachable(from);
        var actor = account.map(Correspondence::actor).filter(access::files);
        return actor.<Verdict>map(Verdict.File::new).orElseGet(() -> new Verdict.Refuse(from, language(mail, account)));
    }

    /** The one that the sender chose, else the mail's own, else the tenant's. */
    private Locale language(ReadMail mail, Optional<Account> account) {
        Tenant tenant = tenants.require();
        return account.map(known -> known.preferences().language())
                .or(() -> mail.language().filter(tenant.languages()::contains))
                .orElse(tenant.defaultLanguage());
    }

    private Verdict answer(Thread thread, ReadMail mail, String from, Optional<String> agent) {
        if (thread instanceof Thread.Broken broken) {
            return new Verdict.Aside(broken.reason(), broken.detail());
        }
        var number = ((Thread.Of) thread).ticketNumber();
        var ticket = tickets.lockContinued(number);
        if (ticket.isEmpty()) {
            return new Verdict.Aside(MailReason.NO_TICKET, "#" + number);
        }
        var assignee = ticket.get()
                .assignee()
                .filter(some -> Optional.of(some.subject()).equals(agent)
                        && some.email().equalsIgnoreCase(from));
        if (assignee.isPresent()) {
            var internal = !ticket.get().open() || !answersOpenly(mail, from, number);
            return new Verdict.Reply(actor(assignee.get()), ticket.get(), internal);
        }
        var sender = accounts.reachable(from)
                .map(Correspondence::actor)
                .filter(actor -> access.answers(actor, ticket.get()));
        if (sender.isEmpty()) {
            return new Verdict.Aside(MailReason.PARTICIPANT, "#" + number);
        }
        if (ticket.get().open()) {
            return new Verdict.Comment(sender.get(), ticket.get());
        }
        return tickets.openFollowUp(ticket.get().number(), sender.get().subject())
                .flatMap(next -> tickets.lock(next.number()))
                .<Verdict>map(next -> new Verdict.Comment(sender.get(), next))
                .orElseGet(() -> new Verdict.FollowUp(sender.get(), ticket.get()));
    }

    /** Whether it answers, for certain, a mail that told of nothing internal; customers read what is said then. */
    private boolean answersOpenly(ReadMail mail, String from, long number) {
        return nearest(mail.references(), sent.ofTickets(mail.references()))
                .filter(one -> one.envelope().recipient().equalsIgnoreCase(from))
                .filter(one -> one.ticketNumber().equals(Optional.of(number)))
                .filter(one -> !one.internal())
                .isPresent();
    }

    private Optional<Thread> thread(ReadMail mail, String from) {
        return byAddress(mail, from).or(() -> byReferences(mail, from));
    }

    private Optional<Thread> byAddress(ReadMail mail, String from) {
        var tenant = tenants.require();
        var named = Stream.concat(mail.to().stream(), mail.cc().stream())
                .map(MailAddress::address)
                .filter(address -> addresses.isAt(tenant, address))
                .flatMap(address -> ReplyAddress.parse(address).stream())
                .toList();
        if (named.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(named.stream()
                .filter(reply ->
                        tokens.token(tenant.id(), reply.ticketNumber(), from).equals(reply.token()))
                .<Thread>map(reply -> new Thread.Of(reply.ticketNumber()))
                .findFirst()
                .orElseGet(() ->
                        new Thread.Broken(MailReason.TOKEN, "#" + named.get(0).ticketNumber())));
    }

    private Optional<Thread> byReferences(ReadMail mail, String from) {
        var answered = sent.ofTickets(mail.references());
        if (answered.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(nearest(mail.references(), answered)
                .filter(one -> one.envelope().recipient().equalsIgnoreCase(from))
                .flatMap(Mail::ticketNumber)
                .<Thread>map(Thread.Of::new)
                .orElseGet(() -> new Thread.Broken(
                        MailReason.RECIPIENT,
                        answered.get(0)
                                .ticketNumber()
                                .map(number -> "#" + number)
                                .orElse(""))));
    }

    private static Optional<Mail> nearest(List<String> references, List<Mail> answered) {
        return references.stream()
                .flatMap(id -> answered.stream()
                        .filter(mail -> mail.envelope().messageId().equals(id)))
                .findFirst();
    }

    private static Actor actor(Account account) {
        return Actor.of(Role.CUSTOMER, Membership.of(account));
    }

    /** Who has the ticket was let in as an agent; of others nobody knows that without a login. */
    private static Actor actor(Assignee agent) {
        return new Actor(Role.AGENT, agent.subject(), agent.name(), agent.email(), agent.language());
    }
}
