package dev.portico.portal.ticket.boundary;

import dev.portico.portal.attachment.boundary.AttachmentResponse;
import dev.portico.portal.attachment.boundary.Attachments;
import dev.portico.portal.web.CurrentRoute;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A ticket's file, for those who may see the ticket. */
@WebServlet("/internal/attachment")
public class AttachmentServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Tickets tickets;

    @Inject
    transient Attachments attachments;

    @Inject
    transient CurrentActor actor;

    @Inject
    transient CurrentRoute route;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var attachment = tickets.attachment(actor.get(), route.number(), route.id());
        try (var content = attachments.content(attachment)) {
            AttachmentResponse.send(request, response, attachment, content);
        }
    }
}
