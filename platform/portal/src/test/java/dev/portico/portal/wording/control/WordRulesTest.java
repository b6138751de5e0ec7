package dev.portico.portal.wording.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.i18n.Languages;
import dev.portico.portal.failure.FieldProblem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordRulesTest {
    private static final List<String> ORIGINALS = List.of(
            "{name}: {count, plural, one {# case} other {# cases}}",
            "{name}: {count, plural, one {# caso} many {# de casos} other {# casos}}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hola",
                "<script>alert(1)</script> {name}",
                "#'{7*7}'",
                "Una línea\nOtra",
                "{count, number} de {name}"
            })
    void anySignMayBeSaid(String pattern) {
        assertThat(problem(pattern)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{name | wording.problem.pattern",
                "#{7*7} | wording.problem.pattern",
                "{0} | wording.problem.pattern",
                "{count, plural, one {#}} | wording.problem.pattern",
                "{count, plural, one {#} other {#}} | wording.problem.pattern",
                "{tenant} | wording.problem.argument",
                "{name, number} | wording.problem.argument"
            })
    void whatCouldNotBeShownIsToldAtItsLanguage(String pattern, String key) {
        assertThat(problem(pattern)).hasValueSatisfying(found -> {
            assertThat(found.key()).isEqualTo(key);
            assertThat(found.field()).isEqualTo("es");
        });
    }

    @Test
    void strangersAreNamed() {
        assertThat(problem("{tenant} {name} {other}"))
                .hasValueSatisfying(
                        found -> assertThat(found.args().get("names")).isEqualTo("{other}, {tenant}"));
    }

    @Test
    void thereIsAnEnd() {
        assertThat(problem("x".repeat(WordRules.LONGEST))).isEmpty();
        assertThat(problem("x".repeat(WordRules.LONGEST + 1))).isPresent();
        assertThat(problem("bell\u0007")).isPresent();
    }

    private static Optional<FieldProblem> problem(String pattern) {
        return WordRules.problem("es", ORIGINALS, Languages.SPANISH, pattern);
    }
}
