package dev.portico.portal.realm.boundary;

import dev.portico.keycloak.LoginUnavailableException;
import dev.portico.keycloak.RealmAccount;
import dev.portico.keycloak.RealmAccounts;
import dev.portico.portal.realm.entity.WatchTurn;
import dev.portico.portal.tenant.control.TenantSteps;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Follows what is changed at Keycloak: by its record of changes, and by a look at every account once a day, a few at a time,
 * since that record is not kept for ever. While a realm is silent this is what tries it.
 */
@ApplicationScoped
class RealmWatch {
    private static final Logger LOG = System.getLogger(RealmWatch.class.getName());
    private static final int WALK = 100;
    /** So many at once are not removed by hand. */
    private static final int STRANGE = 10;

    @Inject
    TenantSteps visits;

    @Inject
    RealmRecords records;

    @Inject
    RealmAccounts realms;

    @Inject
    @ConfigProperty(name = "portico.accounts.watch", defaultValue = "PT10S")
    Duration pause;

    private record Seen(String subject, Optional<RealmAccount> account, Instant askedAt) {}

    /** @return whether the realm answers, as far as is known */
    boolean look(Tenant tenant) {
        var turn = visits.visit(tenant, records::claimWatch);
        if (turn.isEmpty()) {
            return visits.visit(tenant, records::answers);
        }
        try {
            look(tenant, turn.get());
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

    private void look(Tenant tenant, WatchTurn turn) {
        var changes = realms.changesSince(tenant.id(), turn.since());
        ask(tenant, visits.visit(tenant, () -> records.known(changes))).forEach(seen -> heed(tenant, seen));
        turn.walkAfter().ifPresent(after -> walk(tenant, turn, after));
        visits.visit(tenant, () -> records.watched(turn, changes.until(), pause));
    }

    private void walk(Tenant tenant, WatchTurn turn, String after) {
        var some = visits.visit(tenant, () -> records.walk(after, WALK));
        var seen = ask(tenant, some);
        var gone = seen.stream().filter(one -> one.account().isEmpty()).count();
        if (gone >= STRANGE && gone * 2 > seen.size()) {
            // Another realm of the same name, perhaps an old one restored: nobody is locked out because of that.
            var name = tenant.id();
            LOG.log(Level.ERROR, "The realm of {0} knows {1} of {2} accounts no more", name, gone, seen.size());
        } else {
            seen.forEach(one -> heed(tenant, one));
        }
        var next = some.size() < WALK ? Optional.<String>empty() : Optional.of(some.get(some.size() - 1));
        visits.visit(tenant, () -> records.walked(turn, next));
    }

    private List<Seen> ask(Tenant tenant, List<String> subjects) {
        var seen = new ArrayList<Seen>();
        for (var subject : subjects) {
            var at = Instant.now();
            seen.add(new Seen(subject, realms.find(tenant.id(), subject), at));
        }
        return seen;
    }

    private void heed(Tenant tenant, Seen seen) {
        try {
            visits.visit(tenant, () -> records.heed(seen.subject(), seen.account(), seen.askedAt()));
        } catch (RuntimeException e) {
            // Somebody changed it at the same moment: it is told once more within a minute, or the next day.
            LOG.log(Level.INFO, "What the realm of " + tenant.id() + " says of " + seen.subject() + " waits", e);
        }
    }
}
