package dev.portico.portal.contact.boundary;

import dev.portico.portal.account.control.Membership;
import dev.portico.portal.contact.control.Colleague;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.page.FormProblems;
import dev.portico.portal.web.Links;
import dev.portico.portal.web.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who acts in one's place for a while, and in whose place one acts (B10). */
@Named
@RequestScoped
public class DelegationsPage {
    private static final String TO = "to";
    private static final String UNTIL = "until";

    @Inject
    Delegations delegations;

    @Inject
    CurrentUser user;

    @Inject
    CurrentReader reader;

    @Inject
    Texts texts;

    @Inject
    Links links;

    @Inject
    Notices notices;

    @Inject
    FormProblems problems;

    @Inject
    HttpServletRequest request;

    @SuppressWarnings("NullAway.Init")
    private Membership person;

    private String to = "";
    private String until = "";

    @SuppressWarnings("NullAway.Init")
    private Delegations.Standing standing;

    /** A delegation, with its last day in words. */
    public record Row(String subject, String name, String last, String href) {}

    @PostConstruct
    void load() {
        person = user.membership().orElseThrow(PortalException::forbidden);
        standing = delegations.of(person.subject(), person.organization().orElseThrow(PortalException::notFound));
        to = entered(TO);
        until = entered(UNTIL);
    }

    private String entered(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    public void delegate() throws IOException {
        try {
            var colleague = delegations.delegate(person, to, day());
            done("contact.delegated", Map.of("name", colleague.name(), "last", last(colleague)));
        } catch (PortalException problem) {
            problems.take(problem);
        }
    }

    /** Before the page is written: the button carries whom it is about. */
    public void end() throws IOException {
        var ended = request.getParameter("end");
        if (FacesContext.getCurrentInstance().isPostback() && ended != null) {
            delegations.end(person.subject(), ended);
            done("contact.ended", Map.of());
        }
    }

    private void done(String key, Map<String, String> args) throws IOException {
        notices.success(key, args);
        FacesContext.getCurrentInstance().getExternalContext().redirect(links.delegations());
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(until));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public List<Row> granted() {
        return standing.granted().stream().map(each -> row(each, "")).toList();
    }

    /** Each with the way to their list. */
    public List<Row> received() {
        return standing.received().stream()
                .map(each -> row(each, links.ticketsOf(each.subject())))
                .toList();
    }

    private Row row(Colleague colleague, String href) {
        return new Row(colleague.subject(), colleague.name(), last(colleague), href);
    }

    private String last(Colleague colleague) {
        return reader.get().formats().date(colleague.until().minusMillis(1));
    }

    /** To whom they can delegate theirs; nobody where they have none of their own to delegate. */
    public List<Contact> people() {
        return authorized() ? standing.people() : List.of();
    }

    public boolean authorized() {
        return person.grants().authorized();
    }

    public String to() {
        return to;
    }

    public String until() {
        return until;
    }

    /** The first day that can be chosen. */
    public String today() {
        return LocalDate.ofInstant(Instant.now(), zone()).toString();
    }

    /** The last one. */
    public String latest() {
        return LocalDate.ofInstant(Instant.now(), zone())
                .plusDays(Delegations.MOST_DAYS)
                .toString();
    }

    private ZoneId zone() {
        return person.preferences().zone();
    }

    public String zoneName() {
        return zone().getId();
    }

    public List<FormProblems.Problem> problems() {
        var labels = new LinkedHashMap<String, String>();
        labels.put(TO, texts.text(reader.get(), "contact.to"));
        labels.put(UNTIL, texts.text(reader.get(), "contact.until"));
        return problems.list(labels);
    }

    /** What is wrong with one field; empty if nothing. */
    public String problem(String field) {
        return problems.of(field);
    }
}
