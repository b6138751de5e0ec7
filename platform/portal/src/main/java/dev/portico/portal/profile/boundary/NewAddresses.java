package dev.portico.portal.profile.boundary;

import dev.portico.portal.account.control.AccountDue;
import dev.portico.portal.account.control.AccountStore;
import dev.portico.portal.account.control.AddressEntered;
import dev.portico.portal.audit.control.Audit;
import dev.portico.portal.audit.control.Change;
import dev.portico.portal.audit.entity.AuditAction;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.profile.control.AddressMails;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.web.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Other addresses that were entered for people of the current tenant who have come in already. One counts when the person has
 * opened, logged in, the link that was sent there: both the account and the address are theirs then, whoever mistyped what.
 */
@ApplicationScoped
@Transactional
public class NewAddresses {
    private static final Duration LIFE = Duration.ofDays(7);

    @Inject
    AccountStore accounts;

    @Inject
    AddressMails mails;

    @Inject
    TenantContext tenants;

    @Inject
    Audit audit;

    @Inject
    Event<AccountDue> due;

    void entered(@Observes AddressEntered entered) {
        var account = entered.account();
        var token = Tokens.random();
        var until = now().plus(LIFE);
        account.enterAddress(entered.email(), Tokens.hash(token), until);
        mails.ask(account, entered.email(), token, until);
        mails.tell(account, entered.email());
    }

    /** The address that the person is asked about by that link; nothing where it leads nowhere, or was sent for another. */
    public Optional<String> asked(String subject, String token) {
        return accounts.find(subject).flatMap(account -> account.newAddress(Tokens.hash(token), now()));
    }

    /**
     * From now on it is the person's address, here and, as soon as it answers, at Keycloak.
     *
     * @throws PortalException not found, where nobody asks any more; conflict, where somebody else has it by now
     */
    public void confirm(String subject, String token) {
        var now = now();
        var account = accounts.take(subject).orElseThrow(PortalException::notFound);
        var address = account.newAddress(Tokens.hash(token), now).orElseThrow(PortalException::notFound);
        accounts.lockAddress(address);
        if (accounts.holds(address)) {
            throw PortalException.conflict("account.address.problem.taken", Map.of());
        }
        var former = account.email();
        account.confirmAddress(now);
        audit.record(
                AuditAction.PERSON_ADDRESS_CONFIRMED,
                subject,
                Optional.empty(),
                List.of(new Change("email", Json.createValue(former), Json.createValue(address))));
        mails.done(account, former);
        due.fire(new AccountDue(tenants.require().id()));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
