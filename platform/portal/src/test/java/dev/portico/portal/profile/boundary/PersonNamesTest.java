package dev.portico.portal.profile.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.portal.account.entity.PersonName;
import dev.portico.portal.failure.FieldProblem;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNamesTest {
    private final ArrayList<FieldProblem> wrong = new ArrayList<>();

    @Test
    void aNameIsKeptAsItIsButForBlanks() {
        assertThat(PersonNames.check("  Ana \u00a0María ", "O’Brien-Núñez", wrong))
                .contains(new PersonName("Ana María", "O’Brien-Núñez"));
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "<b>", "a%b", "a\\b", "a\u0000", "a\u200bb", "a\nb", "{x}", "x/y"})
    void whatKeycloakWouldRefuseIsRefused(String name) {
        assertThat(PersonNames.check(name, "Doe", wrong)).isEmpty();
        assertThat(wrong).extracting(FieldProblem::field).containsExactly("given-name");
    }

    @Test
    void aNameHasAnEnd() {
        assertThat(PersonNames.check("a".repeat(100), "b".repeat(101), wrong)).isEmpty();
        assertThat(wrong).extracting(FieldProblem::field).containsExactly("family-name");
    }
}
