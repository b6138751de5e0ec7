package dev.portico.portal.people.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.portal.failure.PortalException;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowFaultTest {
    @ParameterizedTest
    @ValueSource(strings = {"22001", "22021", "23505"})
    void what_the_database_says_of_the_data_is_the_rows(String state) {
        assertThat(RowFault.isRows(wrapped(state))).isTrue();
    }

    @Test
    void what_a_rule_says_is_the_rows() {
        assertThat(RowFault.isRows(new IllegalStateException(PortalException.conflict("a.key", Map.of()))))
                .isTrue();
    }

    /** Connection lost, deadlock, no connection left, shut down, disk full. */
    @ParameterizedTest
    @ValueSource(strings = {"08006", "40P01", "53300", "57P01", "53100"})
    void what_passes_is_not(String state) {
        assertThat(RowFault.isRows(wrapped(state))).isFalse();
    }

    @Test
    void what_says_nothing_of_the_row_is_not() {
        assertThat(RowFault.isRows(new IllegalStateException(new SQLException("no connection in time"))))
                .isFalse();
        assertThat(RowFault.isRows(new IllegalStateException("The portal stops")))
                .isFalse();
    }

    private static Throwable wrapped(String state) {
        return new IllegalStateException(new RuntimeException(new SQLException("refused", state)));
    }
}
