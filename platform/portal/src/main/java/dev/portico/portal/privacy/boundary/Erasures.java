package dev.portico.portal.privacy.boundary;

import dev.portico.portal.account.control.AccountStore;
import dev.portico.portal.account.entity.Account;
import dev.portico.portal.mail.control.BackOff;
import dev.portico.portal.privacy.control.DataRequestStore;
import dev.portico.portal.privacy.entity.DataRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** What Keycloak still has of people who are forgotten here. */
@ApplicationScoped
@Transactional
public class Erasures {
    @Inject
    DataRequestStore requests;

    @Inject
    AccountStore accounts;

    /** @param realmSubject nothing where Keycloak never had the person */
    public record Due(String request, Optional<String> realmSubject) {}

    /** The next one, for one turn: whoever comes later leaves it alone until it is due again. */
    public Optional<Due> next(Instant now) {
        var found = requests.due(now);
        found.ifPresent(request -> request.attempt(now.plus(BackOff.after(request.attempts() + 1, 0))));
        return found.map(request ->
                new Due(request.id(), accounts.find(request.subject()).flatMap(Account::realmSubject)));
    }

    public void done(String request) {
        requests.lock(request).ifPresent(DataRequest::done);
    }
}
