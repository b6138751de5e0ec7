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
import dev.portico.portal.mailbox.control.MailboxSetUpStore;
import dev.portico.portal.mailbox.entity.Mailbox;
import dev.portico.portal.mailbox.entity.MailboxAccess;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.secret.SecretCipher;
import dev.portico.portal.secret.SecretCipher.Place;
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
    @Inject
    MailboxSetUpStore store;

    @Inject
    MailboxAccesses accesses;

    @Inject
    SecretCipher cipher;

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
     * How to open what is entered, whether it is saved or not. The stored password goes only where it was entered for.
     *
     * @param id of one that is there already
     * @param password empty for the stored one
     * @throws PortalException invalid, with every problem at its field
     */
    public MailboxAccess access(Optional<String> id, MailboxForm form, String password) {
        user.require(Access.ADMIN);
        var stored = id.flatMap(store::find).map(Mailbox::access);
        var entered = MailboxRules.check(form, password, stored);
        try {
            return password.isEmpty()
                    ? accesses.open(
                            tenants.require().id(),
                            id.orElseThrow(),
                            entered.withSecret(stored.orElseThrow().secret()))
                    : accesses.allowed(entered).withSecret(password);
        } catch (MailboxException refused) {
            throw MailboxTrouble.refusal(refused.problem());
        }
    }

    /** @throws PortalException invalid, with every problem at its field */
    public void create(MailboxForm form, String password) {
        user.require(Access.ADMIN);
        store.serialize();
        var id = UUID.randomUUID().toString();
        var checked = checked(id, form, password, Optional.empty());
        var now = now();
        var mailbox = new Mailbox(
                id,
                checked.address(),
                checked.access().withSecret(seal(id, password)),
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
     * @param password empty for the stored one
     * @param version that the form showed
     * @throws PortalException not found; invalid, with every problem at its field; outdated
     */
    public void change(String id, MailboxForm form, String password, long version) {
        user.require(Access.ADMIN);
        store.serialize();
        var before = store.find(id).orElseThrow(PortalException::notFound);
        var checked = checked(id, form, password, Optional.of(before.access()));
        var secret = password.isEmpty() ? before.access().secret() : seal(id, password);
        var after = new Mailbox(
                id,
                checked.address(),
                checked.access().withSecret(secret),
                checked.type(),
                checked.server(),
                before.enabled(),
                before.takenFrom(),
                version,
                before.used());
        var changes = MailboxForm.of(after).since(MailboxForm.of(before).fields());
        if (!password.isEmpty()) {
            changes.add(new Change("password", JsonValue.NULL, Json.createValue("***")));
        }
        if (!store.change(after, moved(before.access(), after.access()), now())) {
            throw PortalException.outdated("mailbox.outdated", Map.of());
        }
        if (!changes.isEmpty()) {
            record(AuditAction.MAILBOX_CHANGED, id, changes);
        }
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

    private MailboxRules.Checked checked(String id, MailboxForm form, String password, Optional<MailboxAccess> stored) {
        var checked = MailboxRules.check(form, types().keySet(), password, stored);
        try {
            accesses.allowed(checked.access());
        } catch (MailboxException refused) {
            throw MailboxTrouble.refusal(refused.problem());
        }
        if (store.isTaken(checked.access(), id)) {
            throw PortalException.invalid(new FieldProblem("login", "mailbox.wrong.taken"));
        }
        return checked;
    }

    private String seal(String id, String password) {
        return cipher.seal(Place.ofMailbox(tenants.require().id(), id), password);
    }

    private void record(AuditAction action, String id, List<Change> changes) {
        audit.record(action, id, Optional.empty(), changes);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
