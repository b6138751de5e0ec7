package dev.portico.portal.subscription.boundary;

import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.subscription.control.NewsChannels;
import dev.portico.portal.subscription.control.SubscriptionAddresses;
import dev.portico.portal.web.CurrentRoute;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Ends a subscription: a mail program does so with one POST (RFC 8058), a person by a button. The answer is the same
 * whether or not there is such a subscription.
 */
@Named
@RequestScoped
public class UnsubscribePage {
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

    private boolean done;

    /** Before the page is written. */
    public void act() {
        if (request.getMethod().equals("POST")) {
            subscriptions.end(route.id(), route.token());
            done = true;
        }
    }

    public boolean done() {
        return done;
    }

    public String label() {
        return channels.label(route.id(), reader.get());
    }

    /** Where one can ask anew. */
    public String subscribe() {
        return route.prefix() + SubscriptionAddresses.path(route.id());
    }
}
