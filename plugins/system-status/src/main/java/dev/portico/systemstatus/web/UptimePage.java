package dev.portico.systemstatus.web;

import dev.portico.plugin.manifest.Tone;
import dev.portico.plugin.text.Text;
import dev.portico.plugin.web.Address;
import dev.portico.plugin.web.Answer;
import dev.portico.plugin.web.Block;
import dev.portico.plugin.web.Link;
import dev.portico.plugin.web.Page;
import dev.portico.plugin.web.Section;
import dev.portico.systemstatus.model.Uptime;
import dev.portico.systemstatus.store.Board;
import dev.portico.systemstatus.store.Component;
import dev.portico.systemstatus.store.ComponentSpans;
import dev.portico.systemstatus.store.ComponentStore;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How available each component was in the last 90 days. */
public final class UptimePage {
    private static final int DAYS = 90;
    private static final int AT_ONCE = 15;

    private record Part(List<Component> components, Map<String, List<Uptime.Span>> spans, boolean more) {}

    private UptimePage() {}

    public static Answer answer(Visit visit) {
        var page = visit.request().parameter("page").map(UptimePage::number).orElse(1);
        var part = read(visit, page);
        if (page < 1 || page > 1 && part.components().isEmpty()) {
            return new Answer.Absent();
        }
        var sections = new ArrayList<Section>();
        Board.regions(part.components())
                .values()
                .forEach(components -> sections.add(new Section(
                        Optional.of(Blocks.region(components.get(0))),
                        components.stream()
                                .map(component -> days(component, part, visit))
                                .toList())));
        if (sections.isEmpty()) {
            sections.add(Section.of(new Block.Blank(Text.of("uptime.none"), Text.of("uptime.none.text"), List.of())));
        } else if (page > 1 || part.more()) {
            sections.add(new Section(
                    Optional.of(Text.of("uptime.more")),
                    List.of(new Block.Pager(
                            page > 1 ? Optional.of(address(page - 1)) : Optional.empty(),
                            part.more() ? Optional.of(address(page + 1)) : Optional.empty()))));
        }
        return new Page(
                Text.of("uptime.title"),
                Optional.of(Text.of("uptime.lead")),
                Optional.of(new Link(Text.of("status.title"), Blocks.HOME)),
                List.of(),
                sections);
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    }

    private static Address address(int page) {
        return new Address.OfTenant("status/uptime", Map.of("page", Integer.toString(page)));
    }

    private static Part read(Visit visit, int page) {
        return visit.tenant().tables().transact(statements -> {
            var all = new ComponentStore(statements).present();
            var shown = all.stream()
                    .skip((long) Math.max(0, page - 1) * AT_ONCE)
                    .limit(AT_ONCE)
                    .toList();
            var since = visit.now().minus(Duration.ofDays(DAYS + 1L));
            return new Part(
                    shown,
                    new ComponentSpans(statements, visit.now()).of(shown, since),
                    all.size() > (long) page * AT_ONCE);
        });
    }

    private static Block days(Component component, Part part, Visit visit) {
        var uptime = Uptime.of(
                part.spans().getOrDefault(component.id(), List.of()),
                component.firstSeenAt(),
                visit.now(),
                visit.request().reader().zone(),
                DAYS);
        return new Block.Days(
                component.name().asText(),
                uptime.share().map(share -> summary(share, uptime.watched())).orElse(Text.of("uptime.unknown")),
                uptime.days().stream().map(UptimePage::day).toList());
    }

    private static Text summary(BigDecimal share, int days) {
        return Text.of("uptime.summary", Map.of("share", share, "days", days));
    }

    private static Block.Day day(Uptime.Day day) {
        return day.worst()
                .map(worst -> new Block.Day(
                        day.date(),
                        worst.tone(),
                        day.down().isZero()
                                ? worst.label()
                                : Text.of(
                                        "uptime.down", Map.of("status", worst.label(), "time", downtime(day.down())))))
                .orElse(new Block.Day(day.date(), Tone.NEUTRAL, Text.of("uptime.unknown")));
    }

    private static Text downtime(Duration down) {
        return down.toHours() < 1
                ? Text.of("age.minutes", Map.of("count", Math.max(1, down.toMinutes())))
                : Text.of("uptime.hours", Map.of("hours", down.toHours(), "minutes", (long) down.toMinutesPart()));
    }
}
