package dev.portico.portal.ticket.boundary;

import dev.portico.plugin.manifest.Word;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.ticket.control.TicketQuery;
import dev.portico.portal.ticket.control.TicketQuery.Filter;
import dev.portico.portal.ticket.control.TicketQuery.Sort;
import dev.portico.portal.ticket.control.TicketRow;
import dev.portico.portal.web.Links;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
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
    CurrentActor actor;

    @Inject
    CurrentReader reader;

    @Inject
    Links links;

    @Inject
    HttpServletRequest request;

    @SuppressWarnings("NullAway.Init")
    private ListAddress address;

    @SuppressWarnings("NullAway.Init")
    private TicketPage page;

    private List<Row> rows = List.of();

    private List<TenantDesk> types = List.of();

    /** A ticket in the list, in the reader's words. */
    public record Row(
            long number,
            String href,
            String subject,
            boolean urgent,
            Badge status,
            Badge severity,
            String product,
            Instant updatedAt) {}

    /** A filter of the list. */
    public record FilterLink(String key, String href, long count, boolean current) {}

    /** A column by which the list can be sorted. */
    public record SortLink(String href, boolean current) {}

    @PostConstruct
    void load() {
        types = desks.all();
        if (types.isEmpty()) {
            throw PortalException.notFound();
        }
        address = ListAddress.of(links.tickets(), request, Sort.UPDATED);
        page = tickets.list(address.query(Optional.of(actor.get().subject()), Optional.empty(), SIZE));
        rows = page.rows().stream().map(this::row).toList();
    }

    private Row row(TicketRow row) {
        var desk = types.stream()
                .filter(type -> type.type().id().equals(row.type()))
                .findFirst()
                .orElse(types.get(0));
        var language = reader.get();
        var product = row.product();
        return new Row(
                row.number(),
                links.ticket(row.number()) + address.asReturn(),
                row.subject(),
                row.urgent(),
                Badge.status(desk, language, row.status()),
                Badge.severity(desk, language, row.severity()),
                product == null ? "" : desk.productLabel(language, product),
                row.updatedAt());
    }

    public List<Row> rows() {
        return rows;
    }

    public List<FilterLink> filters() {
        var tally = page.tally();
        return Stream.of(Filter.values())
                .map(filter -> new FilterLink(
                        "ticket.list.filter." + ListAddress.name(filter),
                        address.with(filter).href(),
                        switch (filter) {
                            case ALL -> tally.all();
                            case OPEN -> tally.open();
                            case CLOSED -> tally.closed();
                        },
                        address.filter() == filter))
                .toList();
    }

    public SortLink sort(String name) {
        var sort = Sort.valueOf(name);
        return new SortLink(address.with(sort).href(), address.sort() == sort);
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

    public String withoutKeyword() {
        return address.withKeyword("").href();
    }

    /** What the first desk of the tenant calls it. */
    public String word(String word) {
        return types.get(0).word(reader.get(), Word.valueOf(word), Map.of());
    }

    public String severityLabel() {
        return types.get(0).text(reader.get(), types.get(0).scale().label());
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
