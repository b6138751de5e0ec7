package dev.portico.portal.people.boundary;

import dev.portico.portal.account.entity.Organization.Plan;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.people.control.OrganizationStore;
import dev.portico.portal.people.control.PeopleQuery.From;
import dev.portico.portal.people.control.Portion;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.web.Links;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The organizations of a tenant, with how many people each has. All of its state is in the address. */
@Named
@RequestScoped
public class OrganizationListPage {
    private static final int SIZE = 50;

    @Inject
    Organizations organizations;

    @Inject
    LastProgramme last;

    @Inject
    TenantContext tenants;

    @Inject
    CurrentReader reader;

    @Inject
    HttpServletRequest request;

    @Inject
    Links links;

    @SuppressWarnings("NullAway.Init")
    private PeopleAddress address;

    @SuppressWarnings("NullAway.Init")
    private Portion<OrganizationStore.Row> portion;

    /**
     * An organization.
     *
     * @param count of its people, as far as they are counted
     * @param all whether there are no more than that
     */
    public record Row(String href, String name, boolean enterprise, String people, int count, boolean all) {}

    @PostConstruct
    void load() {
        last.keep(tenantId());
        address = PeopleAddress.of(links.staffOrganizations(tenantId()), request);
        portion = organizations.portion(address.keyword(), address.from(), SIZE);
    }

    public List<Row> rows() {
        return portion.rows().stream().map(this::row).toList();
    }

    private Row row(OrganizationStore.Row row) {
        return new Row(
                links.staffOrganization(tenantId(), row.id()),
                row.name(),
                row.plan() == Plan.ENTERPRISE,
                links.staffPeople(tenantId(), row.id()),
                Math.min(row.people(), Portion.MOST_COUNTED),
                row.people() <= Portion.MOST_COUNTED);
    }

    public String tenantId() {
        return tenants.require().id();
    }

    public String tenantName() {
        return tenants.require().name(reader.get().ui());
    }

    public String keyword() {
        return address.keyword();
    }

    public boolean counted() {
        return portion.counted();
    }

    public int count() {
        return Math.min(portion.count(), Portion.MOST_COUNTED);
    }

    /** Address of the page before; empty on the first one. */
    public String previous() {
        return portion.before() && !portion.rows().isEmpty()
                ? address.from(new From(portion.rows().get(0).id(), true))
                : "";
    }

    /** Address of the page after; empty on the last one. */
    public String next() {
        var rows = portion.rows();
        return portion.after() && !rows.isEmpty()
                ? address.from(new From(rows.get(rows.size() - 1).id(), false))
                : "";
    }
}
