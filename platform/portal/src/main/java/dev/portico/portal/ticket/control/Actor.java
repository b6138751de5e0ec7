package dev.portico.portal.ticket.control;

import dev.portico.plugin.manifest.Role;
import dev.portico.portal.ticket.entity.Author;
import dev.portico.portal.ticket.entity.Ticket;
import java.util.Locale;

/** Who acts on a ticket, and what of the tenant's tickets they may see. */
public record Actor(Role role, String subject, String name, String email, Locale language) {
    /** The engine itself. It has no name: whoever reads of it is told in their own language who it was. */
    public static final Actor SYSTEM = new Actor(Role.SYSTEM, "", "", "", Locale.ROOT);

    public boolean customer() {
        return role == Role.CUSTOMER;
    }

    /** A customer sees the tickets they requested; an agent, who was let into the tenant, sees all. */
    public boolean sees(Ticket ticket) {
        return !customer() || ticket.requestedBy(subject);
    }

    public Author author() {
        return new Author(role, subject, name);
    }
}
