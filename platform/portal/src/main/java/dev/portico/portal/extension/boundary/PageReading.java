package dev.portico.portal.extension.boundary;

import dev.portico.plugin.text.Text;
import dev.portico.plugin.web.Address;
import dev.portico.plugin.web.Block;
import dev.portico.plugin.web.Link;
import dev.portico.plugin.web.Page;
import dev.portico.portal.extension.boundary.PageView.SectionView;
import dev.portico.portal.extension.control.PageSize;
import dev.portico.portal.extension.control.RedirectHosts;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.Reader;
import dev.portico.portal.plugin.control.PluginTexts;
import dev.portico.portal.plugin.control.ToneStyle;
import dev.portico.portal.web.Addresses;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads a plugin's page for one reader: its texts become words, its addresses links, its moments dates. It is read as a
 * whole, so that one that is too large, or in which something is missing, fails here and not half way to the browser.
 *
 * @param size of what has been read
 */
record PageReading(PluginTexts texts, Reader reader, Addresses addresses, RedirectHosts hosts, PageSize size) {
    private static final int LEAST_SECONDS = 3;
    private static final int MOST_SECONDS = 60;

    /** @throws RuntimeException if it cannot be shown */
    PageView read(Page page) {
        var sections = IntStream.range(0, size.parts(page.sections()).size())
                .mapToObj(i -> {
                    var section = page.sections().get(i);
                    return new SectionView("part-" + i, optional(section.heading()), blocks(section.blocks()));
                })
                .toList();
        return new PageView(
                phrase(page.title()),
                optional(page.lead()),
                links(page.up().stream().toList()),
                links(page.actions()),
                sections,
                FormReading.problems(sections));
    }

    private List<BlockView> blocks(List<Block> blocks) {
        return size.blocks(blocks).stream().map(this::block).toList();
    }

    private BlockView block(Block block) {
        if (block instanceof Block.Form form) {
            return new FormReading(this).read(form);
        }
        return data(block).orElseGet(() -> plain(block));
    }

    private BlockView plain(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return new BlockView.Paragraphs(paragraphs(paragraph.text()));
        } else if (block instanceof Block.Callout callout) {
            return new BlockView.Callout(
                    ToneStyle.of(callout.tone()),
                    phrase(callout.title()),
                    paragraphs(callout.text()),
                    links(callout.links()));
        } else if (block instanceof Block.Blank blank) {
            return new BlockView.Blank(phrase(blank.title()), paragraphs(blank.text()), links(blank.links()));
        } else if (block instanceof Block.Buttons buttons) {
            return new BlockView.Buttons(links(buttons.links()));
        } else if (block instanceof Block.Pager pager) {
            return new BlockView.Pager(href(pager.previous()), href(pager.next()));
        }
        return departure((Block.Departure) block);
    }

    private Optional<BlockView> data(Block block) {
        if (block instanceof Block.Facts facts) {
            return Optional.of(new BlockView.Facts(size.parts(facts.facts()).stream()
                    .map(fact -> new BlockView.Fact(phrase(fact.name()), phrase(fact.value())))
                    .toList()));
        } else if (block instanceof Block.States states) {
            return Optional.of(new BlockView.States(
                    size.parts(states.states()).stream().map(this::state).toList()));
        } else if (block instanceof Block.Timeline timeline) {
            return Optional.of(new BlockView.Timeline(
                    size.parts(timeline.events()).stream().map(this::event).toList()));
        } else if (block instanceof Block.Table table) {
            return Optional.of(table(table));
        } else if (block instanceof Block.Days days) {
            return Optional.of(new BlockView.Days(
                    phrase(days.name()),
                    phrase(days.summary()),
                    size.parts(days.days()).stream().map(this::day).toList()));
        }
        return Optional.empty();
    }

    private BlockView.State state(Block.State state) {
        return new BlockView.State(
                phrase(state.name()),
                href(state.link()),
                optional(state.detail()),
                ToneStyle.of(state.tone()),
                phrase(state.state()));
    }

    private BlockView.Event event(Block.Event event) {
        return new BlockView.Event(
                event.at().toString(),
                reader.formats().dateTime(event.at()),
                ToneStyle.of(event.tone()),
                phrase(event.label()),
                links(event.link().stream().toList()),
                paragraphs(event.text()));
    }

    private BlockView.Day day(Block.Day day) {
        return new BlockView.Day(
                day.day().toString(), reader.formats().date(day.day()), ToneStyle.of(day.tone()), phrase(day.text()));
    }

    private BlockView.Table table(Block.Table table) {
        var columns = size.parts(table.columns()).stream().map(this::phrase).toList();
        var rows = size.parts(table.rows()).stream()
                .map(row -> cells(columns, row))
                .toList();
        return new BlockView.Table(phrase(table.caption()), columns, rows);
    }

    private List<BlockView.Cell> cells(List<Phrase> columns, Block.Row row) {
        var cells = new ArrayList<BlockView.Cell>();
        for (int i = 0; i < Math.min(columns.size(), size.parts(row.cells()).size()); i++) {
            var cell = row.cells().get(i);
            var tone = cell.tone().map(ToneStyle::of);
            cells.add(new BlockView.Cell(
                    columns.get(i).text(),
                    phrase(cell.text()),
                    href(cell.link()),
                    tone.map(ToneStyle::css).orElse(""),
                    tone.map(ToneStyle::icon).orElse("")));
        }
        return List.copyOf(cells);
    }

    /** @throws PortalException where the tenant's administrator does not let anybody be sent there */
    private BlockView departure(Block.Departure departure) {
        var href = hosts.allowed(departure.to()).orElseThrow(() -> ExtensionServlet.refused(departure.to()));
        var seconds =
                departure.seconds() <= 0 ? 0 : Math.max(LEAST_SECONDS, Math.min(MOST_SECONDS, departure.seconds()));
        return new BlockView.Departure(size.text(href), seconds, phrase(departure.go()));
    }

    List<LinkView> links(List<Link> links) {
        return size.parts(links).stream()
                .map(link -> new LinkView(phrase(link.label()), href(Optional.of(link.to()))))
                .filter(link -> !link.href().isEmpty())
                .toList();
    }

    private String href(Optional<Address> to) {
        return to.map(addresses::href).map(size::text).orElse("");
    }

    Phrase optional(Optional<Text> text) {
        return text.map(this::phrase).orElse(Phrase.NONE);
    }

    Phrase phrase(Text text) {
        return new Phrase(
                size.text(texts.text(text)),
                texts.foreign(text).map(Locale::toLanguageTag).orElse(null));
    }

    private List<Phrase> paragraphs(Text text) {
        var whole = phrase(text);
        return Stream.of(whole.text().split("\\R\\s*\\R", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> new Phrase(part, whole.lang()))
                .toList();
    }
}
