package dev.portico.portal.realm.control;

import dev.portico.portal.failure.ProblemText;
import dev.portico.portal.realm.entity.ChangedAccount;
import dev.portico.portal.realm.entity.Claim;
import dev.portico.portal.realm.entity.WatchTurn;
import dev.portico.portal.tenant.control.TenantStatements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * How far the current tenant's accounts and its realm's are the same. Plain SQL, since EclipseLink knows no {@code skip
 * locked}, and so that what the realm has heard disturbs nobody who changes the account meanwhile: it makes no new version.
 * All times are the database's, since the clocks of two nodes differ.
 *
 * <p>Whoever talks with the realm about an account has claimed it. Where a claim has passed to another, what comes late does
 * not count.
 */
@ApplicationScoped
public class RealmStore {
    private static final String FREE = " and (realm_claimed_until is null or realm_claimed_until <= now())";
    private static final String LATER = "now() + ? * interval '1 ms'";
    private static final String NOBODYS = "realm_claim = null, realm_claimed_until = null";

    private static final String DUE = " from account where tenant_id = ? and realm_due <= now()" + FREE;

    /** What is due is newer than whatever the realm says. */
    private static final String CHANGED = " from account where tenant_id = ? and realm_changed_at is not null"
            + " and realm_due is null and realm_subject is not null and erased_at is null" + FREE;

    private static final String CLAIM =
            " for update skip locked) update account a set realm_claim = ?, realm_claimed_until = " + LATER
                    + " from free where a.tenant_id = ? and a.subject = free.subject returning a.subject, ";

    private static final String CLAIM_DUE = "with free as materialized (select subject,"
            + " realm_claimed_until is not null or realm_attempts > 0 as tried" + DUE + " order by realm_due limit ?"
            + CLAIM + "free.tried";

    private static final String CLAIM_CHANGED = "with free as materialized (select subject" + CHANGED
            + " order by realm_changed_at limit ?" + CLAIM + "a.realm_subject, a.realm_changed_at";

    private static final String HELD = " where tenant_id = ? and subject = ? and realm_claim = ?";

    private static final String TOLD = "update account set " + NOBODYS + ", realm_subject = ?, realm_attempts = 0,"
            + " realm_problem = null, realm_due = case when version <> ? then coalesce(realm_due, now()) end,"
            + " realm_enabling = version <> ? and realm_enabling, realm_ending = version <> ? and realm_ending" + HELD;

    private static final String UNTOLD = "update account set " + NOBODYS + ", realm_attempts = realm_attempts + 1,"
            + " realm_problem = ?, realm_due = case when version <> ? then realm_due else " + LATER + " end" + HELD;

    private static final String LATE = "update account set " + NOBODYS + ", realm_attempts = realm_attempts + 1,"
            + " realm_due = now() where tenant_id = ? and subject = ? and erased_at is null"
            + " and (enabled or realm_subject is not null)";

    private static final String LOOKED_AT = "update account set " + NOBODYS + ", realm_changed_at ="
            + " case when realm_due is null then nullif(realm_changed_at, ?) else realm_changed_at end" + HELD
            + " returning realm_due is null";

    /** In one order, lest two of them wait for each other. */
    private static final String MARK = "with these as materialized (select subject from account where tenant_id = ?"
            + " and realm_subject = any (?) and erased_at is null order by subject for update)"
            + " update account a set realm_changed_at = now() from these where a.tenant_id = ? and a.subject = these.subject";

    private static final String CLAIM_WATCH = "update realm_watch set next_at = " + LATER
            + " where tenant_id = ? and next_at <= now() returning seen_until, silent_since is not null,"
            + " case when listed_at is null or listed_at <= now() - ? * interval '1 ms' then listed_to end";

    @Inject
    TenantStatements statements;

    /**
     * An account of which the realm has something to hear.
     *
     * @param tried whether it may have been told before without anybody having learned of it
     */
    public record Due(Claim claim, boolean tried) {}

    /**
     * That a realm does not answer.
     *
     * @param problem for who runs Keycloak
     */
    public record Silence(Instant since, String problem) {}

    private String tenant() {
        return statements.tenant();
    }

    /** Whether a turn is of use: a realm that answers is to be told or asked of somebody, or the realm is to be watched. */
    public boolean hasWork() {
        var sql = "select (exists (select 1" + DUE + ") or exists (select 1" + CHANGED + ")) and not exists"
                + " (select 1 from realm_watch where tenant_id = ? and silent_since is not null)"
                + " or not exists (select 1 from realm_watch where tenant_id = ? and next_at > now())";
        return statements
                .first(sql, rows -> rows.getBoolean(1), tenant(), tenant(), tenant(), tenant())
                .orElseThrow();
    }

    /** Those who have been due longest and whom nobody tells of; others leave them alone for so long. */
    public List<Due> claimDue(int most, Duration length) {
        var claim = UUID.randomUUID();
        return statements.list(
                CLAIM_DUE,
                rows -> new Due(new Claim(rows.getString(1), claim), rows.getBoolean(2)),
                tenant(),
                most,
                claim,
                length,
                tenant());
    }

    /** Those who have waited longest of whom the realm may know something new, and has nothing to hear. */
    public List<ChangedAccount> claimChanged(int most, Duration length) {
        var claim = UUID.randomUUID();
        return statements.list(
                CLAIM_CHANGED,
                rows -> new ChangedAccount(
                        new Claim(rows.getString(1), claim),
                        rows.getString(2),
                        rows.getTimestamp(3).toInstant()),
                tenant(),
                most,
                claim,
                length,
                tenant());
    }

