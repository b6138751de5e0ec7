package dev.portico.containertests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.keycloak.Identity;
import dev.portico.portal.account.boundary.Accounts;
import dev.portico.portal.account.control.AccountStore;
import dev.portico.portal.account.entity.Account;
import dev.portico.portal.realm.control.RealmStore;
import dev.portico.portal.realm.entity.ChangedAccount;
import dev.portico.portal.realm.entity.Claim;
import dev.portico.portal.tenant.control.TenantStatements;
import dev.portico.portal.ticket.control.Actor;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Of two nodes that talk with a realm about one account, one counts. */
@ExtendWith(ArquillianExtension.class)
class RealmClaimsIT {
    private static final Duration LONG = Duration.ofMinutes(5);

    @Inject
    People people;

    @Inject
    RealmStore store;

    @Inject
    AccountStore accounts;

    @Inject
    Accounts logins;

    @Inject
    TenantStatements statements;

    @Deployment
    static WebArchive product() {
        return Product.with(RealmClaimsIT.class);
    }

    @Test
    void what_is_claimed_is_anothers_only_when_the_claim_has_lapsed() {
        var ana = due();
        assertThat(claim("bmc", ana, LONG)).isEmpty();
        var first = claim("harmony", ana, Duration.ZERO).orElseThrow();
        assertThat(first.tried()).isFalse();
        var second = claim("harmony", ana, LONG).orElseThrow();
        assertThat(second.tried()).isTrue();
        assertThat(claim("harmony", ana, LONG)).isEmpty();
        assertThat(told(second.claim(), ana)).isTrue();
        assertThat(account(ana).realmDue()).isEmpty();
        assertThat(account(ana).enabling()).isFalse();
    }

    /** Nobody knows whose word the realm has heard last. */
    @Test
    void whoever_comes_late_has_it_told_once_more() {
        var ana = due();
        var slow = claim("harmony", ana, Duration.ZERO).orElseThrow().claim();
        var other = claim("harmony", ana, LONG).orElseThrow().claim();
        assertThat(told(slow, ana)).isFalse();
        assertThat(told(other, ana)).as("may have been heard before").isFalse();
        assertThat(account(ana).realmDue()).isPresent();
        var last = claim("harmony", ana, LONG).orElseThrow();
        assertThat(last.tried()).isTrue();
        var version = account(ana).version();
        people.in("harmony", () -> {
            store.untold(slow, version, "EXISTS", Duration.ofDays(1));
            return ana;
        });
        assertThat(account(ana).realmProblem()).isEmpty();
        assertThat(account(ana).realmDue()).isPresent();
    }

    @Test
    void nothing_is_made_of_what_a_realm_has_said_before_it_was_told() {
        var ana = people.customer("harmony");
        mark(ana);
        var asked = changed(ana, Duration.ZERO).orElseThrow();
        change(ana);
        assertThat(lookedAt(asked)).as("due").isFalse();
        assertThat(changed(ana, LONG)).as("while it is due").isEmpty();
        var claim = claim("harmony", ana, LONG).orElseThrow().claim();
        assertThat(told(claim, ana)).isTrue();
        assertThat(lookedAt(asked)).as("told since").isFalse();

        var again = changed(ana, LONG).orElseThrow();
        mark(ana);
        assertThat(lookedAt(again)).isTrue();
        assertThat(lookedAt(changed(ana, LONG).orElseThrow()))
                .as("it was changed after that as well")
                .isTrue();
        assertThat(changed(ana, LONG)).isEmpty();
    }

