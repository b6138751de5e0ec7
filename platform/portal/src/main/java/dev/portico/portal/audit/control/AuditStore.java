package dev.portico.portal.audit.control;

import dev.portico.i18n.TextFolding;
import dev.portico.portal.audit.entity.AuditEntry;
import dev.portico.portal.tenant.control.TenantEntities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The current tenant's audit entries in the database. */
@ApplicationScoped
public class AuditStore {
    @Inject
    TenantEntities entities;

    void add(AuditEntry entry) {
        entities.manager().persist(entry);
    }

    /** Newest first, after that key. */
    public List<AuditEntry> portion(AuditQuery query, Optional<AuditKey> after, int most) {
        Map<String, Object> values = new LinkedHashMap<>();
        var conditions = conditions(query, values);
        after.ifPresent(key -> {
            conditions.add("(e.happenedAt < :at or (e.happenedAt = :at and e.id < :id))");
            values.put("at", key.happenedAt());
            values.put("id", key.id());
        });
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        var found = entities.manager()
                .createQuery(
                        "select e from AuditEntry e" + where + " order by e.happenedAt desc, e.id desc",
                        AuditEntry.class)
                .setMaxResults(most);
        values.forEach(found::setParameter);
        return found.getResultList();
    }

    private static List<String> conditions(AuditQuery query, Map<String, Object> values) {
        var conditions = new ArrayList<String>();
        query.action().ifPresent(action -> {
            conditions.add("e.action = :action");
            values.put("action", action.code());
        });
        query.from().ifPresent(from -> {
            conditions.add("e.happenedAt >= :from");
            values.put("from", from);
        });
        query.until().ifPresent(until -> {
            conditions.add("e.happenedAt < :until");
            values.put("until", until);
        });
        if (!query.actor().isEmpty()) {
            conditions.add("(locate(:name, e.actorFolded) > 0 or e.actorSubject = :subject)");
            values.put("name", TextFolding.fold(query.actor()));
            values.put("subject", query.actor());
        }
        return conditions;
    }
}
