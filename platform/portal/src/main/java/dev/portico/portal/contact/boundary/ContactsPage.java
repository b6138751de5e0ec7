package dev.portico.portal.contact.boundary;

import dev.portico.plugin.manifest.HelpWay;
import dev.portico.portal.account.control.Membership;
import dev.portico.portal.account.entity.Account.Grants;
import dev.portico.portal.contact.boundary.Contacts.Decision;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.page.FormProblems;
import dev.portico.portal.plugin.boundary.EnabledPlugin;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.plugin.control.HelpTarget;
import dev.portico.portal.web.Links;
import dev.portico.portal.web.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The people of the contact manager's organization, and what each may do for it (B10). */
@Named
@RequestScoped
public class ContactsPage {
    private static final int SIZE = 50;
    private static final int LAST_PAGE = 10_000;
    private static final String PERSON = "person";
    private static final String SEEN = "seen-";
    private static final String AUTHORIZED = "authorized-";
    private static final String SEES = "sees-";
    private static final String MANAGES = "manages-";

    @Inject
    Contacts contacts;

    @Inject
    CurrentUser user;

    @Inject
    TenantDesks desks;

    @Inject
    Links links;

    @Inject
    Notices notices;

    @Inject
    FormProblems problems;

    @Inject
    HttpServletRequest request;

    private String organization = "";
    private List<Contact> people = List.of();
    private int page;
    private boolean more;

    /** Somebody, as the form shows them. */
    public record Row(Contact person, Grants shown, String seen) {}

    @PostConstruct
    void load() {
        organization = user.membership().flatMap(Membership::organization).orElseThrow(PortalException::notFound);
        page = number(request.getParameter("page"));
        var found = contacts.people(organization, page * SIZE, SIZE + 1);
        more = found.size() > SIZE;
        people = more ? found.subList(0, SIZE) : found;
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("[1-9][0-9]{0,5}") ? Math.min(Integer.parseInt(text) - 1, LAST_PAGE) : 0;
    }

    public void save() throws IOException {
        try {
            var changed = contacts.decide(organization, decisions());
            notices.success("contact.saved", Map.of("count", changed));
            FacesContext.getCurrentInstance().getExternalContext().redirect(address(page));
        } catch (PortalException problem) {
            problems.take(problem);
        }
    }

    private List<Decision> decisions() {
        return Stream.of(Optional.ofNullable(request.getParameterValues(PERSON)).orElse(new String[0]))
                .distinct()
                .map(subject -> new Decision(subject, seen(subject), entered(subject)))
                .toList();
    }

    private Grants entered(String subject) {
        return new Grants(ticked(AUTHORIZED + subject), ticked(SEES + subject), ticked(MANAGES + subject));
    }

    private Grants seen(String subject) {
        var flags = Optional.ofNullable(request.getParameter(SEEN + subject)).orElse("");
        return new Grants(flags.contains("a"), flags.contains("s"), flags.contains("m"));
    }

    private boolean ticked(String name) {
        return request.getParameter(name) != null;
    }

    /** What was ticked stays, where it could not be saved. */
    public List<Row> rows() {
        var sent = FacesContext.getCurrentInstance().isPostback();
        return people.stream()
                .map(person ->
                        new Row(person, sent ? entered(person.subject()) : person.grants(), flags(person.grants())))
                .toList();
    }

    private static String flags(Grants grants) {
        return (grants.authorized() ? "a" : "")
                + (grants.seesOrganization() ? "s" : "")
                + (grants.contactManager() ? "m" : "");
    }

    public List<FormProblems.Problem> problems() {
        return problems.list(Map.of());
    }

    /** To ask for somebody who is not in the list; empty where the programme names no address. */
    public String address() {
        return desks.enabled().stream()
                .flatMap(plugin -> plugin.manifest().helpWays().stream()
                        .filter(way -> way.kind() == HelpWay.Kind.EMAIL)
                        .flatMap(way -> setting(plugin, way).stream()))
                .filter(email -> !HelpTarget.of(HelpWay.Kind.EMAIL, email).isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Optional<String> setting(EnabledPlugin plugin, HelpWay way) {
        return way.setting().flatMap(plugin.settings()::text).map(String::strip);
    }

    public boolean hasPrevious() {
        return page > 0;
    }

    public boolean hasNext() {
        return more;
    }

    public String previous() {
        return address(page - 1);
    }

    public String next() {
        return address(page + 1);
    }

    /** Where the form goes: the page that it is on. */
    public int pageNumber() {
        return page + 1;
    }

    private String address(int number) {
        return links.contacts() + (number == 0 ? "" : "?page=" + (number + 1));
    }
}
