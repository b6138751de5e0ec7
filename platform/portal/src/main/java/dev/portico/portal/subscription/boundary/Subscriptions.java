package dev.portico.portal.subscription.boundary;

import dev.portico.portal.failure.PortalException;
import dev.portico.portal.subscription.control.SubscriptionMails;
import dev.portico.portal.subscription.control.SubscriptionStore;
import dev.portico.portal.subscription.control.WebhookQueue;
import dev.portico.portal.subscription.control.WebhookSecrets;
import dev.portico.portal.subscription.entity.Subscription;
import dev.portico.portal.subscription.entity.SubscriptionState;
import dev.portico.portal.subscription.entity.TopicChoice;
import dev.portico.portal.subscription.entity.Wish;
import dev.portico.portal.web.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What people do with their subscriptions in the current tenant. Nobody is asked who they are: they have a link. */
@ApplicationScoped
@Transactional
public class Subscriptions {
    /** One wish is mailed again no sooner. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration HOUR = Duration.ofHours(1);

    /** Mails a day to one address that it has not asked for itself. */
    static final int MOST_MAILS = 10;

    /** Mails an hour to all the addresses of a tenant that have not asked for them themselves. */
    @Inject
    @ConfigProperty(name = "portico.subscriptions.most-mails-per-hour", defaultValue = "300")
    int mostOfTheHour;

    @Inject
    SubscriptionStore store;

    @Inject
    SubscriptionMails mails;

    @Inject
    WebhookSecrets secrets;

    @Inject
    WebhookQueue webhooks;

    /** @param secret of a webhook, shown this once */
    public record Confirmed(Subscription subscription, Optional<String> secret) {}

    /**
     * Mails whoever has the address, unless they have been mailed of late. Says nothing of what it did: who asks has not
     * shown that the address is theirs.
     */
    public void ask(Wish wish) {
        store.serialize(wish.email());
        var now = now();
        var known = store.of(wish);
        if (mayMail(wish, known, now)) {
            known.ifPresentOrElse(subscription -> mailAgain(subscription, wish, now), () -> begin(wish, now));
        }
    }

    private boolean mayMail(Wish wish, Optional<Subscription> known, Instant now) {
        var today = store.ofAddress(wish.email()).stream()
                .mapToInt(subscription -> subscription.mailsOfTheDay(now))
                .sum();
        var waiting = known.flatMap(Subscription::mailedAt)
                .filter(at -> at.plus(PATIENCE).isAfter(now))
                .isPresent();
        return today < MOST_MAILS && !waiting && store.mailedSince(now.minus(HOUR)) < mostOfTheHour;
    }

    private void begin(Wish wish, Instant now) {
        var token = Tokens.random();
        var subscription = new Subscription(Tokens.random(), wish, Tokens.random(), Tokens.hash(token), now);
        subscription.asked(now);
        store.add(subscription);
        mails.confirm(subscription, token);
    }

    private void mailAgain(Subscription subscription, Wish wish, Instant now) {
        if (subscription.state() == SubscriptionState.PENDING) {
            var token = Tokens.random();
            subscription.wishedAgain(wish, Tokens.hash(token), now);
            mails.confirm(subscription, token);
        } else {
            subscription.asked(now);
            mails.already(subscription);
        }
    }

    /** Pending, confirmed or ended. */
    public Optional<Subscription> toConfirm(String pluginId, String token) {
        return store.byConfirmHash(pluginId, Tokens.hash(token));
    }

    /** Empty where there is nothing to confirm (any more). */
    public Optional<Confirmed> confirm(String pluginId, String token) {
        var now = now();
        return store.byConfirmHash(pluginId, Tokens.hash(token))
                .flatMap(found -> store.lock(found.id()))
                .filter(subscription -> subscription.confirmable(now))
                .map(subscription -> confirmed(subscription, now));
    }

    private Confirmed confirmed(Subscription subscription, Instant now) {
        subscription.confirmed(now);
        return new Confirmed(
                subscription, subscription.webhook() ? Optional.of(secrets.renew(subscription)) : Optional.empty());
    }

    public Optional<Subscription> find(String pluginId, String token) {
        return store.byToken(pluginId, token);
    }

    /** @throws PortalException not found, also where it has ended */
    public void change(String pluginId, String token, TopicChoice topics, Locale language) {
        live(pluginId, token).changed(topics, language);
    }

    /** Without effect where there is none, or not any more. */
    public void end(String pluginId, String token) {
        store.byToken(pluginId, token)
                .flatMap(found -> store.lock(found.id()))
                .ifPresent(subscription -> subscription.ended(now()));
    }

    /**
     * Messages from now on are signed with another secret.
     *
     * @throws PortalException not found, also where it is no webhook or has ended
     */
    public void renewSecret(String pluginId, String token) {
        secrets.renew(webhook(pluginId, token));
    }

    /** What messages are signed with, as long as it is new: whoever loads the page again still needs it. */
    public Optional<String> newSecret(String pluginId, String token) {
        return store.byToken(pluginId, token)
                .filter(subscription -> subscription.secretIsNew(now()))
                .flatMap(secrets::open);
    }

    /** Without effect where it is not paused. */
    public void resume(String pluginId, String token) {
        var subscription = webhook(pluginId, token);
        if (subscription.state() == SubscriptionState.PAUSED) {
            subscription.resumed(now());
        }
    }

    /** @throws PortalException not found, also where it is no webhook or not under way */
    public void test(String pluginId, String token) {
        var subscription = webhook(pluginId, token);
        if (subscription.state() != SubscriptionState.ACTIVE) {
            throw PortalException.notFound();
        }
        webhooks.test(subscription);
    }

    private Subscription webhook(String pluginId, String token) {
        return Optional.of(live(pluginId, token)).filter(Subscription::webhook).orElseThrow(PortalException::notFound);
    }

    private Subscription live(String pluginId, String token) {
        return store.byToken(pluginId, token)
                .flatMap(found -> store.lock(found.id()))
                .filter(subscription -> subscription.state() == SubscriptionState.ACTIVE
                        || subscription.state() == SubscriptionState.PAUSED)
                .orElseThrow(PortalException::notFound);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
