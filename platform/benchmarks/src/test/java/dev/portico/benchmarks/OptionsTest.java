package dev.portico.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    @Test
    void without_properties_everything_is_measured() {
        var options = options(Map.of());
        assertThat(options.wants("list")).isTrue();
        assertThat(options.cases()).isEqualTo(100_000);
        assertThat(options.time()).isEqualTo(Duration.ofSeconds(6));
        assertThat(options.users()).isEmpty();
        assertThat(options.compare()).isEmpty();
    }

    @Test
    void a_choice_leaves_the_rest_out() {
        var options = options(Map.of("only", "list, growth", "seconds", "0.5", "cases", "2000", "users", "2,1"));
        assertThat(options.wants("list")).isTrue();
        assertThat(options.wants("growth")).isTrue();
        assertThat(options.wants("small-list")).isFalse();
        assertThat(options.time()).isEqualTo(Duration.ofMillis(500));
        assertThat(options.cases()).isEqualTo(2000);
        assertThat(options.users()).containsExactly(2, 1);
    }

    @Test
    void two_files_are_only_compared() {
        assertThat(options(Map.of("compare", "old.json")).comparesOnly()).isFalse();
        var two = options(Map.of("compare", "old.json,new.json"));
        assertThat(two.comparesOnly()).isTrue();
        assertThat(two.compare()).containsExactly(Path.of("old.json"), Path.of("new.json"));
    }

    @ParameterizedTest
    @CsvSource({
        "cases, 999",
        "cases, 1001",
        "cases, many",
        "seconds, 0",
        "seconds, -1",
        "users, 0",
        "users, all",
        "only, lists",
        "compare, 'a,b,c'"
    })
    void what_cannot_be_measured_is_refused(String name, String value) {
        assertThatThrownBy(() -> options(Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("portico.bench." + name);
    }

    private static Options options(Map<String, String> values) {
        var properties = new Properties();
        values.forEach((name, value) -> properties.setProperty("portico.bench." + name, value));
        return Options.from(properties);
    }
}
