package dev.portico.portal.ticket.boundary;

import dev.portico.portal.web.CurrentRoute;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Ends the mails about one ticket: a mail program does so with one POST (RFC 8058), a person by a button. The answer is the
 * same whether or not there is such a ticket.
 */
@Named
@RequestScoped
public class TicketMutePage {
    @Inject
    Tickets tickets;

    @Inject
    CurrentRoute route;

    @Inject
    HttpServletRequest request;

    private boolean done;

    /** Before the page is written. */
    public void act() {
        if (request.getMethod().equals("POST")) {
            tickets.mute(route.number(), route.token());
            done = true;
        }
    }

    public boolean done() {
        return done;
    }

    public String number() {
        return Long.toString(route.number());
    }
}
