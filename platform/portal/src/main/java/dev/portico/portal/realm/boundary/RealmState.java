package dev.portico.portal.realm.boundary;

import dev.portico.portal.realm.control.RealmStore;
import dev.portico.portal.realm.control.RealmStore.Silence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Whether the current tenant's realm answers, and how many of its accounts it has to hear of: for who manages people. */
@ApplicationScoped
@Transactional
public class RealmState {
    @Inject
    RealmStore store;

    /** Nothing while the realm answers. */
    public Optional<Silence> silence() {
        return store.silence();
    }

    /** Accounts of which the realm has something to hear. */
    public long waiting() {
        return store.waiting();
    }
}
