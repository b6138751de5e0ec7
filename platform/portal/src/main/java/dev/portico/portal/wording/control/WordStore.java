package dev.portico.portal.wording.control;

import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.control.TenantEntities;
import dev.portico.portal.wording.entity.TenantWord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The current tenant's own words in the database. */
@ApplicationScoped
public class WordStore {
    @Inject
    TenantEntities entities;

    @Inject
    TenantContext tenants;

    public List<TenantWord> all() {
        return entities.manager()
                .createQuery("select w from TenantWord w", TenantWord.class)
                .getResultList();
    }

    public List<TenantWord> of(String origin, String key) {
        return entities.manager()
                .createQuery(
                        "select w from TenantWord w where w.origin = :origin and w.messageKey = :key", TenantWord.class)
                .setParameter("origin", origin)
                .setParameter("key", key)
                .getResultList();
    }

    /** For a change: whoever else changes the tenant's words waits. */
    public void lock() {
        entities.lock("words");
    }

    public void say(String origin, String key, String language, String pattern) {
        var known = find(origin, key, language);
        known.ifPresent(word -> word.say(pattern));
        if (known.isEmpty()) {
            entities.manager().persist(new TenantWord(origin, key, language, pattern));
        }
    }

    public void forget(String origin, String key, String language) {
        find(origin, key, language).ifPresent(word -> entities.manager().remove(word));
    }

    private Optional<TenantWord> find(String origin, String key, String language) {
        return of(origin, key).stream()
                .filter(word -> word.language().equals(language))
                .findFirst();
    }

    /** Tells every node, by the directory, that the tenant's words are others now. */
    public void raiseVersion() {
        try (var statement = entities.manager()
                .unwrap(Connection.class)
                .prepareStatement("update tenant set words_version = words_version + 1 where id = ?")) {
            statement.setString(1, tenants.require().id());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The directory cannot be changed", e);
        }
    }
}
