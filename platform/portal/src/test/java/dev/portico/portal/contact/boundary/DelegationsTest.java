package dev.portico.portal.contact.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.portal.account.control.Membership;
import dev.portico.portal.account.entity.Account.Grants;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DelegationsTest {
    private static final Grants CONTACT = new Grants(true, false, false);

    private final Company company = new Company();
    private final Delegations delegations = new Delegations();

    DelegationsTest() {
        delegations.store = company.delegationStore();
        delegations.contacts = company.contacts();
        delegations.audit = company.audit();
        company.add("grace", "acme", CONTACT);
        company.add("lucia", "acme", CONTACT);
        company.add("henry", "globex", CONTACT);
        company.add("gone", "acme", CONTACT);
        company.account("gone").disable(Instant.EPOCH);
    }

    /** The day is the person's own, and it counts whole. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 366})
    void itLastsToTheEndOfTheDay(long days) {
        var last = today().plusDays(days);
        delegations.delegate(grace(), "lucia", Optional.of(last));
        var until = last.plusDays(1).atStartOfDay(Company.ZONE).toInstant();
        assertThat(company.delegations()).singleElement().satisfies(made -> {
            assertThat(made.fromSubject()).isEqualTo("grace");
            assertThat(made.toSubject()).isEqualTo("lucia");
            assertThat(made.until()).isEqualTo(until);
        });
        assertThat(company.account("lucia").delegatedUntil()).contains(until);
        assertThat(company.recorded()).containsExactly("tickets.delegated lucia until");
    }

    @ParameterizedTest
    @CsvSource({"-1", "367"})
    void neitherAPastDayNorOneFarAwayIsTaken(long days) {
        refused("until", "lucia", Optional.of(today().plusDays(days)));
        refused("until", "lucia", Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"henry", "grace", "gone", "nobody", ""})
    void onlyAColleagueWhoCanComeInActsForOne(String to) {
        refused("to", to, Optional.of(today()));
    }

    @Test
    void whoeverFilesNothingHasNothingToDelegate() {
        company.account("grace").grant(new Grants(false, true, true));
        assertThatThrownBy(() -> delegations.delegate(grace(), "lucia", Optional.of(today())))
                .isInstanceOfSatisfying(PortalException.class, refusal -> assertThat(refusal.kind())
                        .isEqualTo(PortalException.Kind.FORBIDDEN));
    }

    @Test
    void theSameAgainMovesTheEndAndItCanEndEarly() {
        delegations.delegate(grace(), "lucia", Optional.of(today().plusDays(9)));
        delegations.delegate(grace(), "lucia", Optional.of(today()));
        assertThat(company.delegations()).hasSize(1);
        delegations.end("grace", "lucia");
        delegations.end("grace", "lucia");
        assertThat(company.delegations()).isEmpty();
        assertThat(company.recorded()).hasSize(3).last().isEqualTo("tickets.delegation-ended lucia until");
    }

    private void refused(String field, String to, Optional<LocalDate> last) {
        assertThatThrownBy(() -> delegations.delegate(grace(), to, last))
                .isInstanceOfSatisfying(PortalException.class, refusal -> assertThat(refusal.fields())
                        .extracting(FieldProblem::field)
                        .isEqualTo(List.of(field)));
        assertThat(company.delegations()).isEmpty();
    }

    private Membership grace() {
        return Membership.of(company.account("grace"));
    }

    private static LocalDate today() {
        return LocalDate.now(Company.ZONE);
    }
}
