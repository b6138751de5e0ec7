package dev.portico.portal.ticket.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.i18n.Languages;
import dev.portico.plugin.manifest.Role;
import dev.portico.plugin.manifest.StatusCategory;
import dev.portico.plugin.manifest.Tone;
import dev.portico.plugin.manifest.Workflow;
import dev.portico.portal.account.control.AccountStore;
import dev.portico.portal.account.entity.Account;
import dev.portico.portal.account.entity.Account.Grants;
import dev.portico.portal.account.entity.Organization;
import dev.portico.portal.account.entity.Organization.Agreement;
import dev.portico.portal.account.entity.Organization.Plan;
import dev.portico.portal.contact.control.Colleague;
import dev.portico.portal.contact.control.ContactStore;
import dev.portico.portal.contact.control.DelegationStore;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.ticket.control.Actor.Standing;
import dev.portico.portal.ticket.entity.Channel;
import dev.portico.portal.ticket.entity.Opening;
import dev.portico.portal.ticket.entity.Requester;
import dev.portico.portal.ticket.entity.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each relation to a ticket lets somebody do (B10); all else is of pages and REST to refuse. */
class TicketAccessTest {
    private static final Instant LATER = Instant.now().plusSeconds(3_600);
    private static final Instant BEFORE = Instant.now().minusSeconds(1);
    private static final String ME = "me";
    private static final String DELEGATOR = "delegator";

    private final TicketAccess access = new TicketAccess();
    private int asked;

    @BeforeEach
    void stand() {
        access.delegations = new DelegationStore() {
            @Override
            public boolean delegated(String from, String to, String organization, Instant now) {
                asked++;
                // "moved" has delegated, too, and belongs to globex by now.
                return to.equals(ME)
                        && (from.equals(DELEGATOR) && organization.equals("acme")
                                || from.equals("moved") && organization.equals("globex"));
            }

            @Override
            public List<Colleague> delegators(String to, String organization, Instant now) {
                asked++;
                return List.of(new Colleague(DELEGATOR, "Dora", LATER));
            }
        };
        access.participants = new ParticipantStore() {
            @Override
            public boolean takesPart(Ticket ticket, String subject) {
                asked++;
                return subject.equals(ME);
            }
        };
        access.accounts = new AccountStore() {
            @Override
            public Optional<Organization> organization(String id) {
                var company = new Organization(id, id, Instant.EPOCH);
                var plan = id.equals("acme") ? Plan.ENTERPRISE : Plan.STANDARD;
                company.agree(new Agreement(plan, Optional.empty(), List.of(), false));
                return Optional.of(company);
            }
        };
        access.contacts = new ContactStore() {
            @Override
            public List<Account> managers(String organization, int most) {
                return List.of();
            }
        };
    }

    /**
     * By who filed the ticket and for whom: {@code other} is a colleague, {@code delegator} one who delegated theirs, {@code moved}
     * one who did so and went from acme to globex.
     */
    @ParameterizedTest(name = "{0} of {1}, filed by {2} for {3}: sees {4}, answers {5}")
    @CsvSource({
        // authorized, or not; sees the organization, or not; has something delegated, or not
        "authorized,          acme, me,        acme,   true,  true",
        "authorized,          acme, me,        globex, true,  true",
        "authorized,          acme, me,        '',     true,  true",
        "authorized,          acme, other,     acme,   false, false",
        "authorized,          acme, delegator, acme,   false, false",
        "authorized,          '',   me,        '',     true,  true",
        "authorized,          '',   other,     '',     false, false",
        "authorized,          '',   other,     acme,   false, false",
        "authorized+sees,     acme, other,     acme,   true,  true",
        "authorized+sees,     acme, other,     globex, false, false",
        "authorized+sees,     acme, other,     '',     false, false",
        "authorized+sees,     '',   other,     '',     false, false",
        "authorized+delegate, acme, delegator, acme,   true,  true",
        "authorized+delegate, acme, other,     acme,   false, false",
        "authorized+delegate, acme, delegator, globex, false, false",
        "authorized+delegate, acme, delegator, '',     false, false",
        "authorized+delegate, '',   delegator, '',     false, false",
        "authorized+delegate, acme, moved,     acme,   false, false",
        "authorized+delegate, globex, moved,   globex, true,  true",
        "authorized+delegate, globex, moved,   acme,   false, false",
        "authorized+ended,    acme, delegator, acme,   false, false",
        "authorized+manager,  acme, other,     acme,   false, false",
        "reader,              acme, me,        acme,   true,  false",
        "reader,              acme, other,     acme,   false, false",
        "reader+sees,         acme, other,     acme,   true,  false",
        "reader+sees,         acme, other,     globex, false, false",
        "reader+delegate,     acme, delegator, acme,   true,  false",
        "reader+manager,      acme, me,        acme,   true,  false",
        "authorized+takes-part, acme, other,   acme,   true,  true",
        "authorized+takes-part, acme, other,   globex, true,  true",
        "authorized+takes-part, '',   other,   '',     true,  true",
        "reader+takes-part,   acme, other,     acme,   true,  false",
        "agent,               '',   other,     globex, true,  true",
        "system,              '',   other,     '',     true,  true"
    })
    void aTicketIsSeenAndAnsweredByWhoMay(
            String who, String organization, String requester, String of, boolean sees, boolean answers) {
        var actor = actor(who, organization);
        var ticket = ticket(requester, of);
        assertThat(access.sees(actor, ticket)).isEqualTo(sees);
        assertThat(access.answers(actor, ticket)).isEqualTo(answers);
    }

