package dev.portico.portal.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FormSealTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final FormSeal seals = seals("key", NOW);

    @Test
    void aSealNamesWhoTheFormWasWrittenFor() {
        assertThat(seals.subject("harmony", seals.seal("harmony", "s-1"))).contains("s-1");
        assertThat(seals.subject("harmony", seals.seal("harmony", "a.b.c"))).contains("a.b.c");
    }

    @Test
    void itIsWorthNothingInAnotherRealm() {
        assertThat(seals.subject("bmc", seals.seal("harmony", "s-1"))).isEmpty();
    }

    @Test
    void itIsWorthNothingUnderAnotherKey() {
        assertThat(seals("other", NOW).subject("harmony", seals.seal("harmony", "s-1")))
                .isEmpty();
    }

    @Test
    void itLastsTwelveHours() {
        var seal = seals.seal("harmony", "s-1");
        var limit = NOW.plus(Duration.ofHours(12));
        assertThat(seals("key", limit.minusSeconds(1)).subject("harmony", seal)).contains("s-1");
        assertThat(seals("key", limit).subject("harmony", seal)).isEmpty();
    }

    @Test
    void noPartOfItCanBeChanged() {
        var seal = seals.seal("harmony", "s-1");
        var expiry = seal.split("\\.")[1];
        assertThat(seals.subject("harmony", seal.replace("s-1", "s-2"))).isEmpty();
        assertThat(seals.subject("harmony", seal.replace(expiry, "999999999999")))
                .isEmpty();
        assertThat(seals.subject("harmony", seal.substring(0, seal.length() - 2) + "__"))
                .isEmpty();
    }

    @Test
    void anythingElseIsNoSeal() {
        for (var text : new String[] {"", " ", "s-1", "..", "s-1.1.", "s-1.99999999999999999999." + "A".repeat(43)}) {
            assertThat(seals.subject("harmony", text)).as(text).isEmpty();
        }
    }

    static FormSeal seals(String key, Instant now) {
        var seals = new FormSeal();
        seals.masterKey = key;
        seals.clock = () -> now;
        return seals;
    }
}
