package dev.portico.portal.mailbox.control;

import dev.portico.mail.AttachedFile;
import dev.portico.mail.MailAddress;
import dev.portico.mail.ReadMail;
import dev.portico.portal.account.control.AccountErased;
import dev.portico.portal.attachment.boundary.Attachments;
import dev.portico.portal.attachment.control.Upload;
import dev.portico.portal.language.Reader;
import dev.portico.portal.mail.control.MailTokens;
import dev.portico.portal.mail.control.RecipientUnknown;
import dev.portico.portal.mail.control.UndeliverableStore;
import dev.portico.portal.mailbox.entity.MailReason;
import dev.portico.portal.mailbox.entity.MailState;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.ticket.control.Actor;
import dev.portico.portal.ticket.control.Intake;
import dev.portico.portal.ticket.control.NewTicket;
import dev.portico.portal.ticket.control.Participation;
import dev.portico.portal.ticket.control.TicketEngine;
import dev.portico.portal.ticket.control.TicketStore;
import dev.portico.portal.ticket.control.Words;
import dev.portico.portal.ticket.entity.Channel;
import dev.portico.portal.ticket.entity.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Does what is to become of a mail, in the caller's transaction. */
@ApplicationScoped
public class MailDeeds {
    private static final String REST = "message.txt";
    private static final int MOST_COPIED = 20;

    @Inject
    Correspondence correspondence;

    @Inject
    MailboxStore mailboxes;

    @Inject
    MailWords words;

    @Inject
    RefusalMails refusals;

    @Inject
    TenantDesks desks;

    @Inject
    TenantContext tenants;

    @Inject
    Intake intake;

    @Inject
    TicketEngine engine;

    @Inject
    TicketStore tickets;

    @Inject
    Participation participation;

    @Inject
    Attachments attachments;

    @Inject
    UndeliverableStore undeliverable;

    /** What became of a mail. */
    public record Outcome(
            MailState state,
            @Nullable MailReason reason,
            String detail,
            @Nullable Long ticketNumber) {
        Outcome because(MailReason other) {
            return state == MailState.COMMENT ? new Outcome(state, other, detail, ticketNumber) : this;
        }

        static Outcome made(MailState state, long ticketNumber) {
            return new Outcome(state, null, "", ticketNumber);
        }
    }

    /**
     * @param turn of the mail as it is kept: the same mail makes one ticket
     * @param agent subject of whoever of staff has the sender's address
     * @return that it waits, where nothing can come of it at the moment
     */
    public Outcome process(ReceivedMailStore.Turn turn, ReadMail mail, Optional<String> agent) {
        var id = turn.id();
        var mailboxId = turn.mailboxId();
        var verdict = correspondence.verdict(mail, agent, turn.vouched() ? "" : mailboxes.authservId(mailboxId));
        if (verdict.counts()) {
            // Who writes from an address can be written to.
            mail.from().ifPresent(from -> undeliverable.clear(from.address()));
        }
        if (verdict instanceof Verdict.File file) {
            return file(file.sender(), id, mailboxes.ticketType(mailboxId), Optional.empty(), mail);
        }
        if (verdict instanceof Verdict.FollowUp next) {
            return file(
                    next.sender(),
                    id,
                    next.closed().type(),
                    Optional.of(next.closed().number()),
                    mail);
        }
        if (verdict instanceof Verdict.Comment comment) {
            return add(comment.sender(), comment.ticket(), false, mail);
        }
        if (verdict instanceof Verdict.Reply reply) {
            // In the conversation is what the agent wrote, and what the mail quotes may be internal.
            return add(reply.agent(), reply.ticket(), reply.internal(), mail).because(MailReason.AGENT);
        }
        if (verdict instanceof Verdict.Refuse refuse) {
            return refusals.answer(refuse.address(), refuse.language())
                    ? new Outcome(MailState.ANSWERED, null, "", null)
                    : new Outcome(MailState.IGNORED, MailReason.LIMIT, "", null);
        }
        if (verdict instanceof Verdict.Bounced bounced) {
            return note(bounced);
        }
        if (verdict instanceof Verdict.Aside aside) {
            return new Outcome(MailState.ASIDE, aside.reason(), aside.detail(), null);
        }
        var ignore = (Verdict.Ignore) verdict;
        return new Outcome(MailState.IGNORED, ignore.reason(), ignore.detail(), null);
    }

    /** What it is about is declared by a plugin that is not here now. */
    private static Outcome absent(String type) {
        return new Outcome(MailState.WAITING, MailReason.DESK_ABSENT, type, null);
    }

    private Outcome note(Verdict.Bounced bounced) {
        var recipient = bounced.mail().envelope().recipient();
        var unknown = bounced.ticket().map(Ticket::type).filter(type -> desks.ofType(type)
                .isEmpty());
        if (unknown.isPresent()) {
            return absent(unknown.get());
        }
        undeliverable.mark(recipient, bounced.diagnostic());
        var number = bounced.ticket().map(Ticket::number).orElse(null);
        // To whom it was is known no longer, where they are erased.
        var known = !recipient.isEmpty();
        if (number != null && known) {
            note(number, recipient, bounced.diagnostic());
        }
        return new Outcome(MailState.IGNORED, MailReason.BOUNCE, known ? bounced.diagnostic() : "", number);
    }

