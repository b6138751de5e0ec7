package dev.portico.portal.contact.boundary;

import dev.portico.portal.account.control.AccountStore;
import dev.portico.portal.account.entity.Account.Grants;
import dev.portico.portal.account.entity.Organization;
import dev.portico.portal.account.entity.Organization.Agreement;
import dev.portico.portal.account.entity.Organization.Plan;
import dev.portico.portal.audit.control.Audit;
import dev.portico.portal.audit.control.Change;
import dev.portico.portal.audit.entity.AuditAction;
import dev.portico.portal.contact.control.ContactStore;
import dev.portico.portal.failure.PortalException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an organization's contact managers decide about its people, one transaction each. */
@ApplicationScoped
@Transactional
public class Contacts {
    @Inject
    ContactStore store;

    @Inject
    AccountStore accounts;

    @Inject
    Audit audit;

    /**
     * What somebody is to be allowed.
     *
     * @param seen what they were, when it was decided
     */
    public record Decision(String subject, Grants seen, Grants wanted) {
        boolean changes() {
            return !seen.equals(wanted);
        }
    }

    public List<Contact> people(String organization, int first, int most) {
        return store.people(organization, first, most).stream().map(Contact::of).toList();
    }

    /** What is agreed with the organization, where that is an enterprise. */
    public Optional<Agreement> enterprise(String organization) {
        return accounts.organization(organization)
                .map(Organization::agreement)
                .filter(agreement -> agreement.plan() == Plan.ENTERPRISE);
    }

    /**
     * All of it or nothing.
     *
     * @return how many people are allowed something else now
     * @throws PortalException not found, where one of them is not of the organization; a conflict where somebody decided
     *     otherwise meanwhile, or where nobody would be left to decide
     */
    public int decide(String organization, List<Decision> decisions) {
        store.lock(organization);
        var changed = decisions.stream().filter(Decision::changes).toList();
        changed.forEach(decision -> decide(organization, decision));
        store.flush();
        if (!changed.isEmpty() && store.managers(organization, 1).isEmpty()) {
            throw PortalException.conflict("contact.problem.last", Map.of());
        }
        return changed.size();
    }

    private void decide(String organization, Decision decision) {
        var account = store.take(organization, decision.subject()).orElseThrow(PortalException::notFound);
        if (!account.grants().equals(decision.seen())) {
            throw PortalException.conflict("contact.problem.changed", Map.of("name", account.name()));
        }
        account.grant(decision.wanted());
        audit.record(AuditAction.CONTACT_GRANTED, account.subject(), Optional.empty(), changes(decision));
    }

    private static List<Change> changes(Decision decision) {
        var seen = decision.seen();
        var wanted = decision.wanted();
        var changes = new ArrayList<Change>();
        add(changes, "authorized", seen.authorized(), wanted.authorized());
        add(changes, "seesOrganization", seen.seesOrganization(), wanted.seesOrganization());
        add(changes, "contactManager", seen.contactManager(), wanted.contactManager());
        return changes;
    }

    private static void add(List<Change> changes, String field, boolean from, boolean to) {
        if (from != to) {
            changes.add(new Change(field, value(from), value(to)));
        }
    }

    private static JsonValue value(boolean said) {
        return said ? JsonValue.TRUE : JsonValue.FALSE;
    }
}
