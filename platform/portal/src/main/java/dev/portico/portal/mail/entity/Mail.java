package dev.portico.portal.mail.entity;

import dev.portico.portal.tenant.entity.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One mail to one person, whole as it is sent. Only its delivery changes. */
@Entity
@Table(name = "mail")
public class Mail extends TenantOwned {
    private static final int MOST_ERROR = 1_000;

    @Id
    private String id;

    @Column(name = "ticket_number")
    private @Nullable Long ticketNumber;

    @Column(name = "visible_to_requester")
    private boolean visibleToRequester;

    private boolean internal;

    private String sender;

    @Column(name = "sender_name")
    private String senderName;

    private String recipient;

    @Column(name = "recipient_name")
    private String recipientName;

    private String language;
    private String subject;
    private String text;
    private String html;

    @Column(name = "message_id")
    private String messageId;

    private String thread;

    @Column(name = "reply_to")
    private String replyTo;

    private String unsubscribe;

    @Enumerated(EnumType.STRING)
    private MailState state;

    private int attempts;

    @Column(name = "next_attempt_at")
    private @Nullable Instant nextAttemptAt;

    @Enumerated(EnumType.STRING)
    private @Nullable MailProblem problem;

    @Column(name = "last_error")
    private @Nullable String lastError;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    @SuppressWarnings("NullAway.Init")
    protected Mail() {}

    public Mail(
            Envelope envelope,
            Content content,
            Optional<Long> ticketNumber,
            boolean visibleToRequester,
            boolean internal,
            Instant createdAt) {
        id = envelope.id();
        sender = envelope.sender();
        senderName = envelope.senderName();
        recipient = envelope.recipient();
        recipientName = envelope.recipientName();
        messageId = envelope.messageId();
        thread = envelope.thread();
        replyTo = envelope.replyTo();
        unsubscribe = envelope.unsubscribe();
        language = content.language();
        subject = content.subject();
        text = content.text();
        html = content.html();
        this.ticketNumber = ticketNumber.orElse(null);
        this.visibleToRequester = visibleToRequester;
        this.internal = internal;
        this.createdAt = createdAt;
        state = MailState.QUEUED;
        nextAttemptAt = createdAt;
    }

    /**
     * The same mail in the history of the ticket that continues the one it was written for; it is not sent from here.
     *
     * @param ticket number of that ticket
     */
    public Mail copiedTo(long ticket) {
        var copy = new Mail(envelope(), content(), Optional.of(ticket), visibleToRequester, internal, createdAt);
        copy.state = state == MailState.SENT ? MailState.SENT : MailState.ELSEWHERE;
        copy.attempts = attempts;
        copy.sentAt = sentAt;
        copy.nextAttemptAt = null;
        return copy;
    }

    /** To the ticket that continues the one that it was written for. */
    public void goWith(long ticket) {
        ticketNumber = ticket;
    }

    /** Counts the attempt and takes its success for granted; where it failed, say so next. */
    public void sent(Instant now) {
        state = MailState.SENT;
        attempts++;
        sentAt = now;
        nextAttemptAt = null;
        problem = null;
        lastError = null;
    }

    /** The attempt failed; the next is at {@code next}. */
    public void postponed(Instant next, MailProblem why, String reason) {
        failed(MailState.QUEUED, why, reason);
        nextAttemptAt = next;
    }

    /** It did not come to an attempt: nobody answers where all mails are sent to. */
    public void unreached(Instant next, String reason) {
        attempts--;
        postponed(next, MailProblem.UNREACHABLE, reason);
    }

    /** The attempt failed, and was the last. */
    public void givenUp(MailProblem why, String reason) {
        failed(MailState.DEAD, why, reason);
    }

    /** Its address is marked as one that mails do not reach. */
    public void withheld() {
        state = MailState.WITHHELD;
        problem = MailProblem.UNDELIVERABLE;
        nextAttemptAt = null;
        lastError = null;
    }

    /** Whether it only tells a customer what they find in the portal as well: not what lets them in, nor what calls the staff. */
    public boolean news() {
        return visibleToRequester || !unsubscribe.isEmpty();
    }

    private void failed(MailState then, MailProblem why, String reason) {
        state = then;
        problem = why;
        sentAt = null;
        lastError = reason.substring(0, Math.min(reason.length(), MOST_ERROR)).replace("\0", "");
    }

    public String id() {
        return id;
    }

    public Envelope envelope() {
        return new Envelope(id, sender, senderName, recipient, recipientName, messageId, thread, replyTo, unsubscribe);
    }

    public Content content() {
        return new Content(language, subject, text, html);
    }

    public Optional<Long> ticketNumber() {
        return Optional.ofNullable(ticketNumber);
    }

    public boolean visibleToRequester() {
        return visibleToRequester;
    }

    /** Whether it tells of what no customer may learn. */
    public boolean internal() {
        return internal;
    }

    public MailState state() {
        return state;
    }

    public int attempts() {
        return attempts;
    }

    public Optional<Instant> nextAttemptAt() {
        return Optional.ofNullable(nextAttemptAt);
    }

    public Optional<MailProblem> problem() {
        return Optional.ofNullable(problem);
    }

    public Optional<String> lastError() {
        return Optional.ofNullable(lastError);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> sentAt() {
        return Optional.ofNullable(sentAt);
    }
}
