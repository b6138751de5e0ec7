package dev.portico.portal.realm.boundary;

import dev.portico.keycloak.LoginUnavailableException;
import dev.portico.keycloak.RealmAccounts;
import dev.portico.portal.tenant.control.TenantSteps;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Finds out which accounts may have been changed at Keycloak: by its record of changes, and of all of them in turn once a day,
 * since that record is not kept for ever. While a realm is silent this is what tries it.
 */
@ApplicationScoped
class RealmWatch {
    private static final Logger LOG = System.getLogger(RealmWatch.class.getName());

    @Inject
    TenantSteps visits;

    @Inject
    RealmRecords records;

    @Inject
    RealmNewcomers newcomers;

    @Inject
    RealmAccounts realms;

    @Inject
    @ConfigProperty(name = "portico.accounts.watch", defaultValue = "PT10S")
    Duration pause;

    /** @return whether the realm answers, as far as is known */
    boolean look(Tenant tenant) {
        var turn = visits.visit(tenant, records::claimWatch);
        if (turn.isEmpty()) {
            return visits.visit(tenant, records::answers);
        }
        try {
            var changes = realms.changesSince(tenant.id(), turn.get().since());
            if (!newcomers.among(tenant, changes.subjects())) {
                turn.get().listFrom().ifPresent(from -> newcomers.read(tenant, from));
            }
            visits.visit(tenant, () -> records.watched(changes, pause));
            if (turn.get().silent()) {
                LOG.log(Level.INFO, "The realm of {0} answers again", tenant.id());
            }
            return true;
        } catch (LoginUnavailableException e) {
            silent(tenant, e);
            return false;
        }
    }

    void silent(Tenant tenant, LoginUnavailableException cause) {
        if (visits.visit(tenant, () -> records.silent(String.valueOf(cause.getMessage()), pause))) {
            LOG.log(Level.WARNING, "The realm of {0} is silent: {1}", tenant.id(), cause.getMessage());
        }
    }
}
