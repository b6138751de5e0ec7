package dev.portico.systemtests.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.launcher.process.Waiting;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Feeds of one document: state, change, every way to fail, recovery; and nobody else sees it (F1). */
@ExtendWith(PortalStackExtension.class)
class FeedKindIT {
    private static final String STALE = "Puede que esto no esté al día";

    private enum Kind {
        STATUS_IO(
                "statusIoUrl",
                "application/json",
                document("statusio-quiet.json"),
                "statusio-incident.json",
                "Messages are late"),
        RSS(
                "feedUrl",
                "application/rss+xml",
                "<rss version=\"2.0\"><channel><title>Acme</title><link>https://x.example</link></channel></rss>",
                "feed.rss",
                "Slow &amp; failing logins"),
        ATOM(
                "feedUrl",
                "application/atom+xml",
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>x:y</id><title>Acme</title></feed>",
                "feed.atom",
                "Reports are missing");

        private final String setting;
        private final String type;
        private final String quiet;
        private final String incident;
        private final String title;

        Kind(String setting, String type, String quiet, String incident, String title) {
            this.setting = setting;
            this.type = type;
            this.quiet = quiet;
            this.incident = incident;
            this.title = title;
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_last_good_state_outlives_every_failure_of_the_feed(Kind kind, PortalStack stack) {
        var path = "/" + kind;
        try (var provider = new Provider();
                var origin = new AllowedOrigin(stack, provider.origin());
                var tenant = new FollowingTenant(stack, "bmc")) {
            var incident = current(document(kind.incident));
            provider.publish(path, kind.type, kind.quiet);
            tenant.follow(kind.setting, provider.origin() + path);
            await(provider, path, 200);
            provider.publish(path, kind.type, incident);
            tenant.awaitPage("es", "/status", kind.title);
            await(provider, path, 304);

            for (var failure : Provider.failures(kind.type)) {
                provider.reply(path, failure);
                tenant.awaitPage("es", "/status", STALE);
                assertThat(tenant.page("es", "/status")).contains(kind.title);
                provider.publish(path, kind.type, incident);
                tenant.awaitPageWithout("es", "/status", STALE);
            }
            assertThat(tenant.page("en", "/status")).contains(kind.title);
            assertThat(new FollowingTenant(stack, "legacy").page("en", "/status"))
                    .doesNotContain(kind.title);
        }
        try (var tenant = new FollowingTenant(stack, "bmc")) {
            tenant.awaitPageWithout("en", "/status", kind.title);
        }
    }

    /** What is said to have changed just now, since an entry of such feeds counts as active for a day. */
    private static String current(String document) {
        var now = ZonedDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        return document.replace("2026-03-01T10:00:00+00:00", now.toInstant().toString())
                .replace("Sun, 01 Mar 2026 09:20:00 +0000", DateTimeFormatter.RFC_1123_DATE_TIME.format(now));
    }

    private static void await(Provider provider, String path, int status) {
        assertThat(Waiting.until(
                        () -> provider.calls(path).stream().anyMatch(call -> call.status() == status),
                        Duration.ofSeconds(30)))
                .as(path + " is answered with " + status)
                .isTrue();
    }

    static String document(String name) {
        try (var file = FeedKindIT.class.getResourceAsStream("/feeds/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
