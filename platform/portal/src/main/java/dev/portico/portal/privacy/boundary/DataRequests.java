package dev.portico.portal.privacy.boundary;

import dev.portico.portal.account.control.AccountErased;
import dev.portico.portal.account.control.AccountStore;
import dev.portico.portal.account.entity.Account;
import dev.portico.portal.account.entity.Organization;
import dev.portico.portal.audit.control.Audit;
import dev.portico.portal.audit.entity.AuditAction;
import dev.portico.portal.contact.control.ContactStore;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.Reader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.privacy.control.DataRequestMails;
import dev.portico.portal.privacy.control.DataRequestMails.Addressee;
import dev.portico.portal.privacy.control.DataRequestStore;
import dev.portico.portal.privacy.control.ErasureDue;
import dev.portico.portal.privacy.entity.DataRequest;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.ticket.control.TicketStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The current tenant's requests, for its administrators to decide. What is not there, or another tenant's, is not found. */
@ApplicationScoped
@Transactional
public class DataRequests {
    @Inject
    DataRequestStore requests;

    @Inject
    AccountStore accounts;

    @Inject
    ContactStore contacts;

    @Inject
    TicketStore tickets;

    @Inject
    DataRequestMails mails;

    @Inject
    TenantContext tenants;

    @Inject
    Texts texts;

    @Inject
    Audit audit;

    @Inject
    Event<AccountErased> erased;

    @Inject
    Event<ErasureDue> due;

    /** A request with the person's name. */
    public record Named(DataRequest request, String name) {}

    /**
     * A request with what there is to know before one decides.
     *
     * @param openTickets of the person
     * @param leaderless name of the organization that would have no contact manager any more
     */
    public record Details(
            DataRequest request, Account account, String organization, long openTickets, Optional<String> leaderless) {}

    /** Those that wait, the oldest first. */
    public List<Named> waiting(int most) {
        return named(requests.waiting(most));
    }

    /** The others, the latest first. */
    public List<Named> decided(int most) {
        return named(requests.decided(most));
    }

    public long countWaiting() {
        return requests.countWaiting();
    }

    private List<Named> named(List<DataRequest> found) {
        var people = accounts.all(found.stream().map(DataRequest::subject).collect(Collectors.toSet()));
        return found.stream()
                .flatMap(request -> Optional.ofNullable(people.get(request.subject())).stream()
                        .map(person -> new Named(request, person.name())))
                .toList();
    }

    public Details details(String id) {
        var request = requests.find(id).orElseThrow(PortalException::notFound);
        var account = account(request);
        var organization = account.organizationId().flatMap(accounts::organization);
        return new Details(
                request,
                account,
                organization.map(Organization::name).orElse(""),
                tickets.tally(Optional.of(account.subject()), Optional.empty()).open(),
                organization.map(Organization::name).filter(name -> isLastManager(account)));
    }

    private boolean isLastManager(Account account) {
        return account.grants().contactManager()
                && account.organizationId()
                        .map(organization -> contacts.managers(organization, 2))
                        .filter(managers -> managers.size() == 1)
                        .isPresent();
    }

    /** @param why for the person to read */
    public void refuse(String id, String why) {
        if (why.isBlank()) {
            throw PortalException.invalid(new FieldProblem("why", "privacy.problem.why"));
        }
        if (why.length() > OwnData.LONGEST_REASON) {
            throw PortalException.invalid(
                    new FieldProblem("why", "privacy.problem.long", Map.of("limit", OwnData.LONGEST_REASON)));
        }
        var request = lockWaiting(id);
        request.refuse(why.strip(), Instant.now());
        audit.record(AuditAction.DELETION_REFUSED, request.subject(), Optional.empty(), List.of());
        mails.refused(Addressee.of(account(request)), why);
    }

    /**
     * Forgets the person, all at once; Keycloak's account follows.
     *
     * @param typed the person's name, typed to show that it is meant
     */
    public void carryOut(String id, String typed) {
        var request = lockWaiting(id);
        var account = account(request);
        if (!typed.strip().equalsIgnoreCase(account.name().strip())) {
            throw PortalException.invalid(new FieldProblem("name", "privacy.problem.name"));
        }
        var now = Instant.now();
        var to = Addressee.of(account);
        var profile = account.profile();
        account.erase(word(), now);
        request.erase(now);
        erased.fire(new AccountErased(account.subject(), profile.email(), profile.emailVerified(), account.name()));
        audit.record(AuditAction.PERSON_DELETED, account.subject(), Optional.empty(), List.of());
        mails.erased(to);
        due.fire(new ErasureDue(tenants.require().id()));
    }

    /** Stored once for all readers, as names are. */
    private String word() {
        var tenant = tenants.require();
        var language = tenant.defaultLanguage();
        return texts.text(new Reader(language, language, tenant.zone()), "privacy.deleted-person");
    }

    private DataRequest lockWaiting(String id) {
        return Optional.of(requests.lock(id).orElseThrow(PortalException::notFound))
                .filter(DataRequest::waiting)
                .orElseThrow(() -> PortalException.conflict("privacy.problem.decided", Map.of()));
    }

    private Account account(DataRequest request) {
        return accounts.find(request.subject()).orElseThrow(PortalException::notFound);
    }
}
