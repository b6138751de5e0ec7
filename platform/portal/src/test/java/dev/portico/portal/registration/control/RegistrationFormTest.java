package dev.portico.portal.registration.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.portal.failure.FieldProblem;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistrationFormTest {
    @Test
    void whatIsTypedIsTidied() {
        var form = RegistrationForm.of(" Ana  María ", "Ruiz", " ANA@Example.COM ", " ana   r ");
        assertThat(form.problems(List.of())).isEmpty();
        assertThat(form.givenName()).isEqualTo("Ana María");
        assertThat(form.displayName()).isEqualTo("ana r");
        // Also where capitals are not what they are in English.
        assertThat(form.address()).isEqualTo("ana@example.com");
        assertThat(RegistrationForm.of("A", "B", "INFO@ILIAD.EXAMPLE", "abc").address())
                .isEqualTo("info@iliad.example");
    }

    @Test
    void eachProblemStandsAtItsField() {
        var form = RegistrationForm.of("", "http://evil.example", "ana@", "ab");
        assertThat(form.problems(List.of()))
                .extracting(FieldProblem::field)
                .containsExactly("given-name", "family-name", "email", "display-name");
    }
}
