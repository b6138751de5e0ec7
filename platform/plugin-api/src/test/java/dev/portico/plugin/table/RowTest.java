package dev.portico.plugin.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowTest {
    private final Row row = new Row(values());

    private static Map<String, @Nullable Object> values() {
        var values = new HashMap<String, @Nullable Object>();
        values.put("text", "Hello");
        values.put("length", 5L);
        values.put("answer", null);
        return values;
    }

    @Test
    void valuesGoByTheNamesOfTheirColumns() {
        assertThat(row.text("text")).contains("Hello");
        assertThat(row.number("length")).contains(5L);
        assertThat(row.instant("answer")).isEmpty();
    }

    @Test
    void anotherTypeOrColumnIsAMistake() {
        assertThatThrownBy(() -> row.number("text"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Column text is no Long");
        assertThatThrownBy(() -> row.text("note")).isInstanceOf(IllegalArgumentException.class);
    }
}