    /** A mail to an address at which there is nobody; a desk that is not here now is not told. */
    public void note(RecipientUnknown refused) {
        refused.ticketNumber()
                .flatMap(tickets::lockContinued)
                .filter(ticket -> desks.ofType(ticket.type()).isPresent())
                // Else the person is forgotten, or has written meanwhile.
                .filter(ticket -> undeliverable.marked(refused.recipient()))
                .ifPresent(ticket -> note(ticket.number(), refused.recipient(), refused.answer()));
    }

    /** Notes about mails that did not reach the person say so of nobody. */
    void forget(@Observes AccountErased person) {
        if (!person.email().isEmpty()) {
            tickets.rewrite(
                    bounceKey(person.email()),
                    words.bounce(ofTenant(), person.word(), ""),
                    person.emailVerified() ? Optional.empty() : Optional.of(person.subject()));
        }
    }

    private Reader ofTenant() {
        var tenant = tenants.require();
        return new Reader(tenant.defaultLanguage(), tenant.defaultLanguage(), tenant.zone());
    }

    private void note(long number, String recipient, String diagnostic) {
        var note = words.bounce(ofTenant(), recipient, diagnostic);
        engine.note(Actor.SYSTEM, number, new Words(note, Optional.of(bounceKey(recipient)), Optional.empty()));
    }

    /** One note for each address in a ticket: a desk may tell of a note the very address that does not exist. */
    private static String bounceKey(String recipient) {
        var address = recipient.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return "bounce " + UUID.nameUUIDFromBytes(address);
    }

    private Outcome file(Actor sender, String id, String type, Optional<Long> follows, ReadMail mail) {
        var found = desks.ofType(type);
        if (found.isEmpty()) {
            return absent(type);
        }
        var desk = found.get();
        var reader = reader(sender);
        var said = MailTokens.hide(mail.body().said());
        var shortened = words.description(desk, reader, said, names(mail)).shortened();
        var taken = attachments.takeAll(Optional.empty(), uploads(mail, shortened));
        var description = words.description(desk, reader, said, taken.refused());
        var ticket = intake.submit(
                sender,
                new NewTicket(
                        type,
                        words.ticket(desk, reader, mail.subject(), description),
                        Optional.empty(),
                        Set.of(),
                        Optional.of("mail " + id),
                        follows,
                        List.of(),
                        Channel.EMAIL));
        attachments.addAll(sender.subject(), sender.name(), ticket.number(), taken.files(), false);
        participation.name(ticket.number(), sender.subject(), copied(mail));
        return Outcome.made(MailState.TICKET, ticket.number());
    }

    private Outcome add(Actor sender, Ticket ticket, boolean internal, ReadMail mail) {
        if (desks.ofType(ticket.type()).isEmpty()) {
            return absent(ticket.type());
        }
        var number = ticket.number();
        var reader = reader(sender);
        var said = MailTokens.hide(mail.body().said());
        var shortened = words.comment(reader, said, names(mail)).shortened();
        var taken = attachments.takeAll(Optional.of(number), uploads(mail, shortened));
        var onlyFiles =
                said.isBlank() && !taken.files().isEmpty() && taken.refused().isEmpty();
        if (!onlyFiles) {
            var comment = Words.of(words.comment(reader, said, taken.refused()).text());
            if (internal) {
                engine.note(sender, number, comment);
            } else {
                engine.say(sender, number, comment);
            }
        }
        engine.attachAll(sender, number, taken.files(), internal);
        if (sender.customer()) {
            participation.name(number, sender.subject(), copied(mail));
        }
        return Outcome.made(MailState.COMMENT, number);
    }

    private static List<String> names(ReadMail mail) {
        return mail.files().stream().map(AttachedFile::name).toList();
    }

    /** To whom it went besides. */
    private static List<String> copied(ReadMail mail) {
        return Stream.concat(mail.to().stream(), mail.cc().stream())
                .map(MailAddress::address)
                .distinct()
                .limit(MOST_COPIED)
                .toList();
    }

    /**
     * @param shortened whether the text may be too long for the conversation: then it comes whole, and before all others, of
     *     which there may be too many
     */
    private static List<Upload> uploads(ReadMail mail, boolean shortened) {
        var uploads = new ArrayList<Upload>();
        if (shortened) {
            var all = MailTokens.hide(mail.body().text()).getBytes(StandardCharsets.UTF_8);
            uploads.add(new Upload(new ByteArrayInputStream(all), REST, all.length));
        }
        for (AttachedFile file : mail.files()) {
            uploads.add(new Upload(file.content().open(), file.name(), -1));
        }
        return uploads;
    }

    private Reader reader(Actor actor) {
        return new Reader(actor.language(), actor.language(), tenants.require().zone());
    }
}
