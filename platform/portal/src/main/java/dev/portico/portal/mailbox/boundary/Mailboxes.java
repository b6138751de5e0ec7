package dev.portico.portal.mailbox.boundary;

import dev.portico.plugin.manifest.Word;
import dev.portico.portal.audit.control.Audit;
import dev.portico.portal.audit.control.Change;
import dev.portico.portal.audit.entity.AuditAction;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.mailbox.control.MailboxAccesses;
import dev.portico.portal.mailbox.control.MailboxException;
import dev.portico.portal.mailbox.control.MailboxForm;
import dev.portico.portal.mailbox.control.MailboxRules;
import dev.portico.portal.mailbox.control.MailboxSecrets;
import dev.portico.portal.mailbox.control.MailboxSetUpStore;
import dev.portico.portal.mailbox.entity.Mailbox;
import dev.portico.portal.mailbox.entity.MailboxAccess;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.web.Access;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The current tenant's mailboxes, as its administrators set them up (H1). */
@ApplicationScoped
@Transactional
public class Mailboxes {
    private static final String HIDDEN = "***";

    @Inject
    MailboxSetUpStore store;

    @Inject
    MailboxAccesses accesses;

    @Inject
    TenantDesks desks;

    @Inject
    TenantContext tenants;

    @Inject
    CurrentReader reader;

    @Inject
    CurrentUser user;

    @Inject
    Audit audit;

    public Optional<Mailbox> find(String id) {
        user.require(Access.ADMIN);
        return store.find(id);
    }

    /** What the tenant's desks call a ticket of each of their types, in the reader's language. */
    public Map<String, String> types() {
        var types = new LinkedHashMap<String, String>();
        desks.all().forEach(desk -> types.put(desk.type().id(), desk.word(reader.get(), Word.NOUN)));
        return types;
    }

    /**
     * What is tried out.
     *
     * @param access open
     * @param stored where its refresh token is the one that is stored
     */
    record Trial(MailboxAccess access, Optional<MailboxAccess> stored) {}

    /**
     * How to open what is entered, whether it is saved or not. Stored secrets go only where they were entered for.
     *
     * @param id of one that is there already
     * @param secrets empty for the stored ones
     * @throws PortalException invalid, with every problem at its field
     */
    Trial trial(Optional<String> id, MailboxForm form, MailboxSecrets secrets) {
        user.require(Access.ADMIN);
        var stored = id.flatMap(store::find).map(Mailbox::access);
        var entered = MailboxRules.check(form, secrets, stored);
        var tenant = tenants.require().id();
        try {
            var access = accesses.allowed(entered);
            var secret = secrets.secret(entered);
            access = access.withSecret(
                    secret.isPresent()
                            ? secret.get()
                            : accesses.secret(tenant, id.orElseThrow(), stored.orElseThrow()));
            var refreshToken = secrets.refreshToken(entered, stored);
            return refreshToken.isPresent()
                    ? new Trial(access.withRefreshToken(refreshToken.get()), Optional.empty())
                    : new Trial(
                            access.withRefreshToken(
                                    accesses.refreshToken(tenant, id.orElseThrow(), stored.orElseThrow())),
                            stored);
        } catch (MailboxException refused) {
            throw MailboxTrouble.refusal(refused.problem(), entered.authentication());
        }
    }

    /**
     * @param secrets without stored ones
     * @throws PortalException invalid, with every problem at its field
     */
    public void create(MailboxForm form, MailboxSecrets secrets) {
        user.require(Access.ADMIN);
        store.serialize();
        var id = UUID.randomUUID().toString();
        var checked = checked(id, form, secrets, Optional.empty());
        var now = now();
        var mailbox = new Mailbox(
                id,
                checked.address(),
                sealed(id, checked.access(), secrets, Optional.empty()),
                checked.type(),
                checked.server(),
                true,
                form.everything() ? Optional.empty() : Optional.of(now),
                1,
                false);
        store.add(mailbox, now);
        record(AuditAction.MAILBOX_CREATED, id, MailboxForm.of(mailbox).since(Map.of()));
    }

