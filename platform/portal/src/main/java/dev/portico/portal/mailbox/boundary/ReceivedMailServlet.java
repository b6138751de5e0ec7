package dev.portico.portal.mailbox.boundary;

import dev.portico.portal.attachment.control.ContentDisposition;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.ticket.boundary.CurrentActor;
import dev.portico.portal.web.CurrentRoute;
import dev.portico.portal.web.Route;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A mail as it came, to be saved and never shown as a page of ours: to administrators, and to agents that of a ticket. */
@WebServlet("/internal/received-mail")
public class ReceivedMailServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient ReceivedMails mails;

    @Inject
    transient TicketReceivedMails ofTickets;

    @Inject
    transient RawMails raws;

    @Inject
    transient CurrentActor actor;

    @Inject
    transient CurrentRoute route;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var ofTicket =
                route.route().filter(Route.STAFF_TICKET_MAIL_SOURCE::equals).isPresent();
        long length = ofTicket
                ? ofTickets.of(actor.get(), route.number(), route.id()).length().orElseThrow(PortalException::notFound)
                : mails.length(route.id());
        response.setContentType("message/rfc822");
        response.setContentLengthLong(length);
        response.setHeader("Content-Disposition", ContentDisposition.attachment(route.id() + ".eml"));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "private, no-store");
        if (!request.getMethod().equals("HEAD")) {
            raws.write(route.id(), response.getOutputStream());
        }
    }
}
