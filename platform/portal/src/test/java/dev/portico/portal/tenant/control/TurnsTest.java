package dev.portico.portal.tenant.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns turns = new Turns(2);

    @Test
    void tenants_take_turns_a_few_at_a_time() {
        turns.want("a");
        turns.want("b");
        turns.want("c");
        turns.want("a");
        assertThat(turns.begin()).contains("a");
        turns.want("a");
        assertThat(turns.begin()).contains("b");
        assertThat(turns.begin()).as("two run").isEmpty();
        turns.end();
        assertThat(turns.begin()).as("before the second of a").contains("c");
        turns.end();
        assertThat(turns.begin()).contains("a");
        turns.end();
        assertThat(turns.begin()).isEmpty();
    }
}
