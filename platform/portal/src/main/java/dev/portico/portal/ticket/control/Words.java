package dev.portico.portal.ticket.control;

import java.util.Optional;

/**
 * What somebody writes into a ticket.
 *
 * @param submissionKey the same key makes one entry, however often it is sent
 * @param draftForm the draft that these words came from, and that is done with
 */
public record Words(String text, Optional<String> submissionKey, Optional<String> draftForm) {
    public static Words of(String text) {
        return new Words(text, Optional.empty(), Optional.empty());
    }
}
