package dev.portico.portal.people.control;

import dev.portico.portal.account.entity.Account;
import dev.portico.portal.people.control.PeopleQuery.From;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.control.TenantEntities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The people of the current tenant. Lists are read along an index from the row where the page before ended, so the last
 * page costs no more than the first.
 */
@ApplicationScoped
public class PeopleStore {
    @Inject
    TenantEntities entities;

    @Inject
    TenantContext tenants;

    public Portion<PersonRow> portion(PeopleQuery query) {
        var anchor = anchor(query.from());
        var from = anchor.isPresent() ? query.from() : From.BEGINNING;
        var backwards = from.backwards();
        var list = where(
                "select " + PersonRow.COLUMNS + " from account a left join organization o on"
                        + " o.tenant_id = a.tenant_id and o.id = a.organization_id",
                query);
        anchor.ifPresent(folded -> list.add(
                " and (a.search_folded, a.subject) " + (backwards ? "<" : ">") + " (?, ?)", folded, from.id()));
        list.add(
                backwards
                        ? " order by a.search_folded desc, a.subject desc limit ?"
                        : " order by a.search_folded, a.subject limit ?",
                query.size() + 1);
        var rows = list.list(connection(), PersonRow::of);
        var count = where("select 1 from account a", query)
                .counted(Portion.MOST_COUNTED + 1)
                .list(connection(), row -> row.getInt(1))
                .get(0);
        return Portion.of(rows, query.size(), from, count);
    }

    private ListStatement where(String select, PeopleQuery query) {
        var list = new ListStatement(
                select + " where a.tenant_id = ? and a.erased_at is null",
                tenants.require().id());
        if (query.filter() != PeopleFilter.ALL) {
            list.add(" and " + query.filter().condition());
        }
        query.organization().ifPresent(id -> list.add(" and a.organization_id = ?", id));
        query.pattern().ifPresent(pattern -> list.add(" and a.search_folded like ?", pattern));
        return list;
    }

    /** By what the row is sorted; nothing where it is gone. */
    private Optional<String> anchor(From from) {
        return from.beginning()
                ? Optional.empty()
                : new ListStatement(
                                "select search_folded from account where tenant_id = ? and subject = ?",
                                tenants.require().id(),
                                from.id())
                        .list(connection(), row -> row.getString(1)).stream().findFirst();
    }

    /** Whoever has the address, regardless of case, and whether or not it is known to be theirs. */
    public List<Account> holders(String email) {
        return entities.manager()
                .createQuery(
                        "select a from Account a where lower(a.email) = :email order by a.enabled desc, a.subject",
                        Account.class)
                .setParameter("email", email.toLowerCase(Locale.ROOT))
                .getResultList();
    }

    private Connection connection() {
        return entities.manager().unwrap(Connection.class);
    }
}
