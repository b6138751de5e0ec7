package dev.portico.portal.draft.boundary;

import dev.portico.portal.draft.control.DraftFormat;
import dev.portico.portal.draft.control.DraftStore;
import dev.portico.portal.draft.entity.Draft;
import dev.portico.portal.failure.PortalException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Drafts of the current tenant, each of one person and one form. */
@ApplicationScoped
@Transactional
public class Drafts {
    private static final int MOST_OF_ONE_PERSON = 100;

    @Inject
    DraftStore store;

    /** The fields' texts by field id. */
    public Optional<Map<String, String>> load(String owner, String form) {
        return store.find(owner, form).map(draft -> DraftFormat.read(draft.content()));
    }

    /** When the draft was last saved. */
    public Optional<Instant> savedAt(String owner, String form) {
        return store.find(owner, form).map(Draft::updatedAt);
    }

    /**
     * Keeps a draft in place of the one before; beyond 100 forms of one person the oldest is dropped.
     *
     * @throws PortalException where it is too large, or where no form can be called this
     */
    public void save(String owner, String form, Map<String, String> fields) {
        store.put(new Draft(owner, DraftFormat.form(form), DraftFormat.write(fields), Instant.now()));
        store.dropOldest(owner, MOST_OF_ONE_PERSON);
    }

    /** Without effect where there is none. */
    public void discard(String owner, String form) {
        store.delete(owner, form);
    }
}
