package dev.portico.portal.subscription.control;

import dev.portico.portal.account.control.AccountErased;
import dev.portico.portal.subscription.entity.Subscription;
import dev.portico.portal.subscription.entity.SubscriptionKind;
import dev.portico.portal.subscription.entity.SubscriptionState;
import dev.portico.portal.subscription.entity.Wish;
import dev.portico.portal.tenant.control.TenantEntities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The current tenant's subscriptions. */
@ApplicationScoped
public class SubscriptionStore {
    private static final String SELECT = "select s from Subscription s where ";

    @Inject
    TenantEntities entities;

    public void add(Subscription subscription) {
        entities.manager().persist(subscription);
    }

    /** Those who ask for one address come one after the other, until each one's transaction ends. */
    public void serialize(String email) {
        entities.lock("subscription " + email.toLowerCase(Locale.ROOT));
    }

    /** Pending or under way. */
    public Optional<Subscription> of(Wish wish) {
        return one(query("s.pluginId = :plugin and s.kind = :kind and lower(s.email) = :email and s.url = :url"
                        + " and s.state <> :ended")
                .setParameter("plugin", wish.pluginId())
                .setParameter("kind", wish.kind())
                .setParameter("email", wish.email().toLowerCase(Locale.ROOT))
                .setParameter("url", wish.url())
                .setParameter("ended", SubscriptionState.ENDED));
    }

    /** All that has to do with an address, whatever became of it. */
    public List<Subscription> ofAddress(String email) {
        return query("lower(s.email) = :email")
                .setParameter("email", email.toLowerCase(Locale.ROOT))
                .getResultList();
    }

    /** How many have been mailed to confirm since then, or that there is nothing to confirm. */
    public long mailedSince(Instant when) {
        return entities.manager()
                .createQuery("select count(s) from Subscription s where s.mailedAt > :when", Long.class)
                .setParameter("when", when)
                .getSingleResult();
    }

    public Optional<Subscription> byId(String id) {
        return one(query("s.id = :id").setParameter("id", id));
    }

    /** Locked: of two who end or confirm the same, the second finds it done. */
    public Optional<Subscription> lock(String id) {
        return one(query("s.id = :id").setParameter("id", id).setLockMode(LockModeType.PESSIMISTIC_WRITE));
    }

    public Optional<Subscription> byToken(String pluginId, String token) {
        return one(query("s.pluginId = :plugin and s.token = :token")
                .setParameter("plugin", pluginId)
                .setParameter("token", token));
    }

    public Optional<Subscription> byConfirmHash(String pluginId, String hash) {
        return one(query("s.pluginId = :plugin and s.confirmHash = :hash")
                .setParameter("plugin", pluginId)
                .setParameter("hash", hash));
    }

    /** Those under way that were confirmed by then, in the order of their ids. */
    public List<Subscription> toldFrom(StoredNews news, String after, int most) {
        return query("s.pluginId = :plugin and s.state = :active and s.confirmedAt <= :taken and s.id > :after"
                        + " order by s.id")
                .setParameter("plugin", news.pluginId())
                .setParameter("active", SubscriptionState.ACTIVE)
                .setParameter("taken", news.takenAt())
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    /** Newest first. */
    public List<Subscription> page(String pluginId, String part, int offset, int most) {
        return query(FOUND + " order by s.createdAt desc, s.id")
                .setParameter("plugin", pluginId)
                .setParameter("part", pattern(part))
                .setFirstResult(offset)
                .setMaxResults(most)
                .getResultList();
    }

    public long count(String pluginId, String part) {
        return entities.manager()
                .createQuery("select count(s) from Subscription s where " + FOUND, Long.class)
                .setParameter("plugin", pluginId)
                .setParameter("part", pattern(part))
                .getSingleResult();
    }

    private static final String FOUND =
            "s.pluginId = :plugin and (lower(s.email) like :part escape '!' or lower(s.url) like :part escape '!')";

    private static String pattern(String part) {
        return "%" + part.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
    }

    public long count(String pluginId, SubscriptionKind kind, SubscriptionState state) {
        return entities.manager()
                .createQuery(
                        "select count(s) from Subscription s where s.pluginId = :plugin and s.kind = :kind"
                                + " and s.state = :state",
                        Long.class)
                .setParameter("plugin", pluginId)
                .setParameter("kind", kind)
                .setParameter("state", state)
                .getSingleResult();
    }

    /** @return how many there were */
    public int deletePending(Instant before) {
        return entities.manager()
                .createQuery("delete from Subscription s where s.state = :pending and s.createdAt < :before")
                .setParameter("pending", SubscriptionState.PENDING)
                .setParameter("before", before)
                .executeUpdate();
    }

    /** @return how many there were */
    public int deleteEnded(Instant before) {
        return entities.manager()
                .createQuery("delete from Subscription s where s.state = :ended and s.endedAt < :before")
                .setParameter("ended", SubscriptionState.ENDED)
                .setParameter("before", before)
                .executeUpdate();
    }

    public void deleteOf(String pluginId) {
        entities.manager()
                .createQuery("delete from Subscription s where s.pluginId = :plugin")
                .setParameter("plugin", pluginId)
                .executeUpdate();
    }

    /** Messages to webhooks go with their subscriptions. */
    void forget(@Observes AccountErased person) {
        if (person.emailVerified()) {
            entities.manager()
                    .createQuery("delete from Subscription s where lower(s.email) = :email")
                    .setParameter("email", person.email().toLowerCase(Locale.ROOT))
                    .executeUpdate();
        }
    }

    private TypedQuery<Subscription> query(String where) {
        return entities.manager().createQuery(SELECT + where, Subscription.class);
    }

    private static Optional<Subscription> one(TypedQuery<Subscription> query) {
        return query.getResultStream().findFirst();
    }
}
