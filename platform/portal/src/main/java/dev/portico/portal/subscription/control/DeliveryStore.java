package dev.portico.portal.subscription.control;

import dev.portico.portal.subscription.entity.DeliveryState;
import dev.portico.portal.subscription.entity.WebhookDelivery;
import dev.portico.portal.tenant.control.TenantEntities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The current tenant's messages to webhooks, and what came of them. */
@ApplicationScoped
public class DeliveryStore {
    private static final String OWN = " where tenant_id = current_setting('app.tenant')";
    private static final String CLAIM = "select d.id from webhook_delivery d join subscription s"
            + " on s.tenant_id = d.tenant_id and s.id = d.subscription_id"
            + " where d.tenant_id = current_setting('app.tenant') and d.state = 'QUEUED' and d.next_attempt_at <= ?"
            + " and s.plugin_id = any(?) and coalesce(s.sending_until, '-infinity') <= ?"
            + " order by d.next_attempt_at, d.created_at, d.id limit 1 for no key update of d, s skip locked";
    private static final String ATTEMPTS =
            "select delivery_id, attempt, happened_at, status, error from webhook_attempt" + OWN
                    + " and delivery_id = any(?) order by delivery_id, attempt";
    private static final String ATTEMPTED = "insert into webhook_attempt (tenant_id, delivery_id, attempt, happened_at,"
            + " status, error) values (current_setting('app.tenant'), ?, ?, ?, ?, ?) on conflict do nothing";

    @Inject
    TenantEntities entities;

    /**
     * One attempt.
     *
     * @param status of HTTP; empty where there was no answer
     * @param problem empty where it went well
     */
    public record Attempt(
            int number, Instant happenedAt, Optional<Integer> status, Optional<DeliveryProblem> problem) {}

    public void add(WebhookDelivery delivery) {
        entities.manager().persist(delivery);
    }

    /**
     * The message that has been due longest and that no other node is looking at, nor at another one to the same webhook.
     *
     * @param pluginIds whose news is told now
     */
    public Optional<WebhookDelivery> claim(Instant now, Set<String> pluginIds) {
        try (var statement = connection().prepareStatement(CLAIM)) {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setArray(2, connection().createArrayOf("text", pluginIds.toArray()));
            statement.setTimestamp(3, Timestamp.from(now));
            try (var rows = statement.executeQuery()) {
                return rows.next() ? find(rows.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("No message can be claimed", e);
        }
    }

    public Optional<WebhookDelivery> find(String id) {
        return entities.manager()
                .createQuery("select d from WebhookDelivery d where d.id = :id", WebhookDelivery.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Those of a subscription that have not arrived yet. */
    public List<WebhookDelivery> queued(String subscriptionId) {
        return entities.manager()
                .createQuery(
                        "select d from WebhookDelivery d where d.subscriptionId = :subscription and d.state = :queued",
                        WebhookDelivery.class)
                .setParameter("subscription", subscriptionId)
                .setParameter("queued", DeliveryState.QUEUED)
                .getResultList();
    }

    /** Newest first. */
    public List<WebhookDelivery> latest(String subscriptionId, int most) {
        return entities.manager()
                .createQuery(
                        "select d from WebhookDelivery d where d.subscriptionId = :subscription"
                                + " order by d.createdAt desc, d.id",
                        WebhookDelivery.class)
                .setParameter("subscription", subscriptionId)
                .setMaxResults(most)
                .getResultList();
    }

    public void add(String deliveryId, Attempt attempt) {
        try (var statement = connection().prepareStatement(ATTEMPTED)) {
            statement.setString(1, deliveryId);
            statement.setInt(2, attempt.number());
            statement.setTimestamp(3, Timestamp.from(attempt.happenedAt()));
            if (attempt.status().isPresent()) {
                statement.setInt(4, attempt.status().get());
            } else {
                statement.setNull(4, Types.INTEGER);
            }
            statement.setString(5, attempt.problem().map(DeliveryProblem::name).orElse(""));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("An attempt cannot be kept", e);
        }
    }

    /** By message, the first one first. */
    public Map<String, List<Attempt>> attempts(List<String> deliveryIds) {
        try (var statement = connection().prepareStatement(ATTEMPTS)) {
            statement.setArray(1, connection().createArrayOf("text", deliveryIds.toArray()));
            try (var rows = statement.executeQuery()) {
                var found = new HashMap<String, List<Attempt>>();
                while (rows.next()) {
                    found.computeIfAbsent(rows.getString(1), id -> new ArrayList<>())
                            .add(attempt(rows));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Attempts cannot be read", e);
        }
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                row.getInt(2),
                row.getTimestamp(3).toInstant(),
                Optional.ofNullable(row.getObject(4, Integer.class)),
                Optional.of(row.getString(5))
                        .filter(problem -> !problem.isEmpty())
                        .map(DeliveryProblem::valueOf));
    }

    /** Writes what changed now, so that the next query sees it. */
    public void flush() {
        entities.manager().flush();
    }

    /** @return how many there were, also of those that were never sent: by then nobody tries any more */
    public int delete(Instant before) {
        return entities.manager()
                .createQuery("delete from WebhookDelivery d where d.createdAt < :before")
                .setParameter("before", before)
                .executeUpdate();
    }

    private Connection connection() {
        return entities.manager().unwrap(Connection.class);
    }
}
