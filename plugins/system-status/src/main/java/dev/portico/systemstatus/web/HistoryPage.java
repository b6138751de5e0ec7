package dev.portico.systemstatus.web;

import dev.portico.plugin.text.Text;
import dev.portico.plugin.web.Address;
import dev.portico.plugin.web.Answer;
import dev.portico.plugin.web.Block;
import dev.portico.plugin.web.Link;
import dev.portico.plugin.web.Page;
import dev.portico.plugin.web.Section;
import dev.portico.systemstatus.store.Incident;
import dev.portico.systemstatus.store.IncidentStore;
import dev.portico.systemstatus.store.Update;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happened in a month of the reader's calendar. */
public final class HistoryPage {
    private record Month(
            YearMonth month, List<Incident> incidents, Map<String, List<Update>> updates, boolean earlier) {}

    private HistoryPage() {}

    public static Answer answer(Visit visit) {
        var zone = visit.request().reader().zone();
        var current = YearMonth.from(visit.now().atZone(zone));
        var asked = visit.request().parameter("month").map(HistoryPage::month).orElse(Optional.of(current));
        return asked.filter(month -> !month.isAfter(current))
                .<Answer>map(month -> page(read(visit, month, zone), current, zone))
                .orElseGet(Answer.Absent::new);
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text)).filter(month -> month.getYear() >= 2000);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Month read(Visit visit, YearMonth month, ZoneId zone) {
        return visit.tenant().tables().transact(statements -> {
            var store = new IncidentStore(statements);
            var from = start(month, zone);
            var incidents = store.between(from, start(month.plusMonths(1), zone));
            return new Month(
                    month,
                    incidents,
                    store.updates(incidents.stream().map(Incident::id).toList()),
                    store.first().filter(from::isAfter).isPresent());
        });
    }

    private static Instant start(YearMonth month, ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }

    private static Page page(Month month, YearMonth current, ZoneId zone) {
        var blocks = new ArrayList<Block>();
        blocks.add(
                month.incidents().isEmpty()
                        ? new Block.Blank(Text.of("history.none"), Text.of("history.none.text"), List.of())
                        : Blocks.timeline(month.incidents(), month.updates(), Blocks::incident));
        blocks.add(new Block.Pager(
                month.earlier() ? Optional.of(address(month.month().minusMonths(1))) : Optional.empty(),
                month.month().isBefore(current)
                        ? Optional.of(address(month.month().plusMonths(1)))
                        : Optional.empty()));
        return new Page(
                Text.of("history.title"),
                Optional.empty(),
                Optional.of(new Link(Text.of("status.title"), Blocks.HOME)),
                List.of(),
                List.of(new Section(
                        Optional.of(Text.of(
                                "history.month", Map.of("month", month.month().atDay(1)))),
                        blocks)));
    }

    private static Address address(YearMonth month) {
        return new Address.OfTenant("status/history", Map.of("month", month.toString()));
    }
}
