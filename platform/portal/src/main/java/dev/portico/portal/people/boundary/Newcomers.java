package dev.portico.portal.people.boundary;

import dev.portico.i18n.LocaleNegotiation;
import dev.portico.portal.account.control.AccountDue;
import dev.portico.portal.account.control.AccountStore;
import dev.portico.portal.account.entity.Account;
import dev.portico.portal.account.entity.Account.Notifications;
import dev.portico.portal.account.entity.Organization;
import dev.portico.portal.audit.control.Audit;
import dev.portico.portal.audit.entity.AuditAction;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.people.control.ImportRow;
import dev.portico.portal.people.control.ImportRow.Outcome;
import dev.portico.portal.people.control.ImportStore;
import dev.portico.portal.people.control.OrganizationForm;
import dev.portico.portal.people.control.OrganizationStore;
import dev.portico.portal.people.control.RowRules;
import dev.portico.portal.people.control.Shown;
import dev.portico.portal.people.entity.PeopleImport;
import dev.portico.portal.tenant.control.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Enters the rows of imports. The accounts of a portion and the mark that each row has become one stand in one
 * transaction, so that whenever the portal is killed nobody is entered twice and nobody left out.
 */
@ApplicationScoped
@Transactional
public class Newcomers {
    private static final List<Outcome> OPEN = List.of(Outcome.NEW, Outcome.NEW_ORGANIZATION);

    @Inject
    ImportStore store;

    @Inject
    OrganizationStore organizations;

    @Inject
    AccountStore accounts;

    @Inject
    TenantContext tenants;

    @Inject
    Audit audit;

    @Inject
    Event<AccountDue> due;

    private final LocaleNegotiation negotiation = new LocaleNegotiation();

    /**
     * Enters the next rows of an import that nobody else has in hand.
     *
     * @return false where there is none
     */
    public boolean enterPortion(int most) {
        var claimed = store.claim();
        claimed.ifPresent(running -> {
            var rows = store.rows(running.id(), OPEN, 0, most);
            if (rows.isEmpty()) {
                running.finish();
            } else {
                store.settle(running.id(), entered(running, rows));
                running.passed(rows.size());
                due.fire(new AccountDue(tenants.require().id()));
            }
        });
        return claimed.isPresent();
    }

    /** Leaves out the next row, which cannot be entered for a reason that nobody foresaw. */
    public void refuseNext() {
        store.claim().ifPresent(running -> {
            var rows = store.rows(running.id(), OPEN, 0, 1);
            store.settle(
                    running.id(),
                    rows.stream()
                            .map(row -> refused(row, "", "people.import.problem.unexpected"))
                            .toList());
            running.passed(rows.size());
        });
    }

    private List<ImportRow> entered(PeopleImport running, List<ImportRow> rows) {
        var addresses = new HashSet<String>();
        var names = new HashSet<String>();
        rows.forEach(row -> {
            addresses.add(RowRules.address(row));
            names.add(RowRules.organization(row));
        });
        // In one order, lest two imports wait for each other.
        addresses.stream().sorted().forEach(accounts::lockAddress);
        organizations.serialize();
        var known = new HashMap<>(store.organizations(names));
        if (running.newOrganizations()) {
            rows.stream()
                    .filter(row -> !row.organization().isEmpty())
                    .forEach(row -> known.computeIfAbsent(RowRules.organization(row), name -> make(row)));
        }
        var rules = new RowRules(tenants.require().languages(), known, store.holders(addresses));
        var settled = new ArrayList<ImportRow>();
        for (var row : rules.check(rows)) {
            settled.add(
                    switch (row.outcome()) {
                        case NEW -> row.with(Outcome.CREATED, List.of(), Optional.of(enter(rules, row)));
                        case NEW_ORGANIZATION -> refused(row, "organization", "people.import.problem.organization");
                        case KNOWN, DIFFERENT, PROBLEM, CREATED -> row;
                    });
        }
        return settled;
    }

    private Organization make(ImportRow row) {
        var organization = new Organization(UUID.randomUUID().toString(), row.organization(), Instant.now());
        accounts.add(organization);
        audit.record(
                AuditAction.ORGANIZATION_CREATED,
                organization.id(),
                Optional.empty(),
                Shown.changes(
                        Map.of(), OrganizationForm.of(organization, List.of()).fields()));
        return organization;
    }

    private String enter(RowRules rules, ImportRow row) {
        var checked = rules.checked(row);
        var format = negotiation.formatLocale("", checked.language());
        var account = Account.provisioned(
                UUID.randomUUID().toString(),
                checked.profile(false),
                rules.form(row).grants(),
                checked.preferences(format, Notifications.ALL),
                Instant.now());
        accounts.add(account);
        return account.subject();
    }

    private static ImportRow refused(ImportRow row, String field, String key) {
        return row.with(Outcome.PROBLEM, List.of(new FieldProblem(field, key)), Optional.empty());
    }
}
