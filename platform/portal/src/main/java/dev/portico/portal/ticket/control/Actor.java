package dev.portico.portal.ticket.control;

import dev.portico.plugin.manifest.Role;
import dev.portico.portal.account.control.Membership;
import dev.portico.portal.account.entity.Account.Grants;
import dev.portico.portal.ticket.entity.Author;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Who acts on tickets; what that person may do with which is for {@link TicketAccess} to say. */
public record Actor(Role role, String subject, String name, String email, Locale language, Standing standing) {
    /** The engine itself. It has no name: whoever reads of it is told in their own language who it was. */
    public static final Actor SYSTEM = new Actor(Role.SYSTEM, "", "", "", Locale.ROOT);

    /**
     * What a customer is among those of their organization.
     *
     * @param organization id
     * @param delegatedUntil nobody's tickets are delegated to this person beyond then
     * @param takesPart whether this person may take part in another's ticket
     */
    public record Standing(
            Optional<String> organization, Grants grants, Optional<Instant> delegatedUntil, boolean takesPart) {
        /** Of whoever has no organization: they file for themselves. */
        public static final Standing ALONE =
                new Standing(Optional.empty(), new Grants(true, false, false), Optional.empty(), false);
    }

    public Actor(Role role, String subject, String name, String email, Locale language) {
        this(role, subject, name, email, language, Standing.ALONE);
    }

    /** Somebody of the tenant, logged in or not. */
    public static Actor of(Role role, Membership person) {
        return new Actor(
                role,
                person.subject(),
                person.name(),
                person.email(),
                person.preferences().language(),
                new Standing(person.organization(), person.grants(), person.delegatedUntil(), person.takesPart()));
    }

    public boolean customer() {
        return role == Role.CUSTOMER;
    }

    public Optional<String> organization() {
        return standing.organization();
    }

    public Author author() {
        return new Author(role, subject, name);
    }
}
