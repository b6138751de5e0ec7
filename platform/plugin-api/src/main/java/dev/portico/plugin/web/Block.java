package dev.portico.plugin.web;

import dev.portico.plugin.manifest.Tone;
import dev.portico.plugin.text.Text;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a section is made of. */
public sealed interface Block {
    /** Running text; a blank line parts paragraphs. */
    record Paragraph(Text text) implements Block {}

    /** What is not to be missed. */
    record Callout(Tone tone, Text title, Text text, List<Link> links) implements Block {
        public Callout {
            links = List.copyOf(links);
        }
    }

    /** Nothing is here yet: why, and what to do. */
    record Blank(Text title, Text text, List<Link> links) implements Block {
        public Blank {
            links = List.copyOf(links);
        }
    }

    /** Names and values. */
    record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** One of {@link Facts}. */
    record Fact(Text name, Text value) {}

    /** Things and the state that each of them is in. */
    record States(List<State> states) implements Block {
        public States {
            states = List.copyOf(states);
        }
    }

    /** One of {@link States}: what it is, and how it is. */
    record State(Text name, Optional<Address> link, Optional<Text> detail, Tone tone, Text state) {}

    /** What happened, in the order given. */
    record Timeline(List<Event> events) implements Block {
        public Timeline {
            events = List.copyOf(events);
        }
    }

    /** One of a {@link Timeline}. */
    record Event(Instant at, Tone tone, Text label, Optional<Link> link, Text text) {}

    /**
     * Rows and columns.
     *
     * @param caption for those who cannot see it
     */
    record Table(Text caption, List<Text> columns, List<Row> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /** One of a {@link Table}, with a cell for each column. */
    record Row(List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** One of a {@link Row}; with a tone it is shown as a badge. */
    record Cell(Text text, Optional<Address> link, Optional<Tone> tone) {
        public static Cell of(Text text) {
            return new Cell(text, Optional.empty(), Optional.empty());
        }
    }

    /**
     * Days in a row, as a picture with a table beneath.
     *
     * @param summary in one line: “99.98 % in 90 days”
     */
    record Days(Text name, Text summary, List<Day> days) implements Block {
        public Days {
            days = List.copyOf(days);
        }
    }

    /** One of {@link Days}. */
    record Day(LocalDate day, Tone tone, Text text) {}

    /** Links, as buttons. */
    record Buttons(List<Link> links) implements Block {
        public Buttons {
            links = List.copyOf(links);
        }
    }

    /** The way through a long list. */
    record Pager(Optional<Address> previous, Optional<Address> next) implements Block {}

    /**
     * A form, which is posted to the address of the page that it is on.
     *
     * @param id unique on the page; comes back as the field {@code form}
     * @param danger whether what it does cannot be taken back: it is asked once more
     */
    record Form(String id, List<Input> inputs, Text submit, boolean danger) implements Block {
        public Form {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * Takes the visitor to another site after a while, unless stopped. The portal refuses a host that the tenant's
     * administrator has not allowed, see {@link dev.portico.plugin.manifest.PluginManifest#redirectHosts()}.
     *
     * @param seconds 3 to 60; 0: only when asked to
     * @param go words of the link that leads there at once
     */
    record Departure(URI to, int seconds, Text go) implements Block {}
}
