package dev.portico.portal.tenant.control;

import dev.portico.portal.tenant.entity.Tenant;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The tenants there are, read from the directory table and kept for a short while: every request asks.
 *
 * <p>Plain SQL: the directory is no tenant's content, and the persistence unit answers only for one tenant at a time.
 */
@ApplicationScoped
public class TenantDirectory {
    private static final Logger LOG = System.getLogger(TenantDirectory.class.getName());
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final String SELECT = "select id, staff, host, name, summary, default_language, languages, zone,"
            + " brand, brand_ink, max_file_bytes, max_files from tenant order by position, id";

    @Resource(lookup = "java:app/jdbc/portico")
    DataSource dataSource;

    private final Jsonb jsonb = JsonbBuilder.create();

    private record Snapshot(List<Tenant> tenants, Instant readAt) {}

    private volatile Snapshot snapshot = new Snapshot(List.of(), Instant.EPOCH);

    /** The tenants that customers know, in display order. */
    public List<Tenant> all() {
        return tenants().filter(tenant -> !tenant.staff()).toList();
    }

    public Optional<Tenant> byId(String id) {
        return tenants().filter(tenant -> tenant.id().equals(id)).findFirst();
    }

    public Optional<Tenant> byHost(String host) {
        return tenants()
                .filter(tenant -> tenant.host().filter(host::equalsIgnoreCase).isPresent())
                .findFirst();
    }

    private Stream<Tenant> tenants() {
        var current = snapshot;
        if (current.readAt().plus(FRESH).isBefore(Instant.now())) {
            current = new Snapshot(readOr(current.tenants()), Instant.now());
            snapshot = current;
        }
        return current.tenants().stream();
    }

    /** What was known stays so while the database is away: tenants keep their names and style on failure pages. */
    private List<Tenant> readOr(List<Tenant> known) {
        try {
            return read();
        } catch (IllegalStateException e) {
            if (known.isEmpty()) {
                throw e;
            }
            LOG.log(Level.WARNING, "The tenant directory is kept as it was", e);
            return known;
        }
    }

    private List<Tenant> read() {
        var found = new ArrayList<Tenant>();
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(SELECT);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(tenant(rows));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The tenant directory cannot be read", e);
        }
        return List.copyOf(found);
    }

    private Tenant tenant(ResultSet row) throws SQLException {
        return new Tenant(
                row.getString("id"),
                row.getBoolean("staff"),
                Optional.ofNullable(row.getString("host")),
                texts(row.getString("name")),
                texts(row.getString("summary")),
                Locale.forLanguageTag(row.getString("default_language")),
                Stream.of(row.getString("languages").split(",", -1))
                        .map(Locale::forLanguageTag)
                        .toList(),
                ZoneId.of(row.getString("zone")),
                row.getString("brand"),
                row.getString("brand_ink"),
                row.getLong("max_file_bytes"),
                row.getInt("max_files"));
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> texts(String json) {
        return Map.copyOf(jsonb.fromJson(json, Map.class));
    }
}
