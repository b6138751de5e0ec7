package dev.portico.portal.web;

import dev.portico.i18n.Languages;
import dev.portico.portal.tenant.entity.Tenant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A small directory for tests. */
public final class Tenants {
    public static final Tenant HARMONY = tenant("harmony", false, Optional.empty(), Languages.ENGLISH);
    static final Tenant BMC = tenant("bmc", false, Optional.of("support.bmc.example"), Languages.SPANISH);
    static final Tenant STAFF = tenant(Tenant.STAFF, true, Optional.of("staff.example"), Languages.ENGLISH);

    private Tenants() {}

    static Places places() {
        return new Places(
                host -> all().filter(tenant ->
                                tenant.host().filter(host::equalsIgnoreCase).isPresent())
                        .findFirst(),
                id -> all().filter(tenant -> tenant.id().equals(id)).findFirst());
    }

    private static Stream<Tenant> all() {
        return Stream.of(HARMONY, BMC, STAFF);
    }

    private static Tenant tenant(String id, boolean staff, Optional<String> host, Locale language) {
        return new Tenant(
                id,
                staff,
                host,
                Map.of("en", id),
                Map.of(),
                language,
                Languages.SUPPORTED,
                ZoneId.of("America/Chicago"),
                "#123456",
                "#ffffff",
                1,
                1);
    }
}
