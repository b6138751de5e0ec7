package dev.portico.portal.tenant.control;

import dev.portico.portal.tenant.entity.Admission;
import dev.portico.portal.tenant.entity.Tenant;
import dev.portico.portal.tenant.entity.TenantFooter;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
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
import java.util.concurrent.atomic.AtomicLong;
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
            + " brand, brand_ink, max_file_bytes, max_files, footer, logo, version, words_version, self_registration, company_domains, terms_version from tenant order by position, id";

    @Resource(lookup = "java:app/jdbc/portico")
    DataSource dataSource;

    private final Jsonb jsonb = JsonbBuilder.create();

    /** @param change how often the directory had been changed here before it was read */
    private record Snapshot(List<Tenant> tenants, Instant readAt, long change) {}

    private volatile Snapshot snapshot = new Snapshot(List.of(), Instant.EPOCH, 0);

    private final AtomicLong changes = new AtomicLong();

    /** The tenants that customers know, in display order. */
    public List<Tenant> all() {
        return tenants().filter(tenant -> !tenant.staff()).toList();
    }

    /** As above, and staff's own. */
    public List<Tenant> withStaff() {
        return tenants().toList();
    }

    public Optional<Tenant> byId(String id) {
        return tenants().filter(tenant -> tenant.id().equals(id)).findFirst();
    }

    public Optional<Tenant> byHost(String host) {
        return tenants()
                .filter(tenant -> tenant.host().filter(host::equalsIgnoreCase).isPresent())
                .findFirst();
    }

    /** What was changed here shows here at once; other nodes see it when what they keep has aged. */
    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) TenantChanged changed) {
        forget();
    }

    /** Reads anew when it is asked next, for whoever knows that what is kept is outdated. */
    public void forget() {
        changes.incrementAndGet();
    }

    private Stream<Tenant> tenants() {
        var current = snapshot;
        var change = changes.get();
        if (current.change() != change || current.readAt().plus(FRESH).isBefore(Instant.now())) {
            current = new Snapshot(readOr(current.tenants()), Instant.now(), change);
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
                row.getInt("max_files"),
                jsonb.fromJson(row.getString("footer"), FooterDocument.class).footer(),
                Optional.ofNullable(row.getString("logo")),
                row.getLong("version"),
                row.getLong("words_version"),
                new Admission(row.getBoolean("self_registration"), row.getBoolean("company_domains")),
                row.getInt("terms_version"));
    }

    /** The footer as it is stored; what is not there was never entered. */
    public static class FooterDocument {
        public Map<String, String> texts = Map.of();
        public List<LinkDocument> links = List.of();

        TenantFooter footer() {
            return new TenantFooter(
                    texts,
                    links.stream()
                            .map(link -> new TenantFooter.Link(link.href, link.labels))
                            .toList());
        }
    }

    /** A link of the footer as it is stored. */
    public static class LinkDocument {
        public String href = "";
        public Map<String, String> labels = Map.of();
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> texts(String json) {
        return Map.copyOf(jsonb.fromJson(json, Map.class));
    }
}
