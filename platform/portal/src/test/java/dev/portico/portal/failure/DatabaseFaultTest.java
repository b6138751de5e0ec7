package dev.portico.portal.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseFaultTest {
    /** A connection that broke, a server that stops, a deadlock, a full disk; then what is wrong with a statement or its values. */
    @ParameterizedTest
    @CsvSource({
        "08006,true",
        "57P01,true",
        "40P01,true",
        "53100,true",
        "23505,false",
        "22021,false",
        "42601,false",
        "0800,false"
    })
    void whatPassesIsToldByTheDatabasesWord(String state, boolean passes) {
        var cause = new IllegalStateException("refused", new SQLException("reason", state));
        assertThat(DatabaseFault.passes(new RuntimeException(cause))).isEqualTo(passes);
    }

    @Test
    void nothingElsePasses() {
        assertThat(DatabaseFault.passes(new SQLException("without a word"))).isFalse();
        assertThat(DatabaseFault.passes(new IllegalArgumentException())).isFalse();
        assertThat(DatabaseFault.passes(new SQLTransientConnectionException("all in use")))
                .isTrue();
    }
}
