package dev.portico.portal.ticket.boundary;

import dev.portico.plugin.manifest.ListColumn;
import dev.portico.plugin.manifest.Word;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.ticket.control.TicketQuery;
import dev.portico.portal.ticket.control.TicketQuery.Filter;
import dev.portico.portal.ticket.control.TicketQuery.Sort;
import dev.portico.portal.ticket.control.TicketRow;
import dev.portico.portal.ticket.control.TicketScope;
import dev.portico.portal.web.Links;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The requester's list (B1, B2). All of its state is in the address, so that it can be kept and sent on. */
@Named
@RequestScoped
public class TicketListPage {
    private static final int SIZE = 25;

    @Inject
    Tickets tickets;

    @Inject
    TenantDesks desks;

    @Inject
    TicketColumns columns;

    @Inject
    CurrentActor actor;

    @Inject
    CurrentReader reader;

    @Inject
    Texts texts;

    @Inject
    Links links;

    @Inject
    HttpServletRequest request;

    @SuppressWarnings("NullAway.Init")
    private ListAddress address;

    @SuppressWarnings("NullAway.Init")
    private TicketScope scope;

    @SuppressWarnings("NullAway.Init")
    private TicketPage page;

    private List<TicketScope> scopes = List.of();

    private List<ListRow> rows = List.of();

    private List<Numbered.Link> numbered = List.of();

    private List<TenantDesk> types = List.of();

    /** Somebody whose tickets can be looked at. */
    public record ScopeLink(String label, String href, boolean current) {}

    /** A filter of the list. */
    public record FilterLink(String key, String href, long count, boolean current) {}

    /**
     * A column of the list.
     *
     * @param href of the list sorted by it; empty where it cannot be
     */
    public record ColumnHead(String label, String href, boolean current) {
        public boolean sortable() {
            return !href.isEmpty();
        }
    }

    @PostConstruct
    void load() {
        types = desks.all();
        if (types.isEmpty()) {
            throw desks.absent();
        }
        scopes = tickets.scopes(actor.get());
        address = ListAddress.of(links.tickets(), request, Sort.UPDATED, scopes);
        scope = address.whose(scopes);
        page = tickets.list(address.query(scope, SIZE));
        rows = page.rows().stream().map(this::row).toList();
        numbered = tickets.numbered(actor.get(), address.keyword()).stream()
                .map(found -> found.link(links.ticket(found.number()) + address.asReturn(), reader.get(), texts))
                .toList();
    }

    private ListRow row(TicketRow row) {
        return columns.row(
                row, TicketColumns.desk(types, row), shown(), links.ticket(row.number()) + address.asReturn());
    }

    private List<ListColumn> shown() {
        return TicketColumns.of(types.get(0), scope);
    }

    /** Whose tickets can be looked at; empty where it is one's own only. */
    public List<ScopeLink> scopes() {
        return scopes.size() < 2
                ? List.of()
                : scopes.stream()
                        .map(each ->
                                new ScopeLink(label(each), address.with(each).href(), each.equals(scope)))
                        .toList();
    }

    private String label(TicketScope whose) {
        return switch (whose.kind()) {
            case MINE -> word("LIST");
            case ORGANIZATION -> texts.text(reader.get(), "ticket.list.scope.organization");
            case DELEGATED -> whose.name();
            case TAKING_PART -> texts.text(reader.get(), "ticket.list.scope.taking-part");
        };
    }

    /** Whose, as the address says; empty for one's own. */
    public String scope() {
        return address.scope();
    }

    /** Tickets that have the number that was searched for. */
    public List<Numbered.Link> numbered() {
        return numbered;
    }

    public List<ListRow> rows() {
        return rows;
    }

    public List<FilterLink> filters() {
        var tally = page.tally();
        return Stream.of(Filter.values())
                .filter(filter -> filter != Filter.ARCHIVED || archive().isPresent())
                .map(filter -> new FilterLink(
                        "ticket.list.filter." + ListAddress.name(filter),
                        address.with(filter).href(),
                        tally.of(filter),
                        address.filter() == filter))
                .toList();
    }

    public List<ColumnHead> columns() {
        return shown().stream().map(this::head).toList();
    }

    private ColumnHead head(ListColumn column) {
        var sort = TicketColumns.sort(column);
        return new ColumnHead(
                columns.heading(types.get(0), column),
                sort.map(order -> address.with(order).href()).orElse(""),
                sort.equals(Optional.of(address.sort())));
    }

    public Pager pager() {
        return new Pager(page.query(), page.total(), page.exact(), address::page);
    }

    public long total() {
        return page.total();
    }

    public String keyword() {
        return address.keyword();
    }

    public String filterName() {
        return ListAddress.name(address.filter());
    }

    public String sortName() {
        return ListAddress.name(address.sort());
    }

    public boolean searching() {
        return !address.keyword().isBlank();
    }

    /** The same list as a file. */
    public String csv() {
        return address.at(links.ticketsCsv()).href();
    }

    public String withoutKeyword() {
        return address.withKeyword("").href();
    }

    /** "My Cases", or "Archived Cases", or whose they are. */
    public String title() {
        return archive()
                .filter(desk -> address.filter() == Filter.ARCHIVED)
                .map(desk -> desk.word(reader.get(), Word.ARCHIVE))
                .orElseGet(() -> label(scope));
    }

    /** Why there is nothing to see. */
    public String nothing() {
        if (searching()) {
            return word("NOTHING_FOUND");
        }
        return address.filter() == Filter.ARCHIVED
                ? texts.text(reader.get(), "ticket.list.archive-empty")
                : scope.kind() == TicketScope.Kind.MINE
                        ? word("EMPTY")
                        : texts.text(reader.get(), "ticket.list.scope.empty");
    }

    /** The desk that names the archive; none where nothing can come into one. */
    private Optional<TenantDesk> archive() {
        return types.stream().filter(desk -> desk.workflow().archives()).findFirst();
    }

    /** What the first desk of the tenant calls it. */
    public String word(String word) {
        return types.get(0).word(reader.get(), Word.valueOf(word), Map.of());
    }

    /** The kinds of ticket that can be created, by address. */
    public List<CreateLink> creates() {
        return types.stream()
                .map(desk -> new CreateLink(
                        links.newTicket()
                                + (types.size() > 1 ? "?type=" + desk.type().id() : ""),
                        desk.word(reader.get(), Word.CREATE)))
                .toList();
    }

    /** The way to the form of one ticket type. */
    public record CreateLink(String href, String label) {}

    public TicketQuery query() {
        return page.query();
    }
}
