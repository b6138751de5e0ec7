package dev.portico.portal.ticket.boundary;

import dev.portico.portal.mail.control.MailHistory;
import dev.portico.portal.mail.control.MailHistory.Place;
import dev.portico.portal.mail.control.MailHistory.Portion;
import dev.portico.portal.web.CurrentRoute;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Which of a ticket's mails a page shows, as its address says. */
@RequestScoped
public class HistoryAddress {
    private static final int SIZE = 25;
    private static final String BEFORE = "mails-before";

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentRoute route;

    public Portion portion() {
        return new Portion(Optional.ofNullable(request.getParameter(BEFORE)).flatMap(Place::parse), SIZE);
    }

    /** Of the portion before this one; empty where there is none. */
    public String older(MailHistory shown) {
        return shown.older()
                .map(place -> route.pathWithoutQuery() + "?" + BEFORE + "=" + place + list() + "#activity")
                .orElse("");
    }

    /** The list that the reader came from is kept. */
    private String list() {
        return Optional.ofNullable(request.getParameter("list"))
                .map(list -> "&list=" + URLEncoder.encode(list, StandardCharsets.UTF_8))
                .orElse("");
    }
}
