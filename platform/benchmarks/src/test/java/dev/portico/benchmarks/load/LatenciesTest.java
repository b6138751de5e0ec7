package dev.portico.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void a_percentile_is_one_of_the_measured_times() {
        var nanos = LongStream.rangeClosed(1, 41).map(i -> (42 - i) * 1_000_000).boxed();
        var latencies = Latencies.of(nanos.toList());
        assertThat(latencies.count()).isEqualTo(41);
        assertThat(latencies.percentile(50)).isEqualTo(21);
        assertThat(latencies.percentile(95)).isEqualTo(39);
        assertThat(latencies.percentile(100)).isEqualTo(41);
    }

    @Test
    void one_round_is_every_percentile() {
        var latencies = Latencies.of(List.of(1_500_000L));
        assertThat(latencies.percentile(50)).isEqualTo(1.5);
        assertThat(latencies.percentile(95)).isEqualTo(1.5);
    }

    @Test
    void nothing_has_no_percentile() {
        assertThatThrownBy(() -> Latencies.of(List.of()).percentile(50)).isInstanceOf(IllegalStateException.class);
    }
}