    /** However many there are, each turn comes further, and whoever is late takes nothing back. */
    @Test
    void the_watch_goes_on_where_it_was() {
        people.customer("harmony");
        people.customer("harmony");
        people.customer("bmc");
        var walked = people.in("harmony", () -> {
            store.begin();
            statements.update("update realm_watch set walked_at = null, walked_to = '' where tenant_id = 'harmony'");
            var all = statements.list(
                    "select realm_subject from account where tenant_id = 'harmony' and realm_subject is not null"
                            + " and erased_at is null order by realm_subject",
                    row -> row.getString(1));
            for (var subject : all) {
                assertThat(store.walk(1, LONG)).containsExactly(subject);
            }
            assertThat(store.walk(1, LONG)).as("complete").isEmpty();
            return store.walk(all.size() + 1, LONG);
        });
        assertThat(walked).as("not again so soon").isEmpty();

        var later = Instant.now().plusSeconds(60);
        var turn = people.in("harmony", () -> {
            store.watched(later, Duration.ZERO);
            store.watched(later.minusSeconds(30), Duration.ZERO);
            return store.claimWatch(LONG, Duration.ofDays(1));
        });
        assertThat(turn.orElseThrow().since()).isAfter(later.minusSeconds(1));
        assertThat(people.in("harmony", () -> store.claimWatch(LONG, Duration.ofDays(1))))
                .as("one at a time")
                .isEmpty();
    }

    @Test
    void whoever_logs_in_while_a_csm_saves_comes_in() throws Exception {
        var ana = people.customer("harmony");
        var login = people.in("harmony", () -> {
            var account = accounts.take(ana.subject()).orElseThrow();
            account.rename("Bea", "Customer", Instant.now());
            var waiting = people.elsewhere("harmony", () -> logins.seen(identity(ana)));
            awaitLock();
            return waiting;
        });
        assertThat(login.get(30, TimeUnit.SECONDS)).hasValueSatisfying(person -> assertThat(person.name())
                .as("the realm has yet to hear of it")
                .isEqualTo("Bea Customer"));
        assertThat(account(ana).seenAt()).isPresent();
    }

    /** The login waits for what this transaction holds. */
    private void awaitLock() {
        for (var tries = 0; tries < 200; tries++) {
            var waiting = statements.first("select count(*) from pg_locks where not granted", row -> row.getLong(1));
            if (waiting.orElse(0L) > 0) {
                return;
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("Nobody waits");
    }

    private static Identity identity(Actor person) {
        return new Identity(
                "https://login.example/realms/harmony",
                person.subject(),
                "harmony",
                person.email(),
                "Ana Customer",
                Optional.of("Ana"),
                Optional.of("Customer"),
                person.email(),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Instant.now());
    }

    private Actor due() {
        var ana = people.customer("harmony");
        people.in("harmony", () -> {
            accounts.find(ana.subject()).orElseThrow().enable(Instant.now().minusSeconds(1));
            return ana;
        });
        return ana;
    }

    private void change(Actor person) {
        people.in("harmony", () -> {
            accounts.find(person.subject()).orElseThrow().rename("Bea", "Customer", Instant.now());
            return person;
        });
    }

    private Optional<RealmStore.Due> claim(String tenant, Actor person, Duration length) {
        return people.in(tenant, () -> store.claimDue(1_000, length)).stream()
                .filter(due -> due.claim().subject().equals(person.subject()))
                .findFirst();
    }

    private boolean told(Claim claim, Actor person) {
        var version = account(person).version();
        return people.in("harmony", () -> store.told(claim, version, person.subject()));
    }

    private void mark(Actor person) {
        people.in("harmony", () -> {
            store.mark(List.of(person.subject(), UUID.randomUUID().toString()));
            return person;
        });
    }

    private Optional<ChangedAccount> changed(Actor person, Duration length) {
        return people.in("harmony", () -> store.claimChanged(1_000, length)).stream()
                .filter(account -> account.claim().subject().equals(person.subject()))
                .findFirst();
    }

    private boolean lookedAt(ChangedAccount account) {
        return people.in("harmony", () -> store.lookedAt(account));
    }

    private Account account(Actor person) {
        return people.in("harmony", () -> accounts.find(person.subject()).orElseThrow());
    }
}
