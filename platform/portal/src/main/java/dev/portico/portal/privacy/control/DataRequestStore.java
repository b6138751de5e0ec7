package dev.portico.portal.privacy.control;

import dev.portico.portal.privacy.entity.DataRequest;
import dev.portico.portal.privacy.entity.DataRequestState;
import dev.portico.portal.tenant.control.TenantEntities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The current tenant's requests. */
@ApplicationScoped
public class DataRequestStore {
    @Inject
    TenantEntities entities;

    /** Of two who ask for the same person at once, the second waits here. */
    public void serialize(String subject) {
        entities.lock("data request " + subject);
    }

    public void add(DataRequest request) {
        entities.manager().persist(request);
    }

    public Optional<DataRequest> find(String id) {
        return Optional.ofNullable(entities.manager().find(DataRequest.class, id));
    }

    /** Of two who decide, the second finds it decided. */
    public Optional<DataRequest> lock(String id) {
        return Optional.ofNullable(entities.manager().find(DataRequest.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The person's last one. */
    public Optional<DataRequest> latest(String subject) {
        return entities.manager()
                .createQuery(
                        "select r from DataRequest r where r.subject = :subject order by r.askedAt desc, r.id",
                        DataRequest.class)
                .setParameter("subject", subject)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Those that wait, the oldest first. */
    public List<DataRequest> waiting(int most) {
        return entities.manager()
                .createQuery(
                        "select r from DataRequest r where r.state = :waiting order by r.askedAt, r.id",
                        DataRequest.class)
                .setParameter("waiting", DataRequestState.WAITING)
                .setMaxResults(most)
                .getResultList();
    }

    /** The others, the latest first. */
    public List<DataRequest> decided(int most) {
        return entities.manager()
                .createQuery(
                        "select r from DataRequest r where r.state <> :waiting order by r.askedAt desc, r.id",
                        DataRequest.class)
                .setParameter("waiting", DataRequestState.WAITING)
                .setMaxResults(most)
                .getResultList();
    }

    public long countWaiting() {
        return entities.manager()
                .createQuery("select count(r) from DataRequest r where r.state = :waiting", Long.class)
                .setParameter("waiting", DataRequestState.WAITING)
                .getSingleResult();
    }

    /** One of which Keycloak has to hear now. */
    public Optional<DataRequest> due(Instant now) {
        return entities.manager()
                .createQuery(
                        "select r from DataRequest r where r.state = :erased and r.nextAttemptAt <= :now"
                                + " order by r.nextAttemptAt, r.id",
                        DataRequest.class)
                .setParameter("erased", DataRequestState.ERASED)
                .setParameter("now", now)
                .setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }
}
