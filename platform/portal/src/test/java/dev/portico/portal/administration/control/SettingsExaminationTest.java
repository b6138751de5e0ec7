package dev.portico.portal.administration.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.portico.i18n.Messages;
import dev.portico.plugin.settings.SettingFault;
import dev.portico.plugin.text.Text;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.language.Reader;
import dev.portico.portal.plugin.control.PluginTexts;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsExaminationTest {
    private static final PluginTexts TEXTS =
            new PluginTexts(new Messages(List.of()), new Reader(Locale.ENGLISH, Locale.US, ZoneOffset.UTC));

    private static List<FieldProblem> problems(List<SettingFault> faults) {
        return SettingsExamination.problems(faults, TEXTS);
    }

    @Test
    void faults_become_problems_of_their_fields() {
        assertThat(problems(List.of(new SettingFault("url", Text.written("no such page")))))
                .containsExactly(new FieldProblem("url", "common.text", Map.of("text", "no such page")));
    }

    @Test
    @SuppressWarnings("NullAway") // as a plugin could
    void what_is_missing_is_found_within_the_call() {
        assertThatNullPointerException().isThrownBy(() -> problems(null));
        assertThatNullPointerException().isThrownBy(() -> problems(Collections.singletonList(null)));
        assertThatNullPointerException().isThrownBy(() -> problems(List.of(new SettingFault(null, Text.NONE))));
        assertThatNullPointerException().isThrownBy(() -> problems(List.of(new SettingFault("url", null))));
        assertThatNullPointerException()
                .isThrownBy(() -> problems(List.of(new SettingFault("url", Text.written(null)))));
    }
}
