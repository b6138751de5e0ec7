package dev.portico.portal.subscription.entity;

import dev.portico.portal.tenant.entity.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody's wish to be told of a plugin's news. Nobody is told before the owner of the address has confirmed it. */
@Entity
@Table(name = "subscription")
public class Subscription extends TenantOwned {
    /** How long a wish waits to be confirmed. */
    public static final Duration CONFIRMED_WITHIN = Duration.ofHours(48);

    private static final Duration SECRET_SHOWN = Duration.ofMinutes(10);
    private static final Duration DAY = Duration.ofDays(1);

    @Id
    private String id;

    @Column(name = "plugin_id")
    private String pluginId;

    @Enumerated(EnumType.STRING)
    private SubscriptionKind kind;

    private String email;
    private String url;
    private String language;
    private String zone;
    private @Nullable String topics;

    @Enumerated(EnumType.STRING)
    private SubscriptionState state;

    @Column(name = "confirm_hash")
    private String confirmHash;

    private String token;
    private String secret = "";

    @Column(name = "secret_at")
    private @Nullable Instant secretAt;

    private int mails;

    @Column(name = "mailed_at")
    private @Nullable Instant mailedAt;

    @Column(name = "failing_since")
    private @Nullable Instant failingSince;

    @Column(name = "sending_until")
    private @Nullable Instant sendingUntil;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "confirmed_at")
    private @Nullable Instant confirmedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Subscription() {}

    /**
     * @param id random
     * @param token random; see {@link #token}
     * @param confirmHash of another random one, see {@link #asked}
     */
    public Subscription(String id, Wish wish, String token, String confirmHash, Instant now) {
        this.id = id;
        pluginId = wish.pluginId();
        kind = wish.kind();
        email = wish.email();
        url = wish.url();
        language = wish.language().toLanguageTag();
        zone = wish.zone().getId();
        topics = wish.topics().json();
        state = SubscriptionState.PENDING;
        this.token = token;
        this.confirmHash = confirmHash;
        createdAt = now;
    }

    /**
     * The same wish again, perhaps with other details. They count together with a new token, which takes the place of the
     * one before: whoever confirms has been mailed since.
     */
    public void wishedAgain(Wish wish, String newConfirmHash, Instant now) {
        require(SubscriptionState.PENDING);
        language = wish.language().toLanguageTag();
        zone = wish.zone().getId();
        topics = wish.topics().json();
        confirmHash = newConfirmHash;
        createdAt = now;
        asked(now);
    }

    /** The owner of the address has been sent a mail: to confirm, or that there is nothing to confirm. */
    public void asked(Instant now) {
        mails = mailsOfTheDay(now) + 1;
        mailedAt = now;
    }

    /** How many mails asked for a confirmation of late. */
    public int mailsOfTheDay(Instant now) {
        return mailedAt != null && mailedAt.plus(DAY).isAfter(now) ? mails : 0;
    }

    public boolean confirmable(Instant now) {
        return state == SubscriptionState.PENDING
                && createdAt.plus(CONFIRMED_WITHIN).isAfter(now);
    }

    public void confirmed(Instant now) {
        require(SubscriptionState.PENDING);
        state = SubscriptionState.ACTIVE;
        confirmedAt = now;
    }

    /** @param sealed what messages to the webhook are signed with from now on */
    public void renewed(String sealed, Instant now) {
        secret = sealed;
        secretAt = now;
    }

    /** Whether the secret may still be shown. */
    public boolean secretIsNew(Instant now) {
        return secretAt != null && secretAt.plus(SECRET_SHOWN).isAfter(now);
    }

    /** @param sealed the same secret, with another key */
    public void sealed(String sealed) {
        secret = sealed;
    }

    public void changed(TopicChoice choice, Locale newLanguage) {
        topics = choice.json();
        language = newLanguage.toLanguageTag();
    }

    /**
     * A message is on its way to the webhook: the next one waits for what comes of it.
     *
     * @param until when it does not wait any longer
     */
    public void begun(Instant until) {
        sendingUntil = until;
    }

    /** No message is on its way any more. */
    public void settled() {
        sendingUntil = null;
    }

    /** The webhook has answered as it should. */
    public void answered() {
        failingSince = null;
    }

    /** @return since when the webhook has not answered as it should */
    public Instant failed(Instant now) {
        failingSince = failingSince == null ? now : failingSince;
        return failingSince;
    }

    public void paused() {
        require(SubscriptionState.ACTIVE);
        state = SubscriptionState.PAUSED;
    }

    /** What came while it was paused is not told. */
    public void resumed(Instant now) {
        require(SubscriptionState.PAUSED);
        state = SubscriptionState.ACTIVE;
        confirmedAt = now;
        failingSince = null;
    }

    /** Without effect where it has ended already. */
    public void ended(Instant now) {
        if (state != SubscriptionState.ENDED) {
            state = SubscriptionState.ENDED;
            endedAt = now;
            secret = "";
            secretAt = null;
        }
    }

    private void require(SubscriptionState expected) {
        if (state != expected) {
            throw new IllegalStateException("Subscription " + id + " is not " + expected + " but " + state);
        }
    }

    public String id() {
        return id;
    }

    public String pluginId() {
        return pluginId;
    }

    public SubscriptionKind kind() {
        return kind;
    }

    public boolean webhook() {
        return kind == SubscriptionKind.WEBHOOK;
    }

    /** Who is told, or who answers for the webhook. */
    public String email() {
        return email;
    }

    /** Of the webhook; empty for mail. */
    public String url() {
        return url;
    }

    public Locale language() {
        return Locale.forLanguageTag(language);
    }

    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    public TopicChoice topics() {
        return TopicChoice.read(topics);
    }

    public SubscriptionState state() {
        return state;
    }

    /** Lets whoever has it change and end the subscription; stands in each mail. */
    public String token() {
        return token;
    }

    /** Sealed; empty for mail, and before the webhook was confirmed. */
    public String secret() {
        return secret;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** When its owner was last mailed to confirm. */
    public Optional<Instant> mailedAt() {
        return Optional.ofNullable(mailedAt);
    }

    public Optional<Instant> confirmedAt() {
        return Optional.ofNullable(confirmedAt);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public Optional<Instant> failingSince() {
        return Optional.ofNullable(failingSince);
    }
}
