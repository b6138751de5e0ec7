package dev.portico.portal.registration.control;

import dev.portico.i18n.LookAlikes;
import dev.portico.portal.account.control.AccountErased;
import dev.portico.portal.account.entity.OrganizationDomain;
import dev.portico.portal.registration.entity.Registration;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.control.TenantEntities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The current tenant's registrations. */
@ApplicationScoped
public class RegistrationStore {
    private static final String BY_TOKEN =
            "select r from Registration r where r.tokenHash = :hash and r.mailedAt is not null";

    /** Plain SQL, since EclipseLink knows no {@code skip locked}. */
    private static final String CLAIM = "select id from registration where tenant_id = ? and mailed_at is null"
            + " order by created_at limit 1 for update skip locked";

    @Inject
    TenantEntities entities;

    @Inject
    TenantContext tenants;

    public void add(Registration registration) {
        entities.manager().persist(registration);
    }

    public Optional<Registration> byToken(String hash) {
        return entities.manager()
                .createQuery(BY_TOKEN, Registration.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
    }

    /** Of two who complete it at once, the second waits here and finds what the first has done. */
    public Optional<Registration> lock(String hash) {
        return entities.manager()
                .createQuery(BY_TOKEN, Registration.class)
                .setParameter("hash", hash)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** Those who choose display names come one after the other. */
    public void serializeDisplayNames() {
        entities.lock("display name");
    }

    /** Whether another address has asked for a name that looks like that. */
    public boolean displays(LookAlikes.Keys keys, String email, Instant since) {
        return !entities.manager()
                .createQuery(
                        "select r.id from Registration r where (r.displayCapitals = :capitals or r.displaySmall = :small)"
                                + " and r.email <> :email and r.createdAt > :since and r.usedAt is null",
                        String.class)
                .setParameter("capitals", keys.capitals())
                .setParameter("small", keys.small())
                .setParameter("email", email)
                .setParameter("since", since)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    public long count(String email, Instant since) {
        return entities.manager()
                .createQuery(
                        "select count(r) from Registration r where lower(r.email) = :email and r.createdAt > :since",
                        Long.class)
                .setParameter("email", email)
                .setParameter("since", since)
                .getSingleResult();
    }

    public long count(Instant since) {
        return entities.manager()
                .createQuery("select count(r) from Registration r where r.createdAt > :since", Long.class)
                .setParameter("since", since)
                .getSingleResult();
    }

    /** Id of the organization whose people have addresses at the domain. */
    public Optional<String> organization(String domain) {
        return Optional.ofNullable(entities.manager().find(OrganizationDomain.class, domain))
                .map(OrganizationDomain::organizationId);
    }

    /** One that no mail has been written for, and that no other node looks at; it is the caller's until the commit. */
    public Optional<Registration> claim() {
        var manager = entities.manager();
        return claimed(manager.unwrap(Connection.class))
                .map(id -> manager.createQuery("select r from Registration r where r.id = :id", Registration.class)
                        .setParameter("id", id)
                        .getSingleResult());
    }

    private Optional<String> claimed(Connection connection) {
        try (var statement = connection.prepareStatement(CLAIM)) {
            statement.setString(1, tenants.require().id());
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("No registration can be claimed", e);
        }
    }

    public void delete(Instant before) {
        entities.manager()
                .createQuery("delete from Registration r where r.createdAt < :before")
                .setParameter("before", before)
                .executeUpdate();
    }

    void forget(@Observes AccountErased person) {
        entities.manager()
                .createQuery(
                        "delete from Registration r where r.subject = :subject or (:known = true and lower(r.email) = :email)")
                .setParameter("subject", person.subject())
                .setParameter("known", person.emailVerified())
                .setParameter("email", person.email().toLowerCase(Locale.ROOT))
                .executeUpdate();
    }
}
