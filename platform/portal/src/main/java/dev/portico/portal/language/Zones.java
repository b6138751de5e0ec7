package dev.portico.portal.language;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The time zones to choose from. */
public final class Zones {
    /** Zones named after places; the rest are old names and fixed offsets, which are taken but not offered. */
    private static final Set<String> PLACES =
            Set.of("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific");

    private Zones() {}

    /**
     * A zone.
     *
     * @param offset its distance to UTC at the moment
     */
    public record Zone(String id, String offset) {}

    public static List<Zone> all(Instant now) {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> PLACES.contains(id.replaceFirst("/.*", "")))
                .sorted()
                .map(id -> new Zone(id, ZoneId.of(id).getRules().getOffset(now).getId()))
                .toList();
    }

    /** Regardless of case, and with blanks for underscores. */
    public static Optional<ZoneId> find(String typed) {
        var wanted = typed.strip().replace(' ', '_');
        return ZoneId.getAvailableZoneIds().stream()
                .filter(wanted::equalsIgnoreCase)
                .findFirst()
                .map(ZoneId::of);
    }
}
