package dev.portico.portal.realm.boundary;

import dev.portico.keycloak.RealmAccount;
import dev.portico.keycloak.RealmChanges;
import dev.portico.portal.account.boundary.Accounts;
import dev.portico.portal.account.control.AccountDue;
import dev.portico.portal.account.control.AccountStore;
import dev.portico.portal.account.control.InvitationDue;
import dev.portico.portal.account.entity.Account;
import dev.portico.portal.account.entity.Organization;
import dev.portico.portal.realm.control.RealmAdoption;
import dev.portico.portal.realm.control.RealmPerson;
import dev.portico.portal.realm.control.RealmStore;
import dev.portico.portal.realm.entity.ChangedAccount;
import dev.portico.portal.realm.entity.Claim;
import dev.portico.portal.realm.entity.ClaimedAccount;
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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The transactions between which Keycloak is asked. */
@ApplicationScoped
@Transactional
class RealmRecords {
    private static final Duration CLAIM = Duration.ofSeconds(45);
    private static final int WALK = 100;
    private static final Duration WALK_EVERY = Duration.ofDays(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    @Inject
    RealmStore store;

    @Inject
    AccountStore accounts;

    @Inject
    Accounts known;

    @Inject
    RealmAdoption adoption;

    @Inject
    TenantContext tenants;

    @Inject
    Event<AccountDue> due;

    @Inject
    Event<InvitationDue> invitation;

    boolean hasWork() {
        return store.hasWork();
    }

    /** Whether what was claimed at that {@link System#nanoTime} is about to be another's. */
    static boolean ends(long claimedAt) {
        return System.nanoTime() - claimedAt > CLAIM.toNanos() / 2;
    }

    /** None while the realm is silent: who watches it learns first that it is not. */
    List<ClaimedAccount> claimDue(int most) {
        return answers()
                ? store.claimDue(most, CLAIM).stream()
                        .flatMap(due -> accounts.find(due.claim().subject()).stream()
                                .map(account -> new ClaimedAccount(due.claim(), due(account, due.tried()))))
                        .toList()
                : List.of();
    }

    /** None while the realm is silent. */
    List<ChangedAccount> claimChanged(int most) {
        return answers() ? store.claimChanged(most, CLAIM) : List.of();
    }

    private DueAccount due(Account account, boolean tried) {
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

    /** Whether the account of the realm that has the claimed one's address may become it. */
    boolean mayAdopt(DueAccount account, RealmAccount found) {
        return adoption.allows(account.subject(), found);
    }

    void told(ClaimedAccount claimed, String realmSubject) {
        var subject = claimed.due().subject();
        var account = accounts.take(subject);
        if (accounts.ofRealm(realmSubject)
                .filter(holder -> !holder.subject().equals(subject))
                .isPresent()) {
            untold(claimed, RealmProblem.EXISTS, "");
        } else if (store.told(claimed.claim(), claimed.due().version(), realmSubject)) {
            account.filter(some -> some.version() == claimed.due().version())
                    .filter(some -> some.enabled() && some.joinedAt().isEmpty())
                    .filter(some -> some.invitedAt().isEmpty())
                    .ifPresent(some -> invitation.fire(new InvitationDue(some)));
        }
    }

    void untold(ClaimedAccount claimed, RealmProblem problem, String detail) {
        var attempts = accounts.find(claimed.due().subject())
                .map(Account::realmAttempts)
                .orElse(0);
        var shortest = problem == RealmProblem.UNAVAILABLE ? Duration.ofSeconds(10) : Duration.ofMinutes(1);
        var wait = shortest.multipliedBy(1L << Math.min(attempts, 12));
        store.untold(
                claimed.claim(),
                claimed.due().version(),
                problem.with(detail),
                wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }

    /** Of those whose turn did not come; in one order, lest two wait for each other. */
    void release(Stream<Claim> claims) {
        claims.sorted(Comparator.comparing(Claim::subject)).forEach(store::release);
    }

    /** Somebody has removed it at Keycloak. For who has been let in here since, it is made anew. */
    void gone(ClaimedAccount claimed) {
        if (store.release(claimed.claim())) {
            accounts.take(claimed.due().subject()).ifPresent(account -> {
                var letIn = account.enabling();
                gone(account);
                if (letIn) {
                    account.enable(Instant.now());
                }
            });
        }
    }

    private void gone(Account account) {
        account.unlink(RealmProblem.GONE.name(), Instant.now());
    }

    Optional<WatchTurn> claimWatch() {
        store.begin();
        return store.claimWatch(CLAIM, WALK_EVERY);
    }

    /** What is to be looked at stands in the accounts from now on, however long that takes. */
    void watched(RealmChanges changes, Duration pause) {
        store.mark(changes.subjects());
        store.mark(store.walk(WALK, WALK_EVERY));
        store.watched(changes.until(), pause);
    }

    /** Of them, those of whom nothing stands here, nor ever has. */
    Set<String> unknown(Collection<String> realmSubjects) {
        return store.unknown(realmSubjects);
    }

    /** More are new than can be asked about one by one. */
    void list() {
        store.list();
    }

    /** @param complete whether the realm's list ends there */
    void listed(int to, boolean complete) {
        if (complete) {
            store.listed();
        } else {
            store.listed(to);
        }
    }

    /** Whom the realm knows, and who may log in there, stands here before they come. */
    void expect(RealmAccount found) {
        known.expect(RealmPerson.introduction(found), found.createdAt());
    }

    /** @return whether it had answered until now */
    boolean silent(String problem, Duration pause) {
        return store.silent(problem, pause);
    }

    boolean answers() {
        return store.silence().isEmpty();
    }

    /**
     * Follows what the realm holds, unless the portal has decided otherwise since.
     *
     * @param found nothing where the account is gone
     */
    void heed(ChangedAccount claimed, Optional<RealmAccount> found) {
        if (store.lookedAt(claimed)) {
            accounts.take(claimed.claim().subject())
                    .ifPresent(account -> found.ifPresentOrElse(realm -> follow(account, realm), () -> gone(account)));
        }
    }

    /** Nothing is made of what the realm says. */
    void pass(ChangedAccount claimed) {
        store.lookedAt(claimed);
    }

    private void follow(Account account, RealmAccount realm) {
        account.follow(RealmPerson.profile(realm, account));
        if (realm.enabled() && !account.enabled()) {
            account.readmit();
        } else if (!realm.enabled() && account.enabled()) {
            account.disable(Instant.now());
            due.fire(new AccountDue(tenants.require().id()));
        }
    }
}
