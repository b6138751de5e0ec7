package dev.portico.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SqlScriptTest {

    @Test
    void aStatementEndsWithItsLineAndCommentsAreLeftOut() {
        var script = SqlScript.parse("-- words; of no consequence;\nselect 1;\n\nselect\n  ';' || 'x';\n");

        assertThat(script.statements()).containsExactly("select 1", "\nselect\n  ';' || 'x'");
    }

    @Test
    void aTextIsQuotedAndAMissingOneIsNoStatement() {
        var script = SqlScript.parse("alter role a password :'a';");

        assertThat(script.with(Map.of("a", "it's")).statements()).containsExactly("alter role a password 'it''s'");
        assertThatThrownBy(() -> script.with(Map.of("b", "x"))).isInstanceOf(IllegalArgumentException.class);
    }
}
