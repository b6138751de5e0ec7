package dev.portico.portal.people.boundary;

import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.people.control.PeopleFilter;
import dev.portico.portal.people.control.PeopleQuery.From;
import dev.portico.portal.people.control.PersonRow;
import dev.portico.portal.people.control.Portion;
import dev.portico.portal.realm.boundary.RealmState;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.ticket.boundary.Badge;
import dev.portico.portal.web.Links;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The people of a tenant. All of its state is in the address. */
@Named
@RequestScoped
public class PeopleListPage {
    private static final int SIZE = 50;

    @Inject
    People people;

    @Inject
    Organizations organizations;

    @Inject
    RealmState realm;

    @Inject
    PersonBadges badges;

    @Inject
    LastProgramme last;

    @Inject
    TenantContext tenants;

    @Inject
    CurrentReader reader;

    @Inject
    HttpServletRequest request;

    @Inject
    Links links;

    @SuppressWarnings("NullAway.Init")
    private PeopleAddress address;

    @SuppressWarnings("NullAway.Init")
    private Portion<PersonRow> portion;

    private long waiting;
    private boolean silent;
    private List<Choice> choices = List.of();

    /** A person in the reader's words. */
    public record Row(
            String href,
            String name,
            String email,
            String organization,
            Badge badge,
            boolean troubled,
            boolean undeliverable,
            @Nullable Instant seenAt,
            @Nullable Instant invitedAt) {}

    /** A part of the list. */
    public record View(String key, String href, boolean current) {}

    /** An entry of a menu. */
    public record Choice(String id, String name, boolean current) {}

    @PostConstruct
    void load() {
        var tenant = tenants.require().id();
        last.keep(tenant);
        address = PeopleAddress.of(links.staffPeople(tenant), request);
        portion = people.portion(address.query(SIZE));
        waiting = realm.waiting();
        silent = realm.silence().isPresent();
        choices = organizations.choices(address.organization()).stream()
                .map(choice ->
                        new Choice(choice.id(), choice.name(), choice.id().equals(address.organization())))
                .toList();
    }

    public List<Row> rows() {
        return portion.rows().stream().map(this::row).toList();
    }

    private Row row(PersonRow row) {
        return new Row(
                links.staffPerson(tenants.require().id(), row.subject()),
                row.name(),
                row.email(),
                row.organization().orElse(""),
                badges.of(row.state(), row.invitedAt().isPresent()),
                row.troubled(),
                row.undeliverable(),
                row.seenAt().orElse(null),
                row.invitedAt().orElse(null));
    }

    public List<View> views() {
        return List.of(
                view("people.view.all", PeopleFilter.ALL),
                view("people.state.active", PeopleFilter.ACTIVE),
                view("people.view.invited", PeopleFilter.INVITED),
                view("people.state.waiting", PeopleFilter.WAITING),
                view("people.view.troubled", PeopleFilter.PROBLEM),
                view("people.undeliverable", PeopleFilter.UNDELIVERABLE),
                view("people.state.disabled", PeopleFilter.DISABLED),
                view("people.state.known", PeopleFilter.KNOWN));
    }

    private View view(String key, PeopleFilter filter) {
        return new View(key, address.with(filter), address.filter() == filter);
    }

    public String tenantId() {
        return tenants.require().id();
    }

    public String tenantName() {
        return tenants.require().name(reader.get().ui());
    }

    public List<Choice> organizations() {
        return choices;
    }

    public String keyword() {
        return address.keyword();
    }

    public String state() {
        return address.filter() == PeopleFilter.ALL ? "" : address.filter().code();
    }

    public boolean narrowed() {
        return address.narrowed();
    }

    public boolean counted() {
        return portion.counted();
    }

    public int count() {
        return Math.min(portion.count(), Portion.MOST_COUNTED);
    }

    /** Changes that Keycloak has yet to hear of. */
    public long waiting() {
        return waiting;
    }

    /** Whether Keycloak does not answer. */
    public boolean silent() {
        return silent;
    }

    /** Address of the page before; empty on the first one. */
    public String previous() {
        return portion.before() && !portion.rows().isEmpty()
                ? address.from(new From(portion.rows().get(0).subject(), true))
                : "";
    }

    /** Address of the page after; empty on the last one. */
    public String next() {
        var rows = portion.rows();
        return portion.after() && !rows.isEmpty()
                ? address.from(new From(rows.get(rows.size() - 1).subject(), false))
                : "";
    }
}
