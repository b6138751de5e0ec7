package dev.portico.plugin.news;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.portico.plugin.manifest.Tone;
import dev.portico.plugin.text.Text;
import dev.portico.plugin.web.Address;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A value that lacks something fails where the plugin makes it, not where the portal takes it. */
@SuppressWarnings("NullAway") // what a plugin without such checks does
class NewsTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final Address LINK = Address.tenant("/status");

    @Test
    void nothingOfItIsNull() {
        assertThatNullPointerException().isThrownBy(() -> news(null, AT, Tone.NEUTRAL, LINK, Optional.empty()));
        assertThatNullPointerException().isThrownBy(() -> news("1", null, Tone.NEUTRAL, LINK, Optional.empty()));
        assertThatNullPointerException().isThrownBy(() -> news("1", AT, null, LINK, Optional.empty()));
        assertThatNullPointerException().isThrownBy(() -> news("1", AT, Tone.NEUTRAL, null, Optional.empty()));
        assertThatNullPointerException().isThrownBy(() -> news("1", AT, Tone.NEUTRAL, LINK, null));
    }

    @Test
    void noAddressLeadsToNull() {
        assertThatNullPointerException().isThrownBy(() -> Address.site(null));
        assertThatNullPointerException().isThrownBy(() -> Address.staff(null));
        assertThatNullPointerException().isThrownBy(() -> new Address.OfTenant(null, Map.of()));
    }

    private static News news(String id, Instant at, Tone tone, Address link, Optional<String> issue) {
        return new News(id, at, Set.of(), tone, Text.of("title"), Text.NONE, link, issue);
    }
}
