package dev.portico.portal.ticket.control;

import dev.portico.portal.account.control.AccountStore;
import dev.portico.portal.account.entity.Account;
import dev.portico.portal.account.entity.Organization;
import dev.portico.portal.account.entity.Organization.Agreement;
import dev.portico.portal.account.entity.Organization.Plan;
import dev.portico.portal.contact.control.ContactStore;
import dev.portico.portal.contact.control.DelegationStore;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.ticket.entity.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who sees which tickets, and what they may do with them (B10): one answer for pages, REST and mails, so it asks for no
 * request but for an actor.
 *
 * <p>Agents, who were let into the tenant, see all. A customer sees their own tickets; those of the organization, where they
 * are granted that; those of colleagues of the same organization who delegated theirs, until that ends: whoever moves to
 * another organization takes it along, and whoever is disabled does not, since that is what it is for; and single ones in
 * which they were let take part. Whoever is no authorized contact of their organization reads what they see, files nothing
 * and answers nothing.
 */
@ApplicationScoped
public class TicketAccess {
    private static final int MOST_NAMED = 5;

    @Inject
    TicketStore tickets;

    @Inject
    DelegationStore delegations;

    @Inject
    ParticipantStore participants;

    @Inject
    ContactStore contacts;

    @Inject
    AccountStore accounts;

    public boolean sees(Actor actor, Ticket ticket) {
        return !actor.customer()
                || ticket.requestedBy(actor.subject())
                || isInPlace(actor, ticket)
                || actor.standing().takesPart() && participants.takesPart(ticket, actor.subject());
    }

    private boolean isInPlace(Actor actor, Ticket ticket) {
        return isOfColleagues(actor, ticket)
                && (actor.standing().grants().seesOrganization() || isDelegated(actor, ticket));
    }

    /** Comments, attaches files, moves and closes. */
    public boolean answers(Actor actor, Ticket ticket) {
        return files(actor) && sees(actor, ticket);
    }

    /** Decides who else takes part: not who only takes part. */
    public boolean involves(Actor actor, Ticket ticket) {
        return files(actor) && (!actor.customer() || ticket.requestedBy(actor.subject()) || isInPlace(actor, ticket));
    }

    /** Whether it is for the actor to say that this person takes part: a customer decides about colleagues. */
    public boolean mayInvolve(Actor actor, Account person) {
        return !actor.customer()
                || actor.organization().isPresent() && person.organizationId().equals(actor.organization());
    }

    /** Files tickets of their own. */
    public boolean files(Actor actor) {
        return !actor.customer() || actor.standing().grants().authorized();
    }

    /** People of enterprise organizations escalate what they answer (B11), in whosever place. */
    public boolean escalates(Actor actor, Ticket ticket) {
        return actor.customer()
                && answers(actor, ticket)
                && isOfColleagues(actor, ticket)
                && enterprise(actor).isPresent();
    }

    /** What is agreed with the actor's organization, where that is an enterprise. */
    public Optional<Agreement> enterprise(Actor actor) {
        return actor.organization()
                .filter(organization -> actor.customer())
                .flatMap(accounts::organization)
                .map(Organization::agreement)
                .filter(agreement -> agreement.plan() == Plan.ENTERPRISE);
    }

    /** @throws PortalException as for an absent ticket, where the actor does not see this one */
    public Ticket find(Actor actor, long number) {
        return requireSeen(actor, tickets.find(number));
    }

    /** @throws PortalException as for an absent ticket, where the actor does not see this one */
    Ticket requireSeen(Actor actor, Optional<Ticket> ticket) {
        return ticket.filter(found -> sees(actor, found)).orElseThrow(PortalException::notFound);
    }

    /** @throws PortalException where the actor is no authorized contact */
    public void requireAuthorized(Actor actor) {
        if (!files(actor)) {
            throw unauthorized(managers(actor));
        }
    }

    private static PortalException unauthorized(List<String> managers) {
        return managers.isEmpty()
                ? PortalException.forbidden("ticket.problem.unauthorized.alone", Map.of())
                : PortalException.forbidden("ticket.problem.unauthorized", Map.of("managers", managers));
    }

    /** Who could authorize the actor; nobody where only the tenant's own people can. */
    private List<String> managers(Actor actor) {
        return actor
                .organization()
                .map(organization -> contacts.managers(organization, MOST_NAMED))
                .orElse(List.of())
                .stream()
                .map(Account::name)
                .toList();
    }

    /** What a customer can look at, their own first. */
    public List<TicketScope> scopes(Actor actor) {
        var scopes = new ArrayList<TicketScope>();
        scopes.add(TicketScope.mine(actor.subject()));
        actor.organization().ifPresent(organization -> {
            if (actor.standing().grants().seesOrganization()) {
                scopes.add(TicketScope.ofOrganization(organization));
            }
            if (mayBeDelegate(actor)) {
                delegations.delegators(actor.subject(), organization, Instant.now()).stream()
                        .map(from -> TicketScope.delegated(from.subject(), from.name(), organization))
                        .forEach(scopes::add);
            }
        });
        if (actor.standing().takesPart()) {
            scopes.add(TicketScope.takingPart(actor.subject()));
        }
        return scopes;
    }

    private static boolean isOfColleagues(Actor actor, Ticket ticket) {
        return actor.organization().isPresent() && ticket.organizationId().equals(actor.organization());
    }

    private boolean isDelegated(Actor actor, Ticket ticket) {
        return mayBeDelegate(actor)
                && actor.organization()
                        .filter(organization -> delegations.delegated(
                                ticket.requesterSubject(), actor.subject(), organization, Instant.now()))
                        .isPresent();
    }

    /** Most are nobody's delegate, and it takes no statement to know. */
    private static boolean mayBeDelegate(Actor actor) {
        return actor.standing().delegatedUntil().filter(Instant.now()::isBefore).isPresent();
    }
}