    @ParameterizedTest(name = "{0} of {1}, filed by {2} for {3}: {4}")
    @CsvSource({
        "authorized,            acme, me,        acme, true",
        "reader,                acme, me,        acme, false",
        "authorized+sees,       acme, other,     acme, true",
        "authorized+delegate,   acme, delegator, acme, true",
        "authorized+takes-part, acme, other,     acme, false",
        "authorized,            acme, other,     acme, false",
        "agent,                 '',   other,     acme, true"
    })
    void whoOnlyTakesPartLetsNobodyElseIn(
            String who, String organization, String requester, String of, boolean involves) {
        assertThat(access.involves(actor(who, organization), ticket(requester, of)))
                .isEqualTo(involves);
    }

    @ParameterizedTest
    @CsvSource({
        "authorized, true",
        "authorized+sees, true",
        "reader, false",
        "reader+sees, false",
        "reader+delegate, false",
        "reader+manager, false",
        "agent, true"
    })
    void onlyAnAuthorizedContactFiles(String who, boolean files) {
        var actor = actor(who, "acme");
        assertThat(access.files(actor)).isEqualTo(files);
        if (files) {
            access.requireAuthorized(actor);
        } else {
            assertThatThrownBy(() -> access.requireAuthorized(actor))
                    .isInstanceOfSatisfying(PortalException.class, refused -> assertThat(refused.kind())
                            .isEqualTo(PortalException.Kind.FORBIDDEN));
        }
    }

    /** Acme is an enterprise. */
    @ParameterizedTest(name = "{0} of {1}, filed by {2} for {3}: {4}")
    @CsvSource({
        "authorized,          acme,   me,        acme,   true",
        "authorized,          acme,   me,        '',     false",
        "authorized,          acme,   me,        globex, false",
        "authorized,          acme,   other,     acme,   false",
        "authorized+sees,     acme,   other,     acme,   true",
        "authorized+delegate, acme,   delegator, acme,   true",
        "reader+sees,         acme,   me,        acme,   false",
        "authorized,          globex, me,        globex, false",
        "authorized+sees,     globex, me,        acme,   false",
        "authorized,          '',     me,        '',     false",
        "agent,               acme,   me,        acme,   false"
    })
    void onlyPeopleOfAnEnterpriseEscalate(
            String who, String organization, String requester, String of, boolean escalates) {
        assertThat(access.escalates(actor(who, organization), ticket(requester, of)))
                .isEqualTo(escalates);
    }

    @ParameterizedTest
    @CsvSource({
        "authorized, acme, mine",
        "authorized+sees, acme, mine organization",
        "authorized+delegate, acme, mine delegator",
        "authorized+sees+delegate, acme, mine organization delegator",
        "authorized+ended, acme, mine",
        "authorized+takes-part, acme, mine taking-part",
        "authorized+sees+delegate, '', mine"
    })
    void thereIsAListOfEachKindThatOneSees(String who, String organization, String scopes) {
        assertThat(access.scopes(actor(who, organization)))
                .extracting(TicketScope::id)
                .containsExactly(scopes.split(" "));
    }

    /** One's own list and page cost what they did. */
    @Test
    void nobodyIsLookedForWithoutNeed() {
        access.sees(actor("authorized+delegate", "acme"), ticket(ME, "acme"));
        access.sees(actor("authorized+sees+delegate", "acme"), ticket("other", "acme"));
        access.sees(actor("authorized", "acme"), ticket("other", "acme"));
        access.sees(actor("authorized+takes-part", "acme"), ticket(ME, "acme"));
        access.scopes(actor("authorized+sees", "acme"));
        assertThat(asked).isZero();
    }

    private static Actor actor(String who, String organization) {
        var role = who.equals("agent") ? Role.AGENT : who.equals("system") ? Role.SYSTEM : Role.CUSTOMER;
        var grants = new Grants(who.startsWith("authorized"), who.contains("sees"), who.contains("manager"));
        var until = who.contains("delegate")
                ? Optional.of(LATER)
                : who.contains("ended") ? Optional.of(BEFORE) : Optional.<Instant>empty();
        var standing = new Standing(present(organization), grants, until, who.contains("takes-part"));
        return new Actor(role, ME, "Me", "me@acme.example", Languages.ENGLISH, standing);
    }

    private static Ticket ticket(String requester, String organization) {
        var opening = new Opening(
                "case",
                "Subject",
                "subject",
                "3",
                3,
                Optional.empty(),
                "{}",
                Channel.WEB,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty());
        var person = new Requester(requester, requester, present(organization), Languages.ENGLISH);
        var open = new Workflow.Status("open", "status.open", StatusCategory.NEW, Tone.NEUTRAL);
        return new Ticket(1, opening, person, open, Instant.EPOCH);
    }

    private static Optional<String> present(String text) {
        return Optional.of(text).filter(id -> !id.isEmpty());
    }
}
