package dev.portico.portal.audit.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.portal.audit.control.AuditKey;
import dev.portico.portal.audit.entity.AuditAction;
import dev.portico.portal.audit.entity.AuditActor;
import dev.portico.portal.audit.entity.AuditEntry;
import dev.portico.portal.tenant.entity.Tenant;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergedTrailTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00.123456Z");

    private final Map<String, List<AuditEntry>> log = new HashMap<>();
    private final List<String> reads = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void entriesOfAllTenantsComeNewestFirstWhateverAPortionHolds(int size) {
        write("one", 9, 7, 7, 4);
        write("two", 8, 7, 1);
        write("none");
        var trail = trail(size, Optional.empty());
        var found = new ArrayList<String>();
        var seen = new HashSet<String>();
        trail.forEachRemaining(entry -> {
            found.add(entry.entry().objectId());
            assertThat(seen.add(entry.entry().id())).isTrue();
            assertThat(entry.entry().objectId()).endsWith(entry.tenant().id());
        });
        assertThat(found.stream().map(object -> object.charAt(0))).containsExactly('9', '8', '7', '7', '7', '4', '1');
    }

    @Test
    void theNextPageGoesOnWhereTheOneBeforeEndedAlsoWithinAMoment() {
        write("one", 7, 7, 7);
        write("two", 7, 7);
        var all = new ArrayList<String>();
        var after = Optional.<AuditKey>empty();
        for (int page = 0; page < 5; page++) {
            var found = trail(1, after).next();
            all.add(found.entry().id());
            after = AuditKey.parse(AuditKey.of(found.entry()).toString());
        }
        assertThat(all).doesNotHaveDuplicates();
        assertThat(trail(1, after).hasNext()).isFalse();
    }

    @Test
    void noTenantIsReadFurtherThanNeeded() {
        write("one", 9, 8, 7, 6, 5);
        write("two", 1);
        var trail = trail(2, Optional.empty());
        trail.next();
        assertThat(reads).containsExactly("one", "two");
    }

    private void write(String tenant, int... seconds) {
        var entries = new ArrayList<AuditEntry>();
        for (int second : seconds) {
            entries.add(new AuditEntry(
                    AuditAction.PLUGIN_ENABLED,
                    second + " " + tenant,
                    Optional.empty(),
                    "[]",
                    AuditActor.PORTAL,
                    "request",
                    START.plusSeconds(second)));
        }
        log.put(tenant, entries);
    }

    private MergedTrail trail(int size, Optional<AuditKey> after) {
        var tenants =
                log.keySet().stream().sorted().map(MergedTrailTest::tenant).toList();
        return new MergedTrail(tenants, after, size, (tenant, from, most) -> {
            reads.add(tenant.id());
            return log.get(tenant.id()).stream()
                    .sorted((a, b) -> AuditKey.of(a).compareTo(AuditKey.of(b)))
                    .filter(entry -> from.isEmpty() || AuditKey.of(entry).compareTo(from.get()) > 0)
                    .limit(most)
                    .toList();
        });
    }

    private static Tenant tenant(String id) {
        return new Tenant(
                id,
                false,
                Optional.empty(),
                Map.of(),
                Map.of(),
                Locale.ENGLISH,
                List.of(),
                ZoneOffset.UTC,
                "",
                "",
                1,
                1);
    }
}
