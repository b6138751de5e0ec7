package dev.portico.keycloak;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keycloak's record of what administrators and persons have done to accounts, oldest first. */
final class ChangeLog {

    /** How long after its own time a change may become visible: until Keycloak's transaction ends. */
    private static final Duration LATE = Duration.ofSeconds(30);

    private static final int PAGE = 200;
    private static final int MOST_PAGES = 50;
    private static final String BY_ADMINISTRATORS =
            "/admin-events?resourceTypes=USER&operationTypes=CREATE&operationTypes=UPDATE&operationTypes=DELETE";
    private static final String BY_PERSONS =
            "/events?type=REGISTER&type=UPDATE_EMAIL&type=UPDATE_PROFILE" + "&type=VERIFY_EMAIL&type=DELETE_ACCOUNT";

    private final AdminApi api;
    private final RealmDirectory realms;

    ChangeLog(AdminApi api, RealmDirectory realms) {
        this.api = api;
        this.realms = realms;
    }

    RealmChanges since(String realm, Instant since) {
        var self = api.self(realm);
        var asked = realms.clock().instant();
        var subjects = new HashSet<String>();
        var administrators = read(realm, BY_ADMINISTRATORS, since, event -> byOther(event, self), subjects);
        var persons =
                read(realm, BY_PERSONS, since, event -> Optional.of(new AccountJson(event).text("userId")), subjects);
        var settled = asked.minus(realms.settings().clockSkew()).minus(LATE);
        var until = earliest(settled, administrators, persons);
        return new RealmChanges(subjects, until.isBefore(since) ? since : until);
    }

    private interface Reading {
        Optional<String> subject(JsonObject event);
    }

    /** Up to when this is all that there is: a long record is told in several calls. */
    private Instant read(String realm, String path, Instant since, Reading reading, Set<String> subjects) {
        var from = path + "&direction=asc&dateFrom=" + since.toEpochMilli() + "&max=" + PAGE + "&first=";
        var seen = since;
        for (var page = 0; page < MOST_PAGES; page++) {
            var events = api.get(realm, from + page * PAGE).required().objects();
            for (var event : events) {
                reading.subject(event).filter(subject -> !subject.isEmpty()).ifPresent(subjects::add);
                seen = new AccountJson(event).moment("time");
            }
            if (events.size() < PAGE) {
                return Instant.MAX;
            }
        }
        return seen;
    }

    /** What the portal did itself it need not be told. */
    private static Optional<String> byOther(JsonObject event, String self) {
        var by = event.getOrDefault("authDetails", JsonValue.EMPTY_JSON_OBJECT);
        if (by instanceof JsonObject details && details.getString("userId", "").equals(self)) {
            return Optional.empty();
        }
        var path = List.of(event.getString("resourcePath", "").split("/", -1));
        return path.size() > 1 && path.get(0).equals("users") ? Optional.of(path.get(1)) : Optional.empty();
    }

    private static Instant earliest(Instant one, Instant other, Instant third) {
        var earlier = one.isBefore(other) ? one : other;
        return earlier.isBefore(third) ? earlier : third;
    }
}
