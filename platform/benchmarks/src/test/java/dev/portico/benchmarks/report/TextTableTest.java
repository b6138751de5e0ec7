package dev.portico.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void columns_are_as_wide_as_their_widest_cell() {
        var table = new TextTable("page", "kB");
        table.row("list", "1119.7");
        table.row("a longer name", "");
        assertThat(table).hasToString("""
                page               kB
                list           1119.7
                a longer name
                """);
    }

    @Test
    void a_row_has_a_cell_for_each_column() {
        assertThatThrownBy(() -> new TextTable("page", "kB").row("list")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbers_have_a_point_whatever_the_machine_speaks() {
        assertThat(TextTable.number(1234.567, 2)).isEqualTo("1234.57");
    }
}
