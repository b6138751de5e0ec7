package dev.portico.portal.people.control;

import dev.portico.i18n.TextFolding;
import dev.portico.portal.account.control.AccountErased;
import dev.portico.portal.account.entity.Organization;
import dev.portico.portal.people.control.ImportRow.Outcome;
import dev.portico.portal.people.entity.PeopleImport;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.control.TenantEntities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files of people of the current tenant. Their rows are written and read in bulk, by plain SQL. */
@ApplicationScoped
public class ImportStore {
    private static final String COLUMNS = "line, outcome, given_name, family_name, email, organization, language, zone,"
            + " authorized, sees, manager, problems, subject";
    private static final String CLAIM = "select id from people_import where tenant_id = ? and state = 'RUNNING'"
            + " order by created_at limit 1 for no key update skip locked";

    @Inject
    TenantEntities entities;

    @Inject
    TenantContext tenants;

    public void add(PeopleImport added, List<ImportRow> rows) {
        entities.manager().persist(added);
        entities.manager().flush();
        var insert = "insert into people_import_row (tenant_id, import_id, " + COLUMNS
                + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        batch(insert, rows, (statement, row) -> insert(statement, added.id(), row));
    }

    private void insert(PreparedStatement statement, String importId, ImportRow row) throws SQLException {
        var values = new Object[] {
            tenant(),
            importId,
            row.line(),
            row.outcome().name(),
            row.givenName(),
            row.familyName(),
            row.email(),
            row.organization(),
            row.language(),
            row.zone(),
            row.authorized(),
            row.sees().orElse(null),
            row.manager(),
            StoredProblems.write(row.problems()),
            row.subject().orElse(null)
        };
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /** What has become of rows. */
    public void settle(String importId, List<ImportRow> rows) {
        var update = "update people_import_row set outcome = ?, problems = ?, subject = ?"
                + " where tenant_id = ? and import_id = ? and line = ?";
        batch(update, rows, (statement, row) -> {
            statement.setString(1, row.outcome().name());
            statement.setString(2, StoredProblems.write(row.problems()));
            statement.setString(3, row.subject().orElse(null));
            statement.setString(4, tenant());
            statement.setString(5, importId);
            statement.setLong(6, row.line());
        });
    }

    private interface Filling {
        void fill(PreparedStatement statement, ImportRow row) throws SQLException;
    }

    private void batch(String sql, List<ImportRow> rows, Filling filling) {
        try (var statement = connection().prepareStatement(sql)) {
            for (var row : rows) {
                filling.fill(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("The rows cannot be kept", e);
        }
    }

    public Optional<PeopleImport> find(String id) {
        return Optional.ofNullable(entities.manager().find(PeopleImport.class, id));
    }

    /** Waits for a portion that is being entered. */
    public Optional<PeopleImport> lock(String id) {
        return Optional.ofNullable(entities.manager().find(PeopleImport.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** One that runs and that no other node has in hand; it is the caller's until the commit. */
    public Optional<PeopleImport> claim() {
        return new ListStatement(CLAIM, tenant())
                .list(connection(), row -> row.getString(1)).stream()
                        .findFirst()
                        .flatMap(this::lock);
    }

    /** Newest first. */
    public List<PeopleImport> recent(int most) {
        return entities.manager()
                .createQuery("select i from PeopleImport i order by i.createdAt desc, i.id", PeopleImport.class)
                .setMaxResults(most)
                .getResultList();
    }

    /** With its rows. */
    public void remove(PeopleImport removed) {
        entities.manager().remove(removed);
    }

    /** With their rows, those from before. */
    public void remove(Set<PeopleImport.State> states, Instant before) {
        entities.manager()
                .createQuery("delete from PeopleImport i where i.state in :states and i.createdAt < :before")
                .setParameter("states", states)
                .setParameter("before", before)
                .executeUpdate();
    }

    /**
     * In the order of the file.
     *
     * @param after line
     */
    public List<ImportRow> rows(String importId, Collection<Outcome> outcomes, long after, int most) {
        var names = outcomes.stream().map(outcome -> "'" + outcome.name() + "'").collect(Collectors.joining(", "));
        return new ListStatement(
                        "select " + COLUMNS + " from people_import_row where tenant_id = ? and import_id = ?"
                                + " and line > ? and outcome in (" + names + ") order by line limit ?",
                        tenant(),
                        importId,
                        after,
                        most)
                .list(connection(), ImportStore::row);
    }

    private static ImportRow row(ResultSet row) throws SQLException {
        return new ImportRow(
                row.getLong("line"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("email"),
                row.getString("organization"),
                row.getString("language"),
                row.getString("zone"),
                row.getBoolean("authorized"),
                Optional.ofNullable((Boolean) row.getObject("sees")),
                row.getBoolean("manager"),
                StoredProblems.read(row.getString("problems")),
                Optional.ofNullable(row.getString("subject")));
    }

    /**
     * What has become of a row.
     *
     * @param troubled whether Keycloak could not be told of the account
     */
    public record Result(ImportRow row, boolean invited, boolean joined, boolean troubled) {}

    /**
     * In the order of the file.
     *
     * @param after line
     */
    public List<Result> results(String importId, long after, int most) {
        var columns = Stream.of(COLUMNS.split(","))
                .map(column -> "r." + column.strip())
                .collect(Collectors.joining(", "));
        return new ListStatement(
                        "select " + columns
                                + ", a.invited_at is not null as invited, a.joined_at is not null as joined,"
                                + " a.realm_problem is not null as troubled from people_import_row r left join account a"
                                + " on a.tenant_id = r.tenant_id and a.subject = r.subject where r.tenant_id = ?"
                                + " and r.import_id = ? and r.line > ? order by r.line limit ?",
                        tenant(),
                        importId,
                        after,
                        most)
                .list(
                        connection(),
                        row -> new Result(
                                row(row),
                                row.getBoolean("invited"),
                                row.getBoolean("joined"),
                                row.getBoolean("troubled")));
    }

    public Map<Outcome, Integer> counts(String importId) {
        var counts = new EnumMap<Outcome, Integer>(Outcome.class);
        new ListStatement(
                        "select outcome, count(*) as rows from people_import_row where tenant_id = ? and import_id = ?"
                                + " group by outcome",
                        tenant(),
                        importId)
                .list(connection(), row -> counts.put(Outcome.valueOf(row.getString(1)), row.getInt(2)));
        return counts;
    }

    /**
     * Organizations that a file has and the tenant has not.
     *
     * @param names of the first ones
     * @param more how many others there are
     */
    public record NewOrganizations(List<String> names, int more) {}

    /** @param most that are named */
    public NewOrganizations newOrganizations(String importId, int most) {
        var all = new AtomicInteger();
        var names = new ListStatement(
                        "select min(organization), count(*) over () from people_import_row where tenant_id = ?"
                                + " and import_id = ? and outcome = 'NEW_ORGANIZATION' group by lower(organization)"
                                + " order by 1 limit ?",
                        tenant(),
                        importId,
                        most)
                .list(connection(), row -> {
                    all.set(row.getInt(2));
                    return row.getString(1);
                });
        return new NewOrganizations(names, all.get() - names.size());
    }

    /** Whoever has an address: their account's key, and what the account says. */
    public record Holder(String subject, String name, String organizationId) {
        boolean is(PersonForm form) {
            return name.equals(form.givenName() + " " + form.familyName())
                    && organizationId.equals(form.organization());
        }
    }

    /** By address, in lower case. */
    public Map<String, Holder> holders(Collection<String> addresses) {
        var holders = new HashMap<String, Holder>();
        new ListStatement(
                        "select lower(email) as address, subject, name, coalesce(organization_id, '') as organization"
                                + " from account where tenant_id = ? and lower(email) = any (?)",
                        tenant(),
                        array(addresses))
                .list(
                        connection(),
                        row -> holders.putIfAbsent(
                                row.getString("address"),
                                new Holder(
                                        row.getString("subject"),
                                        row.getString("name"),
                                        row.getString("organization"))));
        return holders;
    }

    /** By their names, folded. */
    public Map<String, Organization> organizations(Collection<String> folded) {
        var ids = new ListStatement(
                        "select id from organization where tenant_id = ? and name_folded = any (?)",
                        tenant(),
                        array(folded))
                .list(connection(), row -> row.getString(1));
        var organizations = new HashMap<String, Organization>();
        ids.forEach(id -> Optional.ofNullable(entities.manager().find(Organization.class, id))
                .ifPresent(found -> organizations.putIfAbsent(TextFolding.fold(found.name()), found)));
        return organizations;
    }

    /** What became of the person's rows stays; who it was does not. */
    void forget(@Observes AccountErased person) {
        var update = "update people_import_row set given_name = '', family_name = '', email = '', problems = '[]'"
                + " where tenant_id = ? and (subject = ? or ? and lower(email) = ?)";
        try (var statement = connection().prepareStatement(update)) {
            statement.setString(1, tenant());
            statement.setString(2, person.subject());
            statement.setBoolean(3, person.emailVerified());
            statement.setString(4, person.email().toLowerCase(Locale.ROOT));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The rows cannot be blanked", e);
        }
    }

    private Array array(Collection<String> values) {
        try {
            return connection().createArrayOf("text", values.toArray());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String tenant() {
        return tenants.require().id();
    }

    private Connection connection() {
        return entities.manager().unwrap(Connection.class);
    }
}
