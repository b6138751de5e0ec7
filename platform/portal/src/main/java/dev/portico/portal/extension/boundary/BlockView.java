package dev.portico.portal.extension.boundary;

import dev.portico.portal.plugin.control.ToneStyle;
import java.util.List;

/** A block as the page writes it: each kind has its part in {@code /pages/extension/page.xhtml}. */
public sealed interface BlockView permits BlockView.Plain, BlockView.Data, FormView {
    /** What the page knows it by. */
    default String kind() {
        return getClass().getSimpleName();
    }

    /** Of words and links. */
    sealed interface Plain extends BlockView {}

    /** Of things, days and moments. */
    sealed interface Data extends BlockView {}

    /** Running text. */
    record Paragraphs(List<Phrase> texts) implements Plain {}

    /** What is not to be missed. */
    record Callout(ToneStyle tone, Phrase title, List<Phrase> texts, List<LinkView> links) implements Plain {}

    /** That nothing is here yet. */
    record Blank(Phrase title, List<Phrase> texts, List<LinkView> links) implements Plain {}

    /** Links as buttons. */
    record Buttons(List<LinkView> links) implements Plain {}

    /** The way through a list; an address is empty where there is no more. */
    record Pager(String previous, String next) implements Plain {}

    /** The way to another site. */
    record Departure(String href, int seconds, Phrase go) implements Plain {
        public boolean timed() {
            return seconds > 0;
        }
    }

    /** Names and values. */
    record Facts(List<Fact> facts) implements Data {}

    /** One of {@link Facts}. */
    record Fact(Phrase name, Phrase value) {}

    /** Things and their states. */
    record States(List<State> states) implements Data {}

    /**
     * One of {@link States}.
     *
     * @param href empty where it has no page
     */
    record State(Phrase name, String href, Phrase detail, ToneStyle tone, Phrase state) {}

    /** What happened. */
    record Timeline(List<Event> events) implements Data {}

    /**
     * One of a {@link Timeline}.
     *
     * @param moment as programs read it
     * @param at in the reader's zone and format
     * @param links one or none
     */
    record Event(String moment, String at, ToneStyle tone, Phrase label, List<LinkView> links, List<Phrase> texts) {}

    /** Rows and columns. */
    record Table(Phrase caption, List<Phrase> columns, List<List<Cell>> rows) implements Data {}

    /**
     * One of a {@link Table}.
     *
     * @param column what it belongs to
     * @param href empty where it leads nowhere
     * @param css class of a badge's tone; empty where it is none
     * @param icon of the badge
     */
    record Cell(String column, Phrase text, String href, String css, String icon) {
        public boolean badge() {
            return !css.isEmpty();
        }

        public boolean linked() {
            return !href.isEmpty();
        }
    }

    /** Days in a row. */
    record Days(Phrase name, Phrase summary, List<Day> days) implements Data {
        public String first() {
            return days.isEmpty() ? "" : days.get(0).date();
        }

        public String last() {
            return days.isEmpty() ? "" : days.get(days.size() - 1).date();
        }
    }

    /**
     * One of {@link Days}.
     *
     * @param day as programs read it
     * @param date as the reader writes it
     */
    record Day(String day, String date, ToneStyle tone, Phrase text) {}
}
