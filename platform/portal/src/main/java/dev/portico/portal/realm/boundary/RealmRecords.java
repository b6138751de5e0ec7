package dev.portico.portal.realm.boundary;

import dev.portico.keycloak.RealmAccount;
import dev.portico.keycloak.RealmChanges;
import dev.portico.portal.account.control.AccountDue;
import dev.portico.portal.account.control.AccountStore;
import dev.portico.portal.account.control.InvitationDue;
import dev.portico.portal.account.entity.Account;
import dev.portico.portal.account.entity.Organization;
import dev.portico.portal.realm.control.RealmPerson;
import dev.portico.portal.realm.control.RealmStore;
import dev.portico.portal.realm.entity.DueAccount;
import dev.portico.portal.realm.entity.RealmProblem;
import dev.portico.portal.realm.entity.WatchTurn;
import dev.portico.portal.tenant.control.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The transactions between which Keycloak is asked. */
@ApplicationScoped
@Transactional
class RealmRecords {
    /** Longer than a batch takes; should one take longer, two do the same, which does no harm. */
    private static final Duration CLAIM = Duration.ofSeconds(45);

    private static final Duration WALK_EVERY = Duration.ofDays(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    @Inject
    RealmStore store;

    @Inject
    AccountStore accounts;

    @Inject
    TenantContext tenants;

    @Inject
    Event<AccountDue> due;

    @Inject
    Event<InvitationDue> invitation;

    boolean hasWork() {
        return store.hasWork(Instant.now());
    }

    /** None while the realm is silent: who watches it learns first that it is not. */
    List<DueAccount> claim(int most) {
        var now = Instant.now();
        return store.silence().isPresent()
                ? List.of()
                : store.claim(most, now, now.plus(CLAIM)).stream()
                        .flatMap(claim -> accounts.find(claim.subject()).stream()
                                .map(account -> dueAccount(account, claim.tried())))
                        .toList();
    }

    private DueAccount dueAccount(Account account, boolean tried) {
        var organization = account.organizationId().flatMap(accounts::organization);
        var preferences = account.preferences();
        return new DueAccount(
                account.subject(),
                account.realmSubject(),
                account.version(),
                tried,
                account.profile(),
                organization.map(Organization::name).orElse(""),
                preferences.language(),
                preferences.zone(),
                account.enabled(),
                account.enabling(),
                !account.enabled() || account.sessionsToEnd());
    }

    /**
     * Whether an account of the realm may become that of the claimed one, which has its address: it was made for it, or for
     * nobody whom the portal knows, and whoever has its password has shown that the address is theirs.
     */
    boolean mayAdopt(DueAccount account, RealmAccount found) {
        var made = found.attribute(RealmPerson.KEY);
        return made.equals(account.subject())
                || (found.emailVerified()
                        && accounts.ofRealm(found.subject()).isEmpty()
                        && accounts.find(made).isEmpty());
    }

    void told(DueAccount claimed, String realmSubject) {
        var other = accounts.ofRealm(realmSubject)
                .filter(account -> !account.subject().equals(claimed.subject()));
        if (other.isPresent()) {
            untold(claimed, RealmProblem.EXISTS, "");
            return;
        }
        store.told(claimed.subject(), claimed.version(), realmSubject, Instant.now());
        accounts.find(claimed.subject())
                .filter(account -> account.version() == claimed.version())
                .filter(account -> account.enabled() && account.joinedAt().isEmpty())
                .filter(account -> account.invitedAt().isEmpty())
                .ifPresent(account -> invitation.fire(new InvitationDue(account)));
    }

    void untold(DueAccount claimed, RealmProblem problem, String detail) {
        var attempts =
                accounts.find(claimed.subject()).map(Account::realmAttempts).orElse(0);
        var shortest = problem == RealmProblem.UNAVAILABLE ? Duration.ofSeconds(10) : Duration.ofMinutes(1);
        var wait = shortest.multipliedBy(1L << Math.min(attempts, 12));
        var next = Instant.now().plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        store.untold(claimed.subject(), claimed.version(), problem.with(detail), next);
    }

    void release(Collection<DueAccount> claimed) {
        store.release(claimed.stream().map(DueAccount::subject).toList());
    }

    /** Somebody has removed it at Keycloak while it was to be told. */
    void gone(DueAccount claimed) {
        store.release(List.of(claimed.subject()));
        accounts.find(claimed.subject()).ifPresent(this::gone);
    }

    private void gone(Account account) {
        account.unlink(RealmProblem.GONE.name(), Instant.now());
    }

    Optional<WatchTurn> claimWatch() {
        var now = Instant.now();
        store.begin(now);
        return store.claimWatch(now, now.plus(CLAIM), now.minus(WALK_EVERY));
    }

    List<String> known(RealmChanges changes) {
        return changes.subjects().isEmpty() ? List.of() : store.known(changes.subjects());
    }

    List<String> walk(String after, int most) {
        return store.after(after, most);
    }

    void walked(WatchTurn turn, Optional<String> to) {
        store.walked(turn, to, Instant.now());
    }

    void watched(WatchTurn turn, Instant seenUntil, Duration pause) {
        store.watched(turn, seenUntil, Instant.now().plus(pause));
    }

    /** @return whether it had answered until now */
    boolean silent(String problem, Duration pause) {
        var now = Instant.now();
        return store.silent(problem, now, now.plus(pause));
    }

    boolean answers() {
        return store.silence().isEmpty();
    }

    /**
     * Follows what the realm holds, unless the portal has decided otherwise since.
     *
     * @param found nothing where the account is gone
     * @param at a moment before the realm was asked
     */
    void heed(String realmSubject, Optional<RealmAccount> found, Instant at) {
        accounts.ofRealm(realmSubject)
                .filter(account -> account.hears(at))
                .ifPresent(account -> found.ifPresentOrElse(realm -> follow(account, realm), () -> gone(account)));
    }

    private void follow(Account account, RealmAccount realm) {
        account.follow(RealmPerson.profile(realm, account));
        if (realm.enabled() == account.enabled()) {
            return;
        }
        var now = Instant.now();
        if (realm.enabled()) {
            account.enable(now);
        } else {
            account.disable(now);
        }
        due.fire(new AccountDue(tenants.require().id()));
    }
}
