package dev.portico.portal.contact.boundary;

import dev.portico.portal.account.control.Membership;
import dev.portico.portal.audit.control.Audit;
import dev.portico.portal.audit.control.Change;
import dev.portico.portal.audit.entity.AuditAction;
import dev.portico.portal.contact.control.Colleague;
import dev.portico.portal.contact.control.ContactStore;
import dev.portico.portal.contact.control.DelegationStore;
import dev.portico.portal.contact.entity.Delegation;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Who acts in whose place, one transaction each. */
@ApplicationScoped
@Transactional
public class Delegations {
    /** Whoever is away for longer is to be moved or disabled. */
    static final int MOST_DAYS = 366;

    static final int MOST_COLLEAGUES = 500;

    @Inject
    DelegationStore store;

    @Inject
    ContactStore contacts;

    @Inject
    Audit audit;

    /**
     * How somebody stands with their colleagues.
     *
     * @param granted to whom they delegated theirs
     * @param received whose are delegated to them
     * @param people to choose from
     */
    public record Standing(List<Colleague> granted, List<Colleague> received, List<Contact> people) {}

    public Standing of(String subject, String organization) {
        var now = Instant.now();
        var people = contacts.people(organization, 0, MOST_COLLEAGUES).stream()
                .map(Contact::of)
                .filter(contact -> contact.enabled() && !contact.subject().equals(subject))
                .toList();
        return new Standing(
                store.delegates(subject, organization, now), store.delegators(subject, organization, now), people);
    }

    /**
     * The same colleague again moves the end.
     *
     * @param last the last day, where the person is
     * @throws PortalException where the person is no authorized contact, the colleague not of the organization, or the day not
     *     one of the next
     */
    public Colleague delegate(Membership person, String to, Optional<LocalDate> last) {
        if (!person.grants().authorized()) {
            throw PortalException.forbidden();
        }
        var from = person.subject();
        var organization = person.organization().orElseThrow(PortalException::notFound);
        var zone = person.preferences().zone();
        var colleague = contacts.take(organization, to)
                .filter(account -> account.enabled() && !to.equals(from))
                .orElseThrow(() -> PortalException.invalid(new FieldProblem("to", "contact.problem.to")));
        var now = Instant.now();
        var today = LocalDate.ofInstant(now, zone);
        var day = last.filter(chosen -> !chosen.isBefore(today) && !chosen.isAfter(today.plusDays(MOST_DAYS)))
                .orElseThrow(() -> PortalException.invalid(new FieldProblem("until", "contact.problem.until")));
        var until = day.plusDays(1).atStartOfDay(zone).toInstant();
        var before = store.find(from, to);
        before.ifPresentOrElse(kept -> kept.last(until), () -> store.add(new Delegation(from, to, until, now)));
        colleague.delegated(until);
        record(AuditAction.TICKETS_DELEGATED, to, JsonValue.NULL, Json.createValue(until.toString()));
        return new Colleague(to, colleague.name(), until);
    }

    /** What has ended already changes nothing. */
    public void end(String from, String to) {
        store.find(from, to).ifPresent(delegation -> {
            store.remove(delegation);
            record(
                    AuditAction.DELEGATION_ENDED,
                    to,
                    Json.createValue(delegation.until().toString()),
                    JsonValue.NULL);
        });
    }

    private void record(AuditAction action, String to, JsonValue from, JsonValue until) {
        audit.record(action, to, Optional.empty(), List.of(new Change("until", from, until)));
    }
}
