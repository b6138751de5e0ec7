package dev.portico.portal.registration.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayNamesTest {
    private static final List<String> PROGRAMMES = List.of("Legacy support portal", "Portal de soporte anterior");

    @ParameterizedTest
    @ValueSource(strings = {"Ana", "José Ñuñez", "ana_42", "O’Neill", "Ольга", "田中さくら", "Jean-Luc P."})
    void whatPeopleAreCalledMayBeChosen(String name) {
        assertThat(DisplayNames.problem(name, PROGRAMMES)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "12345678901234567890123456789012345678901"})
    void tooShortOrTooLong(String name) {
        assertThat(DisplayNames.problem(name, PROGRAMMES)).contains("registration.problem.display.length");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0391dmin",
                "p\u0430ypal",
                "ana\u200bluz",
                "\u202eana",
                "ana@example.com",
                "<b>ana",
                "-ana",
                "ana\nluz",
                "ana 😀"
            })
    void mixedScriptsHiddenCharactersAndMarkupAreRefused(String name) {
        assertThat(DisplayNames.problem(name, PROGRAMMES)).contains("registration.problem.display.characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Admin",
                "ADMIN",
                "Adm1n",
                "a-d-m-i-n",
                "Soporte",
                "S0porte",
                "Support Team",
                "legacy  support.portal"
            })
    void whoWouldBeTakenForThoseInChargeIsRefused(String name) {
        assertThat(DisplayNames.problem(name, PROGRAMMES)).contains("registration.problem.display.reserved");
    }

    @Test
    void blanksAreTidied() {
        assertThat(DisplayNames.tidy("  Ana \u00a0 Luz\t")).isEqualTo("Ana Luz");
    }
}
