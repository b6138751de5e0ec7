package dev.portico.portal.contact.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.portal.account.entity.Account.Grants;
import dev.portico.portal.contact.boundary.Contacts.Decision;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.failure.PortalException.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactsTest {
    private static final Grants CONTACT = new Grants(true, false, false);
    private static final Grants READER = new Grants(false, true, false);
    private static final Grants MANAGER = new Grants(true, false, true);

    private final Company company = new Company();
    private final Contacts contacts = new Contacts();

    ContactsTest() {
        contacts.store = company.contacts();
        contacts.audit = company.audit();
        company.add("grace", "acme", MANAGER);
        company.add("lucia", "acme", CONTACT);
        company.add("henry", "globex", CONTACT);
    }

    @Test
    void whatIsDecidedIsKeptAndRecorded() {
        var changed = contacts.decide(
                "acme", List.of(new Decision("lucia", CONTACT, READER), new Decision("grace", MANAGER, MANAGER)));
        assertThat(changed).isEqualTo(1);
        assertThat(company.account("lucia").grants()).isEqualTo(READER);
        assertThat(company.recorded()).containsExactly("contact.granted lucia authorized, seesOrganization");
    }

    @Test
    void nobodyDecidesAboutWhatTheyDidNotSee() {
        refused(Kind.CONFLICT, "contact.problem.changed", new Decision("lucia", READER, MANAGER));
    }

    @ParameterizedTest
    @CsvSource({"henry", "nobody"})
    void anotherOrganizationsPeopleAreAbsent(String subject) {
        refused(Kind.NOT_FOUND, "failure.not-found", new Decision(subject, CONTACT, MANAGER));
        assertThat(company.account("henry").grants()).isEqualTo(CONTACT);
    }

    @Test
    void oneContactManagerRemains() {
        refused(Kind.CONFLICT, "contact.problem.last", new Decision("grace", MANAGER, CONTACT));
    }

    @Test
    void aManagerHandsOverToAnother() {
        contacts.decide(
                "acme", List.of(new Decision("grace", MANAGER, CONTACT), new Decision("lucia", CONTACT, MANAGER)));
        assertThat(company.account("grace").grants()).isEqualTo(CONTACT);
    }

    @Test
    void aDisabledManagerDoesNotCount() {
        company.account("lucia").grant(MANAGER);
        company.account("lucia").disable(Instant.EPOCH);
        refused(Kind.CONFLICT, "contact.problem.last", new Decision("grace", MANAGER, CONTACT));
    }

    private void refused(Kind kind, String key, Decision decision) {
        assertThatThrownBy(() -> contacts.decide("acme", List.of(decision)))
                .isInstanceOfSatisfying(PortalException.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(kind);
                    assertThat(refusal.key()).isEqualTo(key);
                });
    }

    @Test
    void peopleAreThoseOfTheOrganization() {
        assertThat(contacts.people("acme", 0, 10)).extracting(Contact::subject).containsExactly("grace", "lucia");
    }
}
