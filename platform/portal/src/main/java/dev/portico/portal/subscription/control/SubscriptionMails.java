package dev.portico.portal.subscription.control;

import dev.portico.portal.language.Reader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.mail.control.Action;
import dev.portico.portal.mail.control.MailRequest;
import dev.portico.portal.mail.control.Outbox;
import dev.portico.portal.mail.control.Recipient;
import dev.portico.portal.mail.control.Unsubscribing;
import dev.portico.portal.subscription.entity.Subscription;
import dev.portico.portal.tenant.control.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Mails to whoever has subscribed, or is said to want to; in the transaction of what they tell of. */
@ApplicationScoped
public class SubscriptionMails {
    @Inject
    Outbox outbox;

    @Inject
    NewsMail newsMail;

    @Inject
    NewsChannels channels;

    @Inject
    SubscriptionAddresses addresses;

    @Inject
    TenantContext tenants;

    @Inject
    Texts texts;

    /** @param token what proves that the reader got the mail */
    public void confirm(Subscription subscription, String token) {
        var words = words(subscription);
        send(
                subscription,
                text(subscription, "subscription.mail.confirm.subject", words),
                subscription.webhook()
                        ? text(subscription, "subscription.mail.confirm.webhook", words)
                        : text(subscription, "subscription.mail.confirm.text", words),
                Optional.of(action(
                        subscription,
                        "subscription.mail.confirm.action",
                        SubscriptionAddresses.confirm(subscription.pluginId(), token))),
                false);
    }

    /** Somebody asked for what the reader has already. */
    public void already(Subscription subscription) {
        var words = words(subscription);
        send(
                subscription,
                text(subscription, "subscription.mail.already.subject", words),
                text(subscription, "subscription.mail.already.text", words),
                Optional.of(manage(subscription)),
                true);
    }

    public void news(Subscription subscription, StoredNews news) {
        var reader = reader(subscription);
        var action = news.link().isEmpty()
                ? Optional.<Action>empty()
                : Optional.of(new Action(texts.text(reader, "subscription.mail.open"), URI.create(news.link())));
        send(subscription, newsMail.title(news, reader), newsMail.body(news, reader), action, true);
    }

    /** The webhook has not answered for so long that nothing is sent to it any more. */
    public void paused(Subscription subscription) {
        var words = words(subscription);
        send(
                subscription,
                text(subscription, "subscription.mail.paused.subject", words),
                text(subscription, "subscription.mail.paused.text", words),
                Optional.of(manage(subscription)),
                true);
    }

    private void send(
            Subscription subscription, String subject, String body, Optional<Action> action, boolean confirmed) {
        var to = new Recipient("", subscription.email(), subscription.language(), subscription.zone());
        var unsubscribing = confirmed ? Optional.of(unsubscribing(subscription)) : Optional.<Unsubscribing>empty();
        outbox.enqueue(new MailRequest(Optional.empty(), to, false, subject, body, action, unsubscribing));
    }

    private Unsubscribing unsubscribing(Subscription subscription) {
        var leave = SubscriptionAddresses.unsubscribe(subscription.pluginId(), subscription.token());
        return new Unsubscribing(
                text(subscription, "subscription.mail.why", words(subscription)),
                manage(subscription),
                action(subscription, "subscription.mail.leave", leave));
    }

    private Action manage(Subscription subscription) {
        return action(subscription, "subscription.mail.manage", SubscriptionAddresses.manage(subscription));
    }

    private Action action(Subscription subscription, String key, String path) {
        return new Action(texts.text(reader(subscription), key), addresses.absolute(path));
    }

    private String text(Subscription subscription, String key, Map<String, String> words) {
        return texts.text(reader(subscription), key, words);
    }

    private Map<String, String> words(Subscription subscription) {
        return Map.of(
                "channel", channels.label(subscription.pluginId(), reader(subscription)),
                "tenant", tenants.require().name(subscription.language()),
                "url", subscription.url(),
                // All that a stranger says in a mail of ours: no path, in which there could be a message.
                "host",
                        Optional.ofNullable(URI.create(subscription.url()).getHost())
                                .orElse(""));
    }

    private static Reader reader(Subscription subscription) {
        return new Reader(subscription.language(), subscription.language(), subscription.zone());
    }
}
