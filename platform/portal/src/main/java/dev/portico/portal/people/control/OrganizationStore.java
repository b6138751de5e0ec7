package dev.portico.portal.people.control;

import dev.portico.i18n.TextFolding;
import dev.portico.portal.account.entity.Organization;
import dev.portico.portal.account.entity.Organization.Plan;
import dev.portico.portal.account.entity.OrganizationDomain;
import dev.portico.portal.people.control.PeopleQuery.From;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.control.TenantEntities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;

/** The organizations of the current tenant, with the domains of their people's addresses. */
@ApplicationScoped
public class OrganizationStore {
    @Inject
    TenantEntities entities;

    @Inject
    TenantContext tenants;

    /**
     * An organization in a list.
     *
     * @param people up to {@link Portion#MOST_COUNTED} and one
     */
    public record Row(String id, String name, Plan plan, int people) {}

    public Portion<Row> portion(String keyword, From wanted, int size) {
        var anchor = find(wanted.id()).map(organization -> TextFolding.fold(organization.name()));
        var from = anchor.isPresent() ? wanted : From.BEGINNING;
        var order = from.backwards() ? " order by o.name_folded desc, o.id desc" : " order by o.name_folded, o.id";
        var list = where(
                "select o.id, o.name, o.plan, (select count(*) from (select 1 from account a where"
                        + " a.tenant_id = o.tenant_id and a.organization_id = o.id limit "
                        + (Portion.MOST_COUNTED + 1) + ") as person) as people from organization o",
                keyword);
        anchor.ifPresent(folded -> list.add(
                " and (o.name_folded, o.id) " + (from.backwards() ? "<" : ">") + " (?, ?)", folded, from.id()));
        var rows = list.add(order + " limit ?", size + 1)
                .list(
                        connection(),
                        row -> new Row(
                                row.getString("id"),
                                row.getString("name"),
                                Plan.valueOf(row.getString("plan")),
                                row.getInt("people")));
        var count = where("select 1 from organization o", keyword)
                .counted(Portion.MOST_COUNTED + 1)
                .list(connection(), row -> row.getInt(1))
                .get(0);
        return Portion.of(rows, size, from, count);
    }

    private ListStatement where(String select, String keyword) {
        var list = new ListStatement(
                select + " where o.tenant_id = ?", tenants.require().id());
        PeopleQuery.pattern(keyword).ifPresent(pattern -> list.add(" and o.name_folded like ?", pattern));
        return list;
    }

    /** An organization to choose. */
    public record Choice(String id, String name) {}

    /** By name. */
    public List<Choice> choices(int most) {
        return new ListStatement(
                        "select id, name from organization where tenant_id = ? order by name_folded, id limit ?",
                        tenants.require().id(),
                        most)
                .list(connection(), row -> new Choice(row.getString("id"), row.getString("name")));
    }

    public Optional<Organization> find(String id) {
        return Optional.ofNullable(entities.manager().find(Organization.class, id));
    }

    /** To be changed: whoever else does waits. */
    public Optional<Organization> lock(String id) {
        return Optional.ofNullable(entities.manager().find(Organization.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Those who give organizations names and domains come one after the other. */
    public void serialize() {
        entities.lock("organizations");
    }

    /** Those of that name, regardless of case and accents. */
    public List<Organization> named(String name) {
        return entities.manager()
                .createQuery(
                        "select o from Organization o where o.nameFolded = :name order by o.id", Organization.class)
                .setParameter("name", TextFolding.fold(name))
                .getResultList();
    }

    public Optional<OrganizationDomain> domain(String domain) {
        return Optional.ofNullable(entities.manager().find(OrganizationDomain.class, domain));
    }

    /** In alphabetical order. */
    public List<String> domains(String organization) {
        return entities.manager()
                .createQuery(
                        "select d.domain from OrganizationDomain d where d.organizationId = :organization"
                                + " order by d.domain",
                        String.class)
                .setParameter("organization", organization)
                .getResultList();
    }

    /** No one else has one of them. */
    public void replaceDomains(String organization, List<String> domains) {
        var manager = entities.manager();
        var before = domains(organization);
        before.stream()
                .filter(domain -> !domains.contains(domain))
                .forEach(domain -> manager.remove(manager.find(OrganizationDomain.class, domain)));
        domains.stream()
                .filter(domain -> !before.contains(domain))
                .forEach(domain -> manager.persist(new OrganizationDomain(domain, organization)));
    }

    private Connection connection() {
        return entities.manager().unwrap(Connection.class);
    }
}
