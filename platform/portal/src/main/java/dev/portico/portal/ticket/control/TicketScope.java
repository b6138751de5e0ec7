package dev.portico.portal.ticket.control;

import java.util.Optional;

/**
 * Whose tickets a list shows.
 *
 * @param id as an address names it
 * @param name of the person in whose place one acts; empty for the others
 * @param requester only this subject's
 * @param participant only those in which this subject takes part
 * @param organization only this organization's
 */
public record TicketScope(
        Kind kind,
        String id,
        String name,
        Optional<String> requester,
        Optional<String> participant,
        Optional<String> organization) {
    /** What makes somebody see tickets. */
    public enum Kind {
        MINE,
        ORGANIZATION,
        DELEGATED,
        TAKING_PART
    }

    static TicketScope mine(String subject) {
        return new TicketScope(Kind.MINE, "mine", "", Optional.of(subject), Optional.empty(), Optional.empty());
    }

    static TicketScope ofOrganization(String organization) {
        return new TicketScope(
                Kind.ORGANIZATION, "organization", "", Optional.empty(), Optional.empty(), Optional.of(organization));
    }

    /** In somebody's place: what they filed for the organization that both belong to. */
    static TicketScope delegated(String from, String name, String organization) {
        return new TicketScope(
                Kind.DELEGATED, from, name, Optional.of(from), Optional.empty(), Optional.of(organization));
    }

    static TicketScope takingPart(String subject) {
        return new TicketScope(
                Kind.TAKING_PART, "taking-part", "", Optional.empty(), Optional.of(subject), Optional.empty());
    }
}
