package dev.portico.portal.ticket.boundary;

import dev.portico.plugin.manifest.ListColumn;
import dev.portico.plugin.manifest.Word;
import dev.portico.portal.attachment.control.ContentDisposition;
import dev.portico.portal.attachment.control.FileName;
import dev.portico.portal.csv.CsvFile;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.ticket.control.TicketQuery;
import dev.portico.portal.ticket.control.TicketQuery.Filter;
import dev.portico.portal.ticket.control.TicketQuery.Sort;
import dev.portico.portal.ticket.control.TicketRow;
import dev.portico.portal.web.Links;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * The requester's list as CSV: filtered, sorted and with the columns as the page shows it, and all of it. Read in
 * portions, each in a transaction of its own, and sent as it is read: neither memory nor a transaction grows with the
 * list. A ticket that changes meanwhile can be missing or there twice where the list is sorted by change.
 */
@WebServlet("/internal/tickets-csv")
public class TicketCsvServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int PORTION = 500;

    @Inject
    transient Tickets tickets;

    @Inject
    transient TenantDesks desks;

    @Inject
    transient TicketColumns columns;

    @Inject
    transient CurrentActor actor;

    @Inject
    transient CurrentReader reader;

    @Inject
    transient Links links;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var types = desks.all();
        if (types.isEmpty()) {
            throw desks.absent();
        }
        var scopes = tickets.scopes(actor.get());
        var address = ListAddress.of(links.tickets(), request, Sort.UPDATED, scopes);
        var scope = address.whose(scopes);
        var query = address.query(scope, 1);
        // Before anything is sent, so that a failure has its page.
        var first = tickets.portion(query, Optional.empty(), PORTION);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", ContentDisposition.attachment(fileName(types, query)));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "private, no-store");
        if (!request.getMethod().equals("HEAD")) {
            try (var csv = CsvFile.to(response.getOutputStream())) {
                write(csv, types, TicketColumns.of(types.get(0), scope), query, first);
            } catch (UncheckedIOException e) {
                // The reader has left, which is no failure of ours.
                throw e.getCause();
            }
        }
    }

    private void write(
            CsvFile csv, List<TenantDesk> types, List<ListColumn> shown, TicketQuery query, List<TicketRow> first) {
        csv.write(shown.stream()
                .map(column -> columns.heading(types.get(0), column))
                .toList());
        var portion = first;
        while (!portion.isEmpty()) {
            for (var ticket : portion) {
                var desk = TicketColumns.desk(types, ticket);
                csv.write(shown.stream()
                        .map(column -> columns.plain(ticket, desk, column))
                        .toList());
            }
            var last = portion.get(portion.size() - 1);
            portion = portion.size() < PORTION ? List.of() : tickets.portion(query, Optional.of(last), PORTION);
        }
    }

    private String fileName(List<TenantDesk> types, TicketQuery query) {
        var name = types.stream()
                .filter(desk ->
                        query.filter() == Filter.ARCHIVED && desk.workflow().archives())
                .findFirst()
                .map(desk -> desk.word(reader.get(), Word.ARCHIVE))
                .orElseGet(() -> types.get(0).word(reader.get(), Word.LIST));
        return FileName.clean(name + ".csv");
    }
}
