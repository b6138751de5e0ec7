package dev.portico.portal.ticket.boundary;

import dev.portico.portal.stop.WorkInProgress;
import dev.portico.portal.subscription.control.IssueNews;
import dev.portico.portal.tenant.control.TenantRounds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;

/** Writes the mails of {@link IssueNotices} as soon as there is news, and later those that a node left over. */
@ApplicationScoped
public class IssueNoticeWorker {
    private static final Duration PAUSE = Duration.ofSeconds(15);
    private static final String WHAT = "Notices of known issues";

    @Inject
    TenantRounds rounds;

    @Inject
    IssueNotices notices;

    @Inject
    WorkInProgress work;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        rounds.every(PAUSE, WHAT, tenant -> tell());
    }

    void told(@Observes(during = TransactionPhase.AFTER_SUCCESS) IssueNews said) {
        rounds.soon(said.tenantId(), WHAT, tenant -> tell());
    }

    private void tell() {
        while (!work.ending() && notices.tellNext()) {
            continue;
        }
    }
}
