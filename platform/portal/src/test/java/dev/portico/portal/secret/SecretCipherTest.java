package dev.portico.portal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.portal.secret.SecretCipher.Place;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretCipherTest {
    private static final Place PLACE = new Place("harmony", "desk", "token");

    private final SecretCipher cipher = cipher("first master key", Optional.empty());

    @Test
    void whatWasSealedOpensWhereItBelongs() {
        var sealed = cipher.seal(PLACE, "contraseña 🔑");
        assertThat(cipher.open(PLACE, sealed)).contains("contraseña 🔑");
        assertThat(sealed).doesNotContain("contrase");
    }

    @Test
    void theSameSecretIsNeverSealedTheSame() {
        assertThat(cipher.seal(PLACE, "secret")).isNotEqualTo(cipher.seal(PLACE, "secret"));
    }

    @ParameterizedTest
    @CsvSource({"bmc, desk, token", "harmony, other, token", "harmony, desk, other"})
    void itOpensNowhereElse(String tenant, String plugin, String setting) {
        assertThat(cipher.open(new Place(tenant, plugin, setting), cipher.seal(PLACE, "secret")))
                .isEmpty();
    }

    @Test
    void oneBitChangedAndItDoesNotOpen() {
        var sealed = cipher.seal(PLACE, "secret");
        for (int i = sealed.indexOf('.') + 1; i < sealed.length() - 1; i++) {
            var other = sealed.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(cipher.open(PLACE, sealed.substring(0, i) + other + sealed.substring(i + 1)))
                    .as("character " + i)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "a.b.c", "..", "{\"plain\": 1}"})
    void whatNobodySealedDoesNotOpen(String text) {
        assertThat(cipher.open(PLACE, text)).isEmpty();
    }

    @Test
    void afterTheKeyIsChangedTheFormerOneStillOpensAndTheNewOneSeals() {
        var before = cipher.seal(PLACE, "secret");
        var changed = cipher("second master key", Optional.of("first master key"));
        assertThat(changed.open(PLACE, before)).contains("secret");
        assertThat(changed.isCurrent(before)).isFalse();
        assertThat(changed.isCurrent(changed.seal(PLACE, "secret"))).isTrue();
        assertThat(cipher.open(PLACE, changed.seal(PLACE, "secret"))).isEmpty();
        assertThat(cipher("second master key", Optional.empty()).open(PLACE, before))
                .isEmpty();
    }

    private static SecretCipher cipher(String master, Optional<String> previous) {
        var cipher = new SecretCipher();
        cipher.masterKey = master;
        cipher.previousMasterKey = previous;
        cipher.open();
        return cipher;
    }
}
