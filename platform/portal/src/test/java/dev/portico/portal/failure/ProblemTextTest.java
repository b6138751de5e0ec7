package dev.portico.portal.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTextTest {
    @Test
    void what_is_stored_is_one_line_that_the_database_takes() {
        assertThat(ProblemText.of("a\0b\r\n\tc\u0085d")).isEqualTo("a b c d");
        assertThat(ProblemText.of("half \ud83d")).isEqualTo("half ?");
        assertThat(ProblemText.of("más \ud83d\ude80 \n")).isEqualTo("más \ud83d\ude80");
        assertThat(ProblemText.of("\0")).isEmpty();
    }

    @Test
    void nobody_stores_a_book() {
        assertThat(ProblemText.of("x".repeat(1_000_000))).hasSize(2001).endsWith("x…");
        assertThat(ProblemText.of("x".repeat(1999) + "\ud83d\ude80"))
                .hasSize(2001)
                .endsWith("x?…");
    }
}
