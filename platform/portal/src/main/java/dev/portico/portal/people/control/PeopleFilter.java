package dev.portico.portal.people.control;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whom a list shows. The conditions on the account alone are those of the partial indexes. */
public enum PeopleFilter {
    ALL("true"),
    ACTIVE("a.enabled and a.joined_at is not null"),
    /** Keycloak has them, and they have not come in yet. */
    INVITED("a.joined_at is null and a.enabled and a.realm_subject is not null"),
    /** Keycloak has yet to hear of them. */
    WAITING("a.joined_at is null and a.enabled and a.realm_subject is null and a.realm_due is not null"),
    /** They have tickets here, and no account. */
    KNOWN("a.joined_at is null and a.enabled and a.realm_subject is null and a.realm_due is null"),
    DISABLED("not a.enabled"),
    PROBLEM("a.realm_problem is not null"),
    /** Mails do not reach their address. */
    UNDELIVERABLE("exists (select 1 from undeliverable_address u where u.tenant_id = a.tenant_id"
            + " and u.address = lower(a.email))");

    private final String condition;

    PeopleFilter(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }

    /** As addresses name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PeopleFilter ofCode(@Nullable String code) {
        return Optional.ofNullable(code)
                .flatMap(some -> Stream.of(values())
                        .filter(filter -> filter.code().equals(some))
                        .findFirst())
                .orElse(ALL);
    }
}
