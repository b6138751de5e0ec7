package dev.portico.containertests;

import dev.portico.plugin.manifest.Role;
import dev.portico.portal.account.control.AccountStore;
import dev.portico.portal.account.entity.Account;
import dev.portico.portal.account.entity.Account.Notifications;
import dev.portico.portal.account.entity.Account.Preferences;
import dev.portico.portal.account.entity.Account.Profile;
import dev.portico.portal.issue.boundary.IssueView;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.control.TenantDirectory;
import dev.portico.portal.tenant.control.TenantVisits;
import dev.portico.portal.tenant.entity.Tenant;
import dev.portico.portal.ticket.boundary.Tickets;
import dev.portico.portal.ticket.control.Actor;
import dev.portico.portal.ticket.control.NewTicket;
import dev.portico.portal.ticket.control.Words;
import dev.portico.portal.ticket.entity.Channel;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

/** Two tenants, people who know nobody else, and transactions around what is tested. */
@RequestScoped
public class People {
    @Inject
    TenantDirectory directory;

    @Inject
    TenantContext tenants;

    @Inject
    AccountStore accounts;

    @Inject
    Tickets tickets;

    @Inject
    UserTransaction transaction;

    @Inject
    TenantVisits visits;

    @Resource
    ManagedExecutorService executor;

    /** For the tenant, in a request of its own in another thread. */
    <T> Future<T> elsewhere(String tenant, Deed<T> deed) {
        return executor.submit(() -> {
            var result = new AtomicReference<T>();
            visits.visit(tenant(tenant), visited -> result.set(outside(tenant, deed)));
            return result.get();
        });
    }

    Tenant tenant(String id) {
        return directory.byId(id).orElseThrow();
    }

    /** In one transaction of the tenant. */
    <T> T in(String tenant, Deed<T> deed) {
        return outside(tenant, () -> {
            transaction.begin();
            try {
                var result = deed.run();
                transaction.commit();
                return result;
            } catch (Exception e) {
                transaction.rollback();
                throw e;
            }
        });
    }

    /** For the tenant, without a transaction around it. */
    <T> T outside(String tenant, Deed<T> deed) {
        return tenants.within(tenant(tenant), () -> {
            try {
                return deed.run();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** A new account. */
    Actor customer(String tenant) {
        return customer(tenant, "c" + UUID.randomUUID().toString().substring(0, 8) + "@customer.example");
    }

    Actor customer(String tenant, String address) {
        var subject = UUID.randomUUID().toString();
        var preferences = new Preferences(Locale.ENGLISH, Locale.US, ZoneOffset.UTC, Notifications.ALL);
        in(tenant, () -> {
            var profile = Profile.of("Ana Customer", address, true, Optional.empty());
            accounts.add(Account.ofRealm(subject, profile, preferences, Instant.now()));
            return subject;
        });
        return new Actor(Role.CUSTOMER, subject, "Ana Customer", address, Locale.ENGLISH);
    }

    Actor agent() {
        return new Actor(
                Role.AGENT, UUID.randomUUID().toString(), "Abel Agent", "agent@support.example", Locale.ENGLISH);
    }

    static NewTicket ticket(String subject) {
        return ticket(subject, Optional.empty(), Set.of(), Optional.empty());
    }

    static NewTicket ticket(String subject, List<IssueView> issues) {
        return ticket(subject, "2", Optional.empty(), Set.of(), Optional.empty(), issues);
    }

    static NewTicket ticket(String subject, Optional<String> form, Set<String> files, Optional<String> key) {
        return ticket(subject, "2", form, files, key, List.of());
    }

    static NewTicket ticket(String subject, String severity) {
        return ticket(subject, severity, Optional.empty(), Set.of(), Optional.empty(), List.of());
    }

    private static NewTicket ticket(
            String subject,
            String severity,
            Optional<String> form,
            Set<String> files,
            Optional<String> key,
            List<IssueView> issues) {
        var values =
                Map.of("product", "other", "subject", subject, "description", "What happens", "severity", severity);
        return new NewTicket("case", values, form, files, key, Optional.empty(), issues, Channel.WEB);
    }

    /** For the current tenant. */
    void say(Actor actor, long number, String text) {
        tickets.say(actor, number, Words.of(text));
    }

    /** For the current tenant. */
    void note(Actor actor, long number, String text) {
        tickets.note(actor, number, Words.of(text));
    }

    /** For the current tenant. */
    void move(Actor actor, long number, String status) {
        tickets.moveTo(actor, number, Optional.empty(), status);
    }

    /** @return the number */
    long file(String tenant, Actor requester, String subject) {
        return outside(tenant, () -> tickets.submit(requester, ticket(subject)).number());
    }
}
