package dev.portico.portal.extension.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.portico.plugin.web.Answer.Document;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DocumentAnswerTest {
    private static final int MOST = 4 * 1024 * 1024;

    private static DocumentAnswer answer(String type, String text) {
        return DocumentAnswer.of(new Document(type, text, Duration.ZERO), true);
    }

    @Test
    void programs_get_what_they_read() {
        assertThat(answer("application/problem+json", "{}").content()).hasSize(2);
        assertThat(answer("text/csv", "x".repeat(MOST)).content()).hasSize(MOST);
    }

    @Test
    void nothing_is_sent_that_a_browser_shows_as_ours_or_that_has_no_end() {
        assertThatIllegalArgumentException().isThrownBy(() -> answer("text/html", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> answer("text/plain", "x".repeat(MOST + 1)));
        assertThatIllegalArgumentException()
                .as("bytes, not characters")
                .isThrownBy(() -> answer("text/plain", "ñ".repeat(MOST / 2 + 1)));
    }

    @Test
    @SuppressWarnings("NullAway") // as a plugin could
    void what_is_missing_is_found_before_it_is_sent() {
        assertThatNullPointerException().isThrownBy(() -> answer(null, ""));
        assertThatNullPointerException().isThrownBy(() -> answer("text/plain", null));
        assertThatNullPointerException()
                .isThrownBy(() -> DocumentAnswer.of(new Document("text/plain", "", null), true));
    }
}
