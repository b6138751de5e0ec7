package dev.portico.portal.realm.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.keycloak.RealmAccount;
import dev.portico.portal.account.entity.Account;
import dev.portico.portal.account.entity.Account.Notifications;
import dev.portico.portal.account.entity.Account.Preferences;
import dev.portico.portal.account.entity.Account.Profile;
import dev.portico.portal.realm.entity.DueAccount;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RealmPersonTest {
    private static final Profile ANA = new Profile("Ana Núñez", "", "", "Ana@acme.example", true, Optional.of("acme"));

    private static DueAccount due(Profile profile) {
        return new DueAccount(
                "key",
                Optional.empty(),
                1,
                false,
                profile,
                "Acme",
                Locale.forLanguageTag("es"),
                ZoneId.of("Europe/Madrid"),
                true,
                false,
                false);
    }

    private static RealmAccount known(String username, String email, String given, String family) {
        return new RealmAccount("s", username, email, true, given, family, true, Map.of(), Instant.EPOCH);
    }

    @Test
    void a_new_account_is_named_for_its_address() {
        var state = RealmPerson.state(due(ANA), Optional.empty());
        assertThat(state.username()).isEqualTo("ana@acme.example");
        assertThat(state.email()).isEqualTo("Ana@acme.example");
        assertThat(state.givenName()).isEqualTo("Ana Núñez");
        assertThat(state.familyName()).isEmpty();
        assertThat(state.attributes())
                .containsEntry("porticoAccount", "key")
                .containsEntry("organization", "acme")
                .containsEntry("organizationName", "Acme")
                .containsEntry("locale", "es")
                .containsEntry("zoneinfo", "Europe/Madrid");
    }

    @Test
    void whoever_is_disabled_there_is_let_in_again_by_a_decision_here_alone() {
        var disabled = new RealmAccount("s", "a", "a@acme.example", true, "", "", false, Map.of(), Instant.EPOCH);
        assertThat(RealmPerson.state(due(ANA), Optional.of(disabled)).enabled()).isFalse();
        var decided = new DueAccount(
                "key", Optional.of("s"), 1, false, ANA, "Acme", Locale.ENGLISH, ZoneOffset.UTC, true, true, false);
        assertThat(RealmPerson.state(decided, Optional.of(disabled)).enabled()).isTrue();
        assertThat(RealmPerson.state(due(ANA), Optional.empty()).enabled()).isTrue();
    }

    @Test
    void a_user_name_that_is_the_old_address_follows_and_any_other_stays() {
        assertThat(RealmPerson.state(due(ANA), Optional.of(known("old@acme.example", "old@acme.example", "", "")))
                        .username())
                .isEqualTo("ana@acme.example");
        assertThat(RealmPerson.state(due(ANA), Optional.of(known("acme-es", "old@acme.example", "", "")))
                        .username())
                .isEqualTo("acme-es");
    }

    @Test
    void the_parts_of_a_name_that_the_realm_knows_stay_while_the_name_does() {
        var state = RealmPerson.state(due(ANA), Optional.of(known("a", "a@acme.example", "Ana", "Núñez")));
        assertThat(List.of(state.givenName(), state.familyName())).containsExactly("Ana", "Núñez");
        var renamed = RealmPerson.state(due(ANA), Optional.of(known("a", "a@acme.example", "Eva", "Núñez")));
        assertThat(List.of(renamed.givenName(), renamed.familyName())).containsExactly("Ana Núñez", "");
        var parts = new Profile("Eva N.", "Eva", "N.", "a@acme.example", true, Optional.empty());
        assertThat(RealmPerson.state(due(parts), Optional.of(known("a", "a@acme.example", "Ana", "Núñez")))
                        .familyName())
                .isEqualTo("N.");
    }

    @Test
    void who_belongs_to_no_organization_belongs_to_none_in_the_realm() {
        var alone = Profile.of("Ana", "ana@acme.example", true, Optional.empty());
        assertThat(RealmPerson.state(due(alone), Optional.empty()).attributes()).containsEntry("organization", "");
    }

    @Test
    void the_realms_word_changes_name_and_address_and_nothing_else() {
        var account = Account.ofRealm(
                "s", ANA, new Preferences(Locale.ENGLISH, Locale.US, ZoneOffset.UTC, Notifications.ALL), Instant.EPOCH);
        var same = RealmPerson.profile(known("a", "ana@acme.example", "Ana", "Núñez"), account);
        assertThat(same.email()).as("the realm keeps no capitals").isEqualTo("Ana@acme.example");
        assertThat(same.organizationId()).contains("acme");
        var other = RealmPerson.profile(known("a", "eva@acme.example", "Eva", ""), account);
        assertThat(other.name()).isEqualTo("Eva");
        assertThat(other.email()).isEqualTo("eva@acme.example");
        assertThat(RealmPerson.profile(known("a", "", "", ""), account).name()).isEqualTo("Ana Núñez");
    }
}
