package dev.portico.portal.ticket.boundary;

import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.login.ServedTenants;
import dev.portico.portal.page.Initials;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.entity.Tenant;
import dev.portico.portal.ticket.boundary.AgentQueue.NumberedRow;
import dev.portico.portal.ticket.boundary.AgentQueue.QueuePage;
import dev.portico.portal.ticket.boundary.AgentQueue.QueueRow;
import dev.portico.portal.ticket.control.TicketQuery.Filter;
import dev.portico.portal.ticket.control.TicketQuery.Sort;
import dev.portico.portal.web.Links;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The agents' queue over the tenants that they serve (K1). All of its state is in the address. */
@Named
@RequestScoped
public class AgentQueuePage {
    @Inject
    AgentQueue queue;

    @Inject
    CurrentActor actor;

    @Inject
    ServedTenants tenants;

    @Inject
    TenantContext context;

    @Inject
    TenantDesks desks;

    @Inject
    CurrentUser user;

    @Inject
    CurrentReader reader;

    @Inject
    Texts texts;

    @Inject
    Links links;

    @Inject
    HttpServletRequest request;

    private final Map<String, List<TenantDesk>> desksByTenant = new HashMap<>();
    private List<Tenant> served = List.of();
    private List<Row> rows = List.of();
    private List<NumberedLink> numbered = List.of();
    private boolean more;
    private final Instant now = Instant.now();

    @SuppressWarnings("NullAway.Init")
    private QueueAddress address;

    /** A ticket of the queue, in the reader's words. */
    public record Row(
            String tenant,
            long number,
            String href,
            String subject,
            boolean urgent,
            boolean escalated,
            Badge status,
            Badge severity,
            String requester,
            String assignee,
            String assigneeInitials,
            @Nullable Instant dueAt,
            boolean overdue,
            Instant updatedAt) {}

    /** A ticket found by its number. */
    public record NumberedLink(String tenant, Numbered.Link link) {}

    /** A view of the queue. */
    public record ViewLink(String key, String href, boolean current) {}

    /** A column by which the queue can be sorted. */
    public record SortLink(String href, boolean current) {}

    /** A tenant to narrow the queue down to. */
    public record TenantChoice(String id, String name, boolean current) {}

    @PostConstruct
    void load() {
        served = tenants.all();
        address = QueueAddress.of(
                links.staffQueue(), request, served.stream().map(Tenant::id).toList());
        var page = find();
        rows = page.rows().stream().map(this::row).toList();
        more = page.more();
        numbered = queue.numbered(actor.get(), wanted(), address.keyword()).stream()
                .map(this::numbered)
                .toList();
    }

    private QueuePage find() {
        return queue.page(wanted(), address.query(user.subject()));
    }

    private List<Tenant> wanted() {
        return served.stream()
                .filter(tenant -> address.tenant().isEmpty() || address.tenant().equals(tenant.id()))
                .toList();
    }

    private NumberedLink numbered(NumberedRow found) {
        var ticket = found.ticket();
        var href = links.staffTicket(found.tenant().id(), ticket.number()) + address.asReturn();
        return new NumberedLink(found.tenant().name(reader.get().ui()), ticket.link(href, reader.get(), texts));
    }

    /** Tickets that have the number that was searched for. */
    public List<NumberedLink> numbered() {
        return numbered;
    }

    private Row row(QueueRow found) {
        var ticket = found.ticket();
        var tenant = found.tenant();
        var desk = desk(tenant, ticket.type());
        var assignee = Optional.ofNullable(ticket.assigneeName()).orElse("");
        return new Row(
                tenant.name(reader.get().ui()),
                ticket.number(),
                links.staffTicket(tenant.id(), ticket.number()) + address.asReturn(),
                ticket.subject(),
                ticket.urgent(),
                ticket.escalated(),
                desk.map(some -> Badge.status(some, reader.get(), ticket.status()))
                        .orElseGet(() -> new Badge(ticket.status(), "tone-neutral", "status-open")),
                desk.map(some -> Badge.severity(some, reader.get(), ticket.severity()))
                        .orElseGet(() -> new Badge(ticket.severity(), "tone-neutral", "severity-4")),
                ticket.requesterName(),
                assignee,
                Initials.of(assignee),
                ticket.dueAt(),
                Optional.ofNullable(ticket.dueAt()).filter(now::isAfter).isPresent(),
                ticket.updatedAt());
    }

    /** Nothing where the tenant no longer has the plugin that the ticket came from. */
    private Optional<TenantDesk> desk(Tenant tenant, String type) {
        return desksByTenant.computeIfAbsent(tenant.id(), id -> context.within(tenant, desks::all)).stream()
                .filter(desk -> desk.type().id().equals(type))
                .findFirst();
    }

    public List<Row> rows() {
        return rows;
    }

    public boolean serving() {
        return !served.isEmpty();
    }

    public List<ViewLink> views() {
        return List.of(
                view("staff.queue.view.open", Filter.OPEN, false),
                view("staff.queue.view.mine", Filter.OPEN, true),
                view("staff.queue.view.closed", Filter.CLOSED, false),
                view("staff.queue.view.all", Filter.ALL, false),
                view("staff.queue.view.archived", Filter.ARCHIVED, false));
    }

    private ViewLink view(String key, Filter filter, boolean mine) {
        return new ViewLink(key, address.view(filter, mine), address.filter() == filter && address.mine() == mine);
    }

    public SortLink sort(String name) {
        var sort = Sort.valueOf(name);
        return new SortLink(address.with(sort), address.sort() == sort);
    }

    public List<TenantChoice> tenants() {
        return served.stream()
                .map(tenant -> new TenantChoice(
                        tenant.id(), tenant.name(reader.get().ui()), tenant.id().equals(address.tenant())))
                .toList();
    }

    public boolean hasPrevious() {
        return address.page() > 0;
    }

    public boolean hasNext() {
        return more && address.page() < QueueAddress.LAST_PAGE;
    }

    /** Whether there is more than the queue shows page by page. */
    public boolean endless() {
        return more && !hasNext();
    }

    public String previous() {
        return address.page(address.page() - 1);
    }

    public String next() {
        return address.page(address.page() + 1);
    }

    public int pageNumber() {
        return address.page() + 1;
    }

    public String keyword() {
        return address.keyword();
    }

    public boolean mine() {
        return address.mine();
    }

    public String filterName() {
        return ListAddress.name(address.filter());
    }

    public String sortName() {
        return ListAddress.name(address.sort());
    }

    public boolean searching() {
        return !address.keyword().isEmpty() || !address.tenant().isEmpty();
    }

    public String withoutSearch() {
        return address.withoutSearch();
    }
}
