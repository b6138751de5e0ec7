package dev.portico.portal.terms.control;

import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.control.TenantEntities;
import dev.portico.portal.terms.entity.Terms;
import dev.portico.portal.terms.entity.TermsAcceptance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The current tenant's terms. */
@ApplicationScoped
public class TermsStore {
    @Inject
    TenantEntities entities;

    @Inject
    TenantContext tenants;

    /** Those that count now. */
    public Optional<Terms> latest() {
        return entities.manager()
                .createQuery("select t from Terms t order by t.version desc", Terms.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    public Optional<Terms> find(int version) {
        return entities.manager()
                .createQuery("select t from Terms t where t.version = :version", Terms.class)
                .setParameter("version", version)
                .getResultStream()
                .findFirst();
    }

    /** Newest first. */
    public List<Terms> all(int most) {
        return entities.manager()
                .createQuery("select t from Terms t order by t.version desc", Terms.class)
                .setMaxResults(most)
                .getResultList();
    }

    /** Those who publish come one after the other. */
    public void lock() {
        entities.lock("terms");
    }

    public void add(Terms terms) {
        entities.manager().persist(terms);
    }

    /** Who accepts twice at once does so one time after the other. */
    public void serialize(String subject) {
        entities.lock("terms of " + subject);
    }

    /** From now on that version is the one to accept: every request knows, by the tenant's entry in the directory. */
    public void count(int version) {
        try (var statement = entities.manager()
                .unwrap(Connection.class)
                .prepareStatement("update tenant set terms_version = ? where id = ?")) {
            statement.setInt(1, version);
            statement.setString(2, tenants.require().id());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The version cannot be counted", e);
        }
    }

    /** What the person has accepted, newest first. */
    public List<TermsAcceptance> accepted(String subject) {
        return entities.manager()
                .createQuery(
                        "select a from TermsAcceptance a where a.subject = :subject order by a.version desc",
                        TermsAcceptance.class)
                .setParameter("subject", subject)
                .getResultList();
    }

    public void add(TermsAcceptance acceptance) {
        entities.manager().persist(acceptance);
    }
}
