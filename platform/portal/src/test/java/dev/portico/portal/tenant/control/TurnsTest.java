package dev.portico.portal.tenant.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TurnsTest {
    @Test
    void tenants_take_turns_a_few_at_a_time() {
        var turns = turns(2, 2);
        turns.want("a");
        turns.want("b");
        turns.want("c");
        turns.want("a");
        assertThat(turns.begin()).contains("a");
        turns.want("a");
        assertThat(turns.begin()).contains("b");
        assertThat(turns.begin()).as("two run").isEmpty();
        turns.end("b");
        assertThat(turns.begin()).as("before the second of a").contains("c");
        turns.end("c");
        assertThat(turns.begin()).as("beside the first").contains("a");
        turns.end("a");
        turns.end("a");
        assertThat(turns.begin()).isEmpty();
    }

    @Test
    void no_tenant_has_more_than_its_share_at_a_time() {
        var turns = turns(3, 1);
        turns.want("a");
        assertThat(turns.begin()).contains("a");
        turns.want("a");
        turns.want("b");
        assertThat(turns.begin()).as("a is not done").contains("b");
        assertThat(turns.begin()).isEmpty();
        turns.end("a");
        assertThat(turns.begin()).contains("a");
        assertThat(turns.begin()).isEmpty();
    }

    private static Turns turns(int most, int mostOfOne) {
        return new Turns("Tests", most, mostOfOne, tenant -> {});
    }
}
