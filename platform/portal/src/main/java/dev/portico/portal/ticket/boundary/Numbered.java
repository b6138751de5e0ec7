package dev.portico.portal.ticket.boundary;

import dev.portico.portal.language.Reader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.ticket.entity.Ticket;
import java.util.Map;
import java.util.Optional;

/**
 * A ticket that has the number that somebody looks for, or had it where it came from.
 *
 * @param former the number that it had, where that is the one
 */
public record Numbered(long number, Optional<Long> former, String subject) {
    static Numbered of(Ticket ticket, long wanted) {
        var former = ticket.number() == wanted ? Optional.<Long>empty() : Optional.of(wanted);
        return new Numbered(ticket.number(), former, ticket.subject());
    }

    Link link(String href, Reader reader, Texts texts) {
        var here = Long.toString(number);
        var text = former.map(before -> texts.text(
                        reader,
                        "ticket.list.renumbered",
                        Map.of("former", Long.toString(before), "number", here, "subject", subject)))
                .orElseGet(
                        () -> texts.text(reader, "ticket.list.numbered", Map.of("number", here, "subject", subject)));
        return new Link(href, text);
    }

    /** The way to it. */
    public record Link(String href, String text) {}
}
