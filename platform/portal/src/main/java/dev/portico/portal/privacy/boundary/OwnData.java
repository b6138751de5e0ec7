package dev.portico.portal.privacy.boundary;

import dev.portico.portal.account.control.AccountStore;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.privacy.control.DataRequestMails;
import dev.portico.portal.privacy.control.DataRequestMails.Addressee;
import dev.portico.portal.privacy.control.DataRequestStore;
import dev.portico.portal.privacy.entity.DataRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What a customer of the current tenant can do about being kept. */
@ApplicationScoped
@Transactional
public class OwnData {
    static final int LONGEST_REASON = 2_000;

    @Inject
    DataRequestStore requests;

    @Inject
    AccountStore accounts;

    @Inject
    DataRequestMails mails;

    /** What became of the person's last request. */
    public Optional<DataRequest> latest(String subject) {
        return requests.latest(subject);
    }

    /** @throws PortalException where it is asked for already, or the reason is too long */
    public void ask(String subject, String reason) {
        requests.serialize(subject);
        if (requests.latest(subject).filter(DataRequest::waiting).isPresent()) {
            throw PortalException.conflict("privacy.problem.asked", Map.of());
        }
        if (reason.length() > LONGEST_REASON) {
            throw PortalException.invalid(
                    new FieldProblem("reason", "privacy.problem.long", Map.of("limit", LONGEST_REASON)));
        }
        var account = accounts.find(subject).orElseThrow(PortalException::notFound);
        requests.add(new DataRequest(subject, reason.strip(), Instant.now()));
        mails.asked(Addressee.of(account));
    }

    /** @throws PortalException where it has been decided meanwhile */
    public void cancel(String subject) {
        requests.serialize(subject);
        var request = requests.latest(subject).flatMap(latest -> requests.lock(latest.id()));
        request.filter(DataRequest::waiting)
                .orElseThrow(() -> PortalException.conflict("privacy.problem.decided", Map.of()))
                .cancel(Instant.now());
    }
}
