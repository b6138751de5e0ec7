package dev.portico.portal.ticket.boundary;

import dev.portico.portal.mail.boundary.MailText;
import dev.portico.portal.mail.boundary.MailView;
import dev.portico.portal.mail.control.MailTokens;
import dev.portico.portal.mail.entity.MailState;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.web.CurrentRoute;
import dev.portico.portal.web.Links;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;

/** A ticket's mail as it was sent (B6), for its requester and for agents. */
@Named
@RequestScoped
public class TicketMailPage {
    @Inject
    Tickets tickets;

    @Inject
    CurrentActor actor;

    @Inject
    CurrentRoute route;

    @Inject
    TenantContext tenants;

    @Inject
    Links links;

    @SuppressWarnings("NullAway.Init")
    private MailView mail;

    @PostConstruct
    void load() {
        mail = tickets.mail(actor.get(), route.number(), route.id());
    }

    public String subject() {
        return mail.content().subject();
    }

    public String language() {
        return mail.content().language();
    }

    public String sender() {
        return mail.envelope().sender();
    }

    public String senderName() {
        return mail.envelope().senderName();
    }

    public String recipient() {
        return mail.envelope().recipient();
    }

    public String recipientName() {
        return mail.envelope().recipientName();
    }

    /** When it left, or else when it was written. */
    public Instant date() {
        return mail.sentAt().orElse(mail.createdAt());
    }

    public List<MailText.Paragraph> text() {
        return MailText.paragraphs(MailTokens.hide(mail.content().text()));
    }

    /** The HTML part with every link leading out of the frame that it is shown in. */
    public String html() {
        return MailTokens.hide(mail.content().html()).replaceFirst("(?i)<head>", "<head><base target=\"_blank\">");
    }

    public Badge state() {
        return switch (mail.state()) {
            case QUEUED -> new Badge("mail.view.queued", "tone-info", "clock");
            case SENT -> new Badge("mail.view.sent", "tone-ok", "check-circle");
            case DEAD -> new Badge("mail.view.dead", "tone-critical", "warning");
            case WITHHELD -> new Badge("mail.view.withheld", "tone-warn", "warning");
            case ELSEWHERE -> new Badge("mail.view.elsewhere", "tone-info", "arrow-right");
        };
    }

    public boolean sent() {
        return mail.state() == MailState.SENT;
    }

    public String ticket() {
        return route.staff() ? links.staffTicket(tenants.require().id(), route.number()) : links.ticket(route.number());
    }
}
