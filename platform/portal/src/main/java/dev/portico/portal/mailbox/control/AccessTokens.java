package dev.portico.portal.mailbox.control;

import dev.portico.portal.mailbox.entity.MailboxAccess;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The access tokens that mailboxes were opened with, until shortly before they end; on this node, and nowhere else. Thread-safe. */
@ApplicationScoped
public class AccessTokens {
    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final InstantSource clock;
    private final Map<Key, Held> held = new ConcurrentHashMap<>();

    private record Key(String tenantId, String mailboxId) {}

    private record Held(MailboxAccess sealed, String token, Instant until) {}

    public AccessTokens() {
        this(InstantSource.system());
    }

    AccessTokens(InstantSource clock) {
        this.clock = clock;
    }

    /** @param sealed as the mailbox is set up now: a token of another set-up does not count */
    public Optional<String> find(String tenantId, String mailboxId, MailboxAccess sealed) {
        return Optional.ofNullable(held.get(new Key(tenantId, mailboxId)))
                .filter(kept -> kept.sealed().equals(sealed) && clock.instant().isBefore(kept.until()))
                .map(Held::token);
    }

    public void keep(String tenantId, String mailboxId, MailboxAccess sealed, TokenServers.Granted granted) {
        var now = clock.instant();
        held.values().removeIf(kept -> !now.isBefore(kept.until()));
        var life = granted.life().compareTo(LONGEST) < 0 ? granted.life() : LONGEST;
        var margin = life.compareTo(MARGIN.multipliedBy(2)) < 0 ? life.dividedBy(2) : MARGIN;
        held.put(new Key(tenantId, mailboxId), new Held(sealed, granted.accessToken(), now.plus(life.minus(margin))));
    }

    /** One that the mail server refuses. */
    public void forget(String tenantId, String mailboxId) {
        held.remove(new Key(tenantId, mailboxId));
    }
}
