package dev.portico.portal.mailbox.control;

import dev.portico.mail.AttachedFile;
import dev.portico.mail.MailAddress;
import dev.portico.mail.ReadMail;
import dev.portico.portal.attachment.boundary.Attachments;
import dev.portico.portal.attachment.control.Upload;
import dev.portico.portal.language.Reader;
import dev.portico.portal.mailbox.entity.MailReason;
import dev.portico.portal.mailbox.entity.MailState;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.ticket.control.Actor;
import dev.portico.portal.ticket.control.Intake;
import dev.portico.portal.ticket.control.NewTicket;
import dev.portico.portal.ticket.control.Participation;
import dev.portico.portal.ticket.control.TicketEngine;
import dev.portico.portal.ticket.control.Words;
import dev.portico.portal.ticket.entity.Channel;
import dev.portico.portal.ticket.entity.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
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
    Participation participation;

    @Inject
    Attachments attachments;

    /** What became of a mail. */
    public record Outcome(
            MailState state,
            @Nullable MailReason reason,
            String detail,
            @Nullable Long ticketNumber) {
        static Outcome made(MailState state, long ticketNumber) {
            return new Outcome(state, null, "", ticketNumber);
        }
    }

    /** @param id of the mail as it is kept: the same mail makes one ticket */
    public Outcome process(String id, String mailboxId, ReadMail mail) {
        var verdict = correspondence.verdict(mail, mailboxes.authservId(mailboxId));
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
            return comment(comment.sender(), comment.ticket(), mail);
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

    private Outcome note(Verdict.Bounced bounced) {
        var tenant = tenants.require();
        var reader = new Reader(tenant.defaultLanguage(), tenant.defaultLanguage(), tenant.zone());
        var recipient = bounced.mail().envelope().recipient();
        var note = words.bounce(reader, recipient, bounced.diagnostic());
        var number = bounced.ticket().number();
        engine.note(Actor.SYSTEM, number, new Words(note, Optional.of(bounceKey(recipient)), Optional.empty()));
        return new Outcome(MailState.IGNORED, MailReason.BOUNCE, bounced.diagnostic(), number);
    }

    /** One note for each address in a ticket: a desk may tell of a note the very address that does not exist. */
    private static String bounceKey(String recipient) {
        var address = recipient.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return "bounce " + UUID.nameUUIDFromBytes(address);
    }

    private Outcome file(Actor sender, String id, String type, Optional<Long> follows, ReadMail mail) {
        var desk = desks.ofType(type).orElseThrow(desks::absent);
        var reader = reader(sender);
        var taken = attachments.takeAll(Optional.empty(), uploads(mail));
        var description = words.description(desk, reader, mail.body().said(), taken.refused());
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
        attachments.addAll(sender.subject(), sender.name(), ticket.number(), taken.files());
        keepRest(sender, ticket.number(), description, mail);
        participation.name(ticket.number(), sender.subject(), copied(mail));
        return Outcome.made(MailState.TICKET, ticket.number());
    }

    private Outcome comment(Actor sender, Ticket ticket, ReadMail mail) {
        var number = ticket.number();
        var taken = attachments.takeAll(Optional.of(number), uploads(mail));
        var onlyFiles = mail.body().said().isBlank()
                && !taken.files().isEmpty()
                && taken.refused().isEmpty();
        if (!onlyFiles) {
            var said = words.comment(reader(sender), mail.body().said(), taken.refused());
            engine.say(sender, number, Words.of(said.text()));
            keepRest(sender, number, said, mail);
        }
        engine.attachAll(sender, number, taken.files());
        participation.name(number, sender.subject(), copied(mail));
        return Outcome.made(MailState.COMMENT, number);
    }

    /** What was too long for the conversation, whole. */
    private void keepRest(Actor sender, long number, MailWords.Said said, ReadMail mail) {
        if (said.shortened()) {
            var all = mail.body().text().getBytes(StandardCharsets.UTF_8);
            var rest = attachments.takeAll(
                    Optional.of(number), List.of(new Upload(new ByteArrayInputStream(all), REST, all.length)));
            attachments.addAll(sender.subject(), sender.name(), number, rest.files());
        }
    }

    /** To whom it went besides. */
    private static List<String> copied(ReadMail mail) {
        return Stream.concat(mail.to().stream(), mail.cc().stream())
                .map(MailAddress::address)
                .distinct()
                .limit(MOST_COPIED)
                .toList();
    }

    private static List<Upload> uploads(ReadMail mail) {
        var uploads = new ArrayList<Upload>();
        for (AttachedFile file : mail.files()) {
            uploads.add(new Upload(file.content().open(), file.name(), -1));
        }
        return uploads;
    }

    private Reader reader(Actor actor) {
        return new Reader(actor.language(), actor.language(), tenants.require().zone());
    }
}
