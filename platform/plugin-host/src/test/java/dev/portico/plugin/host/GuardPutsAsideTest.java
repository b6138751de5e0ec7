package dev.portico.plugin.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.TenantView;
import dev.portico.plugin.fixtures.TestPlugin;
import dev.portico.plugin.host.Outcome.Answered;
import dev.portico.plugin.host.Outcome.Failed;
import dev.portico.plugin.host.Outcome.PutAside;
import dev.portico.plugin.settings.Settings;
import dev.portico.plugin.ticket.UrgencyPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class GuardPutsAsideTest {
    private static final TenantView ACME = new TenantView("acme", new Settings(Map.of()));
    private static final TenantView OTHER = new TenantView("other", new Settings(Map.of()));
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path folder;

    private Instant now = START;
    private final Guard guard = new Guard(Duration.ofSeconds(20), () -> now, (plugin, point, tenant, outcome) -> {});

    @BeforeEach
    void write() {
        new TestPlugin().policy("return Optional.empty();").writeTo(folder.resolve("desk.jar"));
    }

    @Test
    void whatFailsAgainAndAgainIsNotCalledForThatTenantUntilItIsTriedAgain() {
        try (var host = PluginHost.open(folder);
                var lease = host.lease()) {
            breakIt(lease);

            assertThat(works(lease, ACME)).isEqualTo(new PutAside<>("java.lang.IllegalStateException: no list"));
            assertThat(works(lease, OTHER)).isEqualTo(new Answered<>(true));
            assertThat(host.troubles())
                    .containsExactly(new Trouble(
                            "desk",
                            "1.2.3",
                            "acme",
                            "UrgencyPolicy",
                            START,
                            START,
                            "java.lang.IllegalStateException: no list",
                            Optional.of(START.plus(CircuitBreaker.PAUSE))));

            now = START.plus(CircuitBreaker.PAUSE);
            assertThat(works(lease, ACME)).isEqualTo(new Answered<>(true));
            assertThat(host.troubles()).isEmpty();
        }
    }

    @Test
    void newVersionIsCalledAtOnce() {
        try (var host = PluginHost.open(folder)) {
            try (var lease = host.lease()) {
                breakIt(lease);
            }
            host.swap(new TestPlugin().policy("return Optional.empty();").writeTo(folder.resolve("new.jar")));
            try (var lease = host.lease()) {
                assertThat(works(lease, ACME)).isEqualTo(new Answered<>(true));
            }
        }
    }

    private void breakIt(PluginLease lease) {
        for (int i = 0; i < CircuitBreaker.MOST_FAILURES; i++) {
            assertThat(guard.<UrgencyPolicy, Boolean>call(lease, "desk", UrgencyPolicy.class, ACME, policy -> {
                        throw new IllegalStateException("no list");
                    }))
                    .isInstanceOf(Failed.class);
        }
    }

    private Outcome<Boolean> works(PluginLease lease, TenantView tenant) {
        return guard.call(lease, "desk", UrgencyPolicy.class, tenant, policy -> true);
    }
}