    /**
     * The realm holds what the account was in that version.
     *
     * @return false where the claim has passed to another. Nobody knows then whose word the realm has heard last, and it is
     *     told once more
     */
    public boolean told(Claim claim, long version, String realmSubject) {
        return statements.update(TOLD, realmSubject, version, version, version, tenant(), claim.subject(), claim.id())
                        == 1
                || late(claim);
    }

    /** Where the claim has passed to another, as {@link #told}. */
    public void untold(Claim claim, long version, String problem, Duration wait) {
        if (statements.update(UNTOLD, ProblemText.of(problem), version, wait, tenant(), claim.subject(), claim.id())
                == 0) {
            late(claim);
        }
    }

    /** Takes the other's claim as well: what that one says may be outdated by what this one has said meanwhile. */
    private boolean late(Claim claim) {
        statements.update(LATE, tenant(), claim.subject());
        return false;
    }

    /** @return whether the claim still counted */
    public boolean release(Claim claim) {
        return statements.update("update account set " + NOBODYS + HELD, tenant(), claim.subject(), claim.id()) == 1;
    }

    /**
     * Somebody has asked the realm. What has changed there since is looked at again, and so is, later on, an account of which
     * the realm has something to hear by now.
     *
     * @return whether what the realm has said counts
     */
    public boolean lookedAt(ChangedAccount account) {
        return statements
                .first(
                        LOOKED_AT,
                        rows -> rows.getBoolean(1),
                        account.changedAt(),
                        tenant(),
                        account.claim().subject(),
                        account.claim().id())
                .orElse(false);
    }

    /** Of them, those whom the portal knows are to be looked at. */
    public void mark(Collection<String> realmSubjects) {
        if (!realmSubjects.isEmpty()) {
            statements.update(MARK, tenant(), realmSubjects, tenant());
        }
    }

    /** Begins to watch the realm, where nobody has. */
    public void begin() {
        statements.update(
                "insert into realm_watch (tenant_id, seen_until, next_at) values (?, now(), now()) on conflict do nothing",
                tenant());
    }

    /**
     * @param length how long nobody else takes a turn, should this one never end
     * @param every from the end of one reading of the realm's list to the next
     */
    public Optional<WatchTurn> claimWatch(Duration length, Duration every) {
        return statements.first(
                CLAIM_WATCH,
                rows -> new WatchTurn(
                        rows.getTimestamp(1).toInstant(),
                        rows.getBoolean(2),
                        Optional.ofNullable(rows.getObject(3, Integer.class))),
                length,
                tenant(),
                every);
    }

    /** Of them, those of whom nothing stands here, nor ever has. */
    public Set<String> unknown(Collection<String> realmSubjects) {
        return realmSubjects.isEmpty()
                ? Set.of()
                : Set.copyOf(statements.list(
                        "select s from unnest(?) s where not exists (select 1 from account where tenant_id = ?"
                                + " and realm_subject = s) and not exists (select 1 from account where tenant_id = ?"
                                + " and former_realm_subject = s)",
                        rows -> rows.getString(1),
                        realmSubjects,
                        tenant(),
                        tenant()));
    }

    /** The realm's list has been read so far. */
    public void listed(int to) {
        statements.update("update realm_watch set listed_to = ? where tenant_id = ?", to, tenant());
    }

    /** The realm's list has been read to its end. */
    public void listed() {
        statements.update("update realm_watch set listed_to = 0, listed_at = now() where tenant_id = ?", tenant());
    }

    /** The realm's list is to be read from its beginning. */
    public void list() {
        statements.update("update realm_watch set listed_to = 0, listed_at = null where tenant_id = ?", tenant());
    }

    /** Whoever comes late takes nothing back. */
    public void watched(Instant seenUntil, Duration pause) {
        statements.update(
                "update realm_watch set seen_until = greatest(seen_until, ?), silent_since = null, problem = null,"
                        + " next_at = " + LATER + " where tenant_id = ?",
                seenUntil,
                pause,
                tenant());
    }

    /**
     * The next of the realm's accounts for the look at each of them; none while that is not due.
     *
     * @param every from the end of one such look to the next
     */
    public List<String> walk(int most, Duration every) {
        return statements
                .first(
                        "select walked_to from realm_watch where tenant_id = ? and (walked_at is null or walked_at <= now()"
                                + " - ? * interval '1 ms') for update",
                        rows -> rows.getString(1),
                        tenant(),
                        every)
                .map(from -> walk(from, most))
                .orElse(List.of());
    }

    private List<String> walk(String from, int most) {
        var next = statements.list(
                "select realm_subject from account where tenant_id = ? and realm_subject > ? and erased_at is null"
                        + " order by realm_subject limit ?",
                rows -> rows.getString(1),
                tenant(),
                from,
                most);
        var complete = next.size() < most;
        statements.update(
                "update realm_watch set walked_to = ?, walked_at = case when ? then now() else walked_at end"
                        + " where tenant_id = ?",
                complete ? "" : next.get(next.size() - 1),
                complete,
                tenant());
        return next;
    }

    /** @return whether it had answered until now */
    public boolean silent(String problem, Duration pause) {
        begin();
        var first = silence().isEmpty();
        statements.update(
                "update realm_watch set silent_since = coalesce(silent_since, now()), problem = ?, next_at = " + LATER
                        + " where tenant_id = ?",
                ProblemText.of(problem),
                pause,
                tenant());
        return first;
    }

    public Optional<Silence> silence() {
        return statements.first(
                "select silent_since, problem from realm_watch where tenant_id = ? and silent_since is not null",
                rows -> new Silence(rows.getTimestamp(1).toInstant(), rows.getString(2)),
                tenant());
    }

    public long waiting() {
        return statements
                .first(
                        "select count(*) from account where tenant_id = ? and realm_due is not null",
                        rows -> rows.getLong(1),
                        tenant())
                .orElseThrow();
    }
}
