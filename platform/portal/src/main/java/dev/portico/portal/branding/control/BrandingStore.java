package dev.portico.portal.branding.control;

import dev.portico.portal.branding.entity.TenantLogo;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.control.TenantEntities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The current tenant's entry of the directory, for changes, and its logo. The entry is no entity, so this is plain SQL. */
@ApplicationScoped
public class BrandingStore {
    private static final String UNIQUE_VIOLATION = "23505";

    @Inject
    TenantEntities entities;

    @Inject
    TenantContext tenants;

    /** What became of a change. */
    public enum Outcome {
        DONE,
        /** Somebody else has changed the entry meanwhile. */
        OUTDATED,
        /** Another tenant has the host. */
        HOST_TAKEN
    }

    public Outcome update(Branding branding, long expectedVersion) {
        var sql = "update tenant set name = ?::jsonb, summary = ?::jsonb, brand = ?, brand_ink = ?, host = ?,"
                + " default_language = ?, languages = ?, footer = ?::jsonb, version = version + 1"
                + " where id = ? and version = ?";
        try (var statement = connection().prepareStatement(sql)) {
            set(statement, branding);
            statement.setString(9, tenants.require().id());
            statement.setLong(10, expectedVersion);
            return statement.executeUpdate() == 1 ? Outcome.DONE : Outcome.OUTDATED;
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                return Outcome.HOST_TAKEN;
            }
            throw failed(e);
        }
    }

    private static void set(PreparedStatement statement, Branding branding) throws SQLException {
        statement.setString(1, Branding.object(branding.names()).build().toString());
        statement.setString(2, Branding.object(branding.summaries()).build().toString());
        statement.setString(3, branding.brand());
        statement.setString(4, branding.brandInk());
        statement.setString(5, branding.host().isEmpty() ? null : branding.host());
        statement.setString(6, branding.defaultLanguage());
        statement.setString(7, String.join(",", branding.languages()));
        statement.setString(8, branding.footerJson());
    }

    public Optional<TenantLogo> logo(String sha256) {
        return entities.manager()
                .createQuery("select l from TenantLogo l where l.sha256 = :sha256", TenantLogo.class)
                .setParameter("sha256", sha256)
                .getResultStream()
                .findFirst();
    }

    /** In place of the one there was. */
    public void replaceLogo(Optional<TenantLogo> logo) {
        var kept = logo.map(TenantLogo::sha256).orElse(null);
        entities.manager()
                .createQuery("delete from TenantLogo l where l.sha256 <> :kept")
                .setParameter("kept", kept == null ? "" : kept)
                .executeUpdate();
        logo.filter(added -> logo(added.sha256()).isEmpty())
                .ifPresent(added -> entities.manager().persist(added));
        name(kept);
    }

    private void name(@Nullable String sha256) {
        try (var statement = connection().prepareStatement("update tenant set logo = ? where id = ?")) {
            statement.setString(1, sha256);
            statement.setString(2, tenants.require().id());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private Connection connection() {
        return entities.manager().unwrap(Connection.class);
    }

    private static IllegalStateException failed(SQLException cause) {
        return new IllegalStateException("The directory cannot be changed", cause);
    }
}
