package dev.portico.portal.ticket.boundary;

import dev.portico.plugin.manifest.ListColumn;
import dev.portico.plugin.manifest.Word;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.page.PageFormats;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.ticket.control.TicketQuery.Sort;
import dev.portico.portal.ticket.control.TicketRow;
import dev.portico.portal.ticket.control.TicketScope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The columns that a desk declares for its list (D6), in the reader's words. */
@RequestScoped
public class TicketColumns {
    @Inject
    CurrentReader readers;

    @Inject
    Texts texts;

    @Inject
    PageFormats formats;

    public String heading(TenantDesk desk, ListColumn column) {
        var reader = readers.get();
        return switch (column) {
            case NUMBER -> desk.word(reader, Word.NUMBER);
            case SUBJECT -> texts.text(reader, "ticket.subject");
            case STATUS -> texts.text(reader, "ticket.status");
            case LEVEL -> desk.text(reader, desk.scale().label());
            case PRODUCT -> texts.text(reader, "ticket.product");
            case CUSTOMER -> texts.text(reader, declared(desk, column) ? "ticket.customer" : "ticket.requester");
            case ASSIGNEE -> texts.text(reader, "ticket.assignee");
            case UPDATED -> texts.text(reader, "ticket.updated");
            case CREATED -> texts.text(reader, "ticket.created");
        };
    }

    /** What the desk declares; of others' tickets, also who filed them. */
    static List<ListColumn> of(TenantDesk desk, TicketScope scope) {
        var columns = desk.type().listColumns();
        if (scope.kind() == TicketScope.Kind.MINE || declared(desk, ListColumn.CUSTOMER)) {
            return columns;
        }
        var more = new ArrayList<>(columns);
        more.add(columns.indexOf(ListColumn.SUBJECT) + 1, ListColumn.CUSTOMER);
        return more;
    }

    private static boolean declared(TenantDesk desk, ListColumn column) {
        return desk.type().listColumns().contains(column);
    }

    /** Of the ticket's type; the first where the tenant no longer has it. */
    static TenantDesk desk(List<TenantDesk> types, TicketRow ticket) {
        return types.stream()
                .filter(desk -> desk.type().id().equals(ticket.type()))
                .findFirst()
                .orElse(types.get(0));
    }

    /** The order that a column stands for: there is none without an index to read it from. */
    static Optional<Sort> sort(ListColumn column) {
        return switch (column) {
            case NUMBER -> Optional.of(Sort.NUMBER);
            case LEVEL -> Optional.of(Sort.SEVERITY);
            case UPDATED -> Optional.of(Sort.UPDATED);
            case SUBJECT, STATUS, PRODUCT, CUSTOMER, ASSIGNEE, CREATED -> Optional.empty();
        };
    }

    /** @param columns of the list, which may be another desk's than the ticket's */
    public ListRow row(TicketRow ticket, TenantDesk desk, List<ListColumn> columns, String href) {
        var numbered = columns.contains(ListColumn.NUMBER);
        return new ListRow(
                ticket.urgent(),
                columns.stream()
                        .map(column -> cell(ticket, desk, column, href, numbered))
                        .toList());
    }

    private ListCell cell(TicketRow ticket, TenantDesk desk, ListColumn column, String href, boolean numbered) {
        var reader = readers.get();
        return switch (column) {
            case NUMBER -> new ListCell.Number(ticket.number(), href);
            case SUBJECT -> new ListCell.Subject(ticket.subject(), href, urgent(ticket), numbered);
            case STATUS -> new ListCell.Marked(Badge.status(desk, reader, ticket.status()), "");
            case LEVEL -> new ListCell.Marked(Badge.severity(desk, reader, ticket.severity()), "badge-bare");
            case PRODUCT, CUSTOMER -> new ListCell.Text(plain(ticket, desk, column), heading(desk, column));
            case ASSIGNEE -> new ListCell.Text(assignee(ticket), heading(desk, column));
            case UPDATED ->
                new ListCell.Moment(
                        ticket.updatedAt(),
                        formats.dateTime(ticket.updatedAt()),
                        formats.relative(ticket.updatedAt()),
                        "cell-time",
                        "");
            case CREATED ->
                new ListCell.Moment(
                        ticket.createdAt(),
                        formats.dateTime(ticket.createdAt()),
                        formats.relative(ticket.createdAt()),
                        "cell-wide",
                        heading(desk, column));
        };
    }

    private String assignee(TicketRow ticket) {
        return Optional.ofNullable(ticket.assigneeName())
                .orElseGet(() -> texts.text(readers.get(), "ticket.unassigned"));
    }

    private Optional<String> urgent(TicketRow ticket) {
        if (ticket.urgent()) {
            return Optional.of(texts.text(readers.get(), "ticket.urgent"));
        }
        return ticket.escalated() ? Optional.of(texts.text(readers.get(), "ticket.escalated")) : Optional.empty();
    }

    /** What stands in a column, without look and links. Moments are written as programs and spreadsheets read them. */
    public String plain(TicketRow ticket, TenantDesk desk, ListColumn column) {
        var reader = readers.get();
        return switch (column) {
            case NUMBER -> Long.toString(ticket.number());
            case SUBJECT -> ticket.subject();
            case STATUS -> desk.statusLabel(reader, ticket.status());
            case LEVEL -> desk.severityLabel(reader, ticket.severity());
            case PRODUCT ->
                Optional.ofNullable(ticket.product())
                        .map(product -> desk.productLabel(reader, product))
                        .orElse("");
            case CUSTOMER -> ticket.requesterName();
            case ASSIGNEE -> Optional.ofNullable(ticket.assigneeName()).orElse("");
            case UPDATED -> reader.formats().iso(ticket.updatedAt());
            case CREATED -> reader.formats().iso(ticket.createdAt());
        };
    }
}