    /**
     * @param secrets empty for the stored ones
     * @param version that the form showed
     * @throws PortalException not found; invalid, with every problem at its field; outdated
     */
    public void change(String id, MailboxForm form, MailboxSecrets secrets, long version) {
        user.require(Access.ADMIN);
        store.serialize();
        var before = store.find(id).orElseThrow(PortalException::notFound);
        var stored = Optional.of(before.access());
        var checked = checked(id, form, secrets, stored);
        var access = sealed(id, checked.access(), secrets, stored);
        var refreshToken = secrets.refreshToken(access, stored).map(entered -> access.refreshToken());
        var after = new Mailbox(
                id,
                checked.address(),
                access,
                checked.type(),
                checked.server(),
                before.enabled(),
                before.takenFrom(),
                version,
                before.used());
        var changes = MailboxForm.of(after).since(MailboxForm.of(before).fields());
        if (secrets.secret(access).isPresent()) {
            changes.add(entered(access.tokens().isPresent() ? "client-secret" : "password"));
        }
        if (!access.refreshToken().isEmpty() && refreshToken.isPresent()) {
            changes.add(entered("refresh-token"));
        } else if (access.refreshToken().isEmpty()
                && !before.access().refreshToken().isEmpty()) {
            changes.add(new Change("refresh-token", Json.createValue(HIDDEN), JsonValue.NULL));
        }
        if (!store.change(after, refreshToken, moved(before.access(), after.access()), now())) {
            throw PortalException.outdated("mailbox.outdated", Map.of());
        }
        if (!changes.isEmpty()) {
            record(AuditAction.MAILBOX_CHANGED, id, changes);
        }
    }

    private static Change entered(String secret) {
        return new Change(secret, JsonValue.NULL, Json.createValue(HIDDEN));
    }

    /** Whether its mails have other numbers from now on. */
    private static boolean moved(MailboxAccess before, MailboxAccess after) {
        return !before.host().equals(after.host())
                || !before.login().equals(after.login())
                || !before.folder().equals(after.folder());
    }

    /** @throws PortalException not found */
    public void enable(String id, boolean enabled) {
        var mailbox = find(id).orElseThrow(PortalException::notFound);
        if (store.enable(mailbox.id(), enabled, now())) {
            record(enabled ? AuditAction.MAILBOX_ENABLED : AuditAction.MAILBOX_DISABLED, id, List.of());
        }
    }

    /** @throws PortalException not found; conflict, where mails have come through it */
    public void remove(String id) {
        var mailbox = find(id).orElseThrow(PortalException::notFound);
        if (!store.remove(id)) {
            throw PortalException.conflict("mailbox.remove.used", Map.of());
        }
        record(
                AuditAction.MAILBOX_REMOVED,
                id,
                List.of(new Change("address", Json.createValue(mailbox.address()), JsonValue.NULL)));
    }

    private MailboxRules.Checked checked(
            String id, MailboxForm form, MailboxSecrets secrets, Optional<MailboxAccess> stored) {
        var checked = MailboxRules.check(form, types().keySet(), secrets, stored);
        try {
            accesses.allowed(checked.access());
        } catch (MailboxException refused) {
            throw MailboxTrouble.refusal(refused.problem(), checked.access().authentication());
        }
        if (store.isTaken(checked.access(), id)) {
            throw PortalException.invalid(new FieldProblem("login", "mailbox.wrong.taken"));
        }
        return checked;
    }

    /** With what is entered, sealed, and otherwise what is stored. */
    private MailboxAccess sealed(
            String id, MailboxAccess entered, MailboxSecrets secrets, Optional<MailboxAccess> stored) {
        var refreshToken = secrets.refreshToken(entered, stored);
        var open = entered.withSecret(secrets.secret(entered).orElse("")).withRefreshToken(refreshToken.orElse(""));
        var sealed = accesses.sealed(tenants.require().id(), id, open);
        if (open.secret().isEmpty()) {
            sealed = sealed.withSecret(stored.orElseThrow().secret());
        }
        return refreshToken.isEmpty()
                ? sealed.withRefreshToken(stored.orElseThrow().refreshToken())
                : sealed;
    }

    private void record(AuditAction action, String id, List<Change> changes) {
        audit.record(action, id, Optional.empty(), changes);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
