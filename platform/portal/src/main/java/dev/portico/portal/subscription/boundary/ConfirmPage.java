package dev.portico.portal.subscription.boundary;

import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.subscription.control.NewsChannels;
import dev.portico.portal.subscription.control.SubscriptionAddresses;
import dev.portico.portal.subscription.entity.Subscription;
import dev.portico.portal.subscription.entity.SubscriptionState;
import dev.portico.portal.web.CurrentRoute;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Confirms a subscription by a button: scanners of mail follow links, but send no forms. */
@Named
@RequestScoped
public class ConfirmPage {
    @Inject
    Subscriptions subscriptions;

    @Inject
    NewsChannels channels;

    @Inject
    CurrentRoute route;

    @Inject
    CurrentReader reader;

    @Inject
    HttpServletRequest request;

    private Optional<Subscription> subscription = Optional.empty();
    private Optional<Subscriptions.Confirmed> confirmed = Optional.empty();

    @PostConstruct
    void open() {
        subscription = subscriptions.toConfirm(route.id(), route.token());
    }

    /** Before the page is written. */
    public void act() {
        if (request.getMethod().equals("POST")) {
            confirmed = subscriptions.confirm(route.id(), route.token());
        }
        if (!confirmable() && !active()) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** Whether there is something to press the button for. */
    public boolean confirmable() {
        return confirmed.isEmpty()
                && subscription.filter(some -> some.confirmable(Instant.now())).isPresent();
    }

    /** Whether it is under way, be it since now. */
    public boolean active() {
        return confirmed.isPresent()
                || subscription
                        .filter(some ->
                                some.state() == SubscriptionState.ACTIVE || some.state() == SubscriptionState.PAUSED)
                        .isPresent();
    }

    /** Whether it has been confirmed now. */
    public boolean done() {
        return confirmed.isPresent();
    }

    /** What messages are signed with; empty where it is no webhook, and where it was shown before. */
    public String secret() {
        return confirmed.flatMap(Subscriptions.Confirmed::secret).orElse("");
    }

    public String label() {
        return channels.label(route.id(), reader.get());
    }

    public String email() {
        return subscription.map(Subscription::email).orElse("");
    }

    /** Of the webhook; empty for mail. */
    public String url() {
        return subscription.map(Subscription::url).orElse("");
    }

    public boolean everything() {
        return subscription.map(some -> some.topics().all()).orElse(true);
    }

    public int topics() {
        return subscription.flatMap(some -> some.topics().only()).map(Set::size).orElse(0);
    }

    /** Where the subscription is changed; only whoever has just confirmed is led there. */
    public String manage() {
        return confirmed
                .map(some -> route.prefix() + SubscriptionAddresses.manage(some.subscription()))
                .orElse("");
    }

    /** Where one can ask anew. */
    public String subscribe() {
        return route.prefix() + SubscriptionAddresses.path(route.id());
    }
}
