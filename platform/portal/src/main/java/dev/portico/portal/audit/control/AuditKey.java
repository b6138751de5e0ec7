package dev.portico.portal.audit.control;

import dev.portico.portal.audit.entity.AuditEntry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where an entry stands among those of all tenants. */
public record AuditKey(Instant happenedAt, String id) implements Comparable<AuditKey> {
    private static final Pattern TEXT = Pattern.compile("(?<micros>[0-9]{1,16})-(?<id>[0-9a-f-]{36})");
    private static final long MICROS = 1_000_000;
    private static final Comparator<AuditKey> NEWEST_FIRST = Comparator.comparing(AuditKey::happenedAt)
            .thenComparing(AuditKey::id)
            .reversed();

    public static AuditKey of(AuditEntry entry) {
        return new AuditKey(entry.happenedAt(), entry.id());
    }

    /** Reads what {@link #toString} wrote; nothing where it is something else. */
    public static Optional<AuditKey> parse(@Nullable String text) {
        var parts = TEXT.matcher(text == null ? "" : text);
        return parts.matches()
                ? Optional.of(new AuditKey(
                        Instant.EPOCH.plus(Long.parseLong(parts.group("micros")), ChronoUnit.MICROS),
                        parts.group("id")))
                : Optional.empty();
    }

    /** Newest first. */
    @Override
    public int compareTo(AuditKey other) {
        return NEWEST_FIRST.compare(this, other);
    }

    @Override
    public String toString() {
        var micros = happenedAt.getEpochSecond() * MICROS + happenedAt.getNano() / 1_000;
        return micros + "-" + id;
    }
}
