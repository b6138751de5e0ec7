package dev.portico.portal.wording.boundary;

import dev.portico.portal.wording.control.WordStore;
import dev.portico.portal.wording.entity.TenantWord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Reads the current tenant's words, in the transaction that is under way if there is one: it is the tenant's. */
@ApplicationScoped
@Transactional
public class WordReading {
    @Inject
    WordStore store;

    public List<TenantWord> all() {
        return store.all();
    }
}
