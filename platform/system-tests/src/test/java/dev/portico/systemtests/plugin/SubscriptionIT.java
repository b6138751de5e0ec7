package dev.portico.systemtests.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.launcher.mail.StoredMail;
import dev.portico.launcher.process.Waiting;
import dev.portico.plugin.fixtures.Publisher;
import dev.portico.systemtests.PortalStack;
import dev.portico.systemtests.PortalStackExtension;
import dev.portico.systemtests.isolation.Session;
import jakarta.json.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** People and systems are told a plugin's news: once they have confirmed it, once each, until they end it (F3). */
@ExtendWith(PortalStackExtension.class)
class SubscriptionIT {
    private static final Publisher PUBLISHER = Publisher.named("News");
    private static final String TENANT = "data-loader";
    private static final String OTHER = "bmc";
    private static final String PAGE = "/data-loader/subscriptions/wire";
    private static final String STAFF = "/staff/data-loader/subscriptions/wire";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern CONFIRM = Pattern.compile("https?://\\S+/confirm/[0-9a-f]{40}");
    private static final Pattern ONE_CLICK = Pattern.compile("List-Unsubscribe:\\s+<([^>]+)>");
    private static final Pattern SECRET = Pattern.compile("id=\"secret\">(whsec_[^<]+)<");
    private static final Pattern MANAGE = Pattern.compile("href=\"([^\"]+/manage/[0-9a-f]{40})\"");

    private static final List<String> NEWS = new ArrayList<>();

    @BeforeAll
    static void install(PortalStack stack, @TempDir Path folder) {
        var admin = new PlatformAdmin(stack);
        admin.pin(PUBLISHER);
        admin.run(NewsPlugin.ID, NewsPlugin.signed(PUBLISHER, folder), "mail");
        admin.enable(NewsPlugin.ID, TENANT, true);
        admin.enable(NewsPlugin.ID, OTHER, true);
    }

    @AfterAll
    static void remove(PortalStack stack) throws SQLException {
        var admin = new PlatformAdmin(stack);
        admin.enable(NewsPlugin.ID, OTHER, false);
        admin.remove(NewsPlugin.ID, TENANT);
        admin.forget(PUBLISHER);
        try (var all = stack.database().superuser();
                var work = all.createStatement()) {
            work.execute(
                    "delete from subscription where plugin_id = 'wire'; delete from news where plugin_id = 'wire'");
        }
    }

    @Test
    void a_person_is_told_each_change_once_in_their_language_until_they_end_it(PortalStack stack) {
        var ana = "ana.wire@example.com";
        var bea = "bea.wire@example.com";
        assertThat(ask(stack, Map.of("kind", "email", "email", "ana@", "language", "es"))
                        .body())
                .contains("value=\"ana@\"", "id=\"email-error\"");
        subscribe(stack, ana, "scope", "all");
        subscribe(stack, bea, "scope", "some", "topic", "web");

        publish(stack, TENANT, "api-1", "Interfaces are down", "Las interfaces no responden");
        var told = stack.mails().waitFor(ana, mail -> mail.subject().contains("Las interfaces no responden"));
        assertThat(told.text()).contains("Cancelar la suscripción");
        assertThat(told.headers()).contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click");

        var token = told.text().replaceFirst("(?s).*/manage/([0-9a-f]{40}).*", "$1");
        for (var page : List.of("/manage/", "/confirm/")) {
            assertThat(get(stack, "/bmc/subscriptions/wire" + page + token).statusCode())
                    .as(page)
                    .isEqualTo(404);
        }
        post(stack, "/bmc/subscriptions/wire/unsubscribe/" + token, Map.of("List-Unsubscribe", "One-Click"));
        assertThat(get(stack, PAGE + "/manage/" + token).body()).contains(ana);

        publish(stack, OTHER, "web-0", "Another tenant's", "De otro cliente");
        publish(stack, TENANT, "web-2", "Pages are slow", "Las páginas van lentas");
        stack.mails().waitFor(bea, mail -> mail.subject().contains("Las páginas van lentas"));
        stack.mails().waitFor(ana, mail -> mail.subject().contains("Las páginas van lentas"));

        var oneClick = ONE_CLICK.matcher(told.headers());
        assertThat(oneClick.find()).isTrue();
        assertThat(post(stack, URI.create(oneClick.group(1)).getPath(), Map.of("List-Unsubscribe", "One-Click"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(stack, PAGE + "/manage/" + token).statusCode()).isEqualTo(404);

        publish(stack, TENANT, "web-3", "Pages are fast again", "Las páginas ya van rápidas");
        var last = stack.mails().waitFor(bea, mail -> mail.subject().contains("Las páginas ya van rápidas"));
        assertThat(news(stack, ana)).containsExactly("Las páginas van lentas", "Las interfaces no responden");
        assertThat(news(stack, bea)).containsExactly("Las páginas ya van rápidas", "Las páginas van lentas");

        var leave = PAGE + "/unsubscribe/" + last.text().replaceFirst("(?s).*/unsubscribe/([0-9a-f]{40}).*", "$1");
        assertThat(get(stack, leave).body()).contains("<form method=\"post\"");
        assertThat(post(stack, leave, Map.of("List-Unsubscribe", "One-Click")).body())
                .contains("You are unsubscribed");
        assertThat(get(stack, PAGE + "/atom.xml?language=es").body())
                .contains("Las páginas ya van rápidas")
                .doesNotContain("De otro cliente");
    }

    @Test
    void a_system_is_told_with_a_signature_that_the_standards_library_knows(PortalStack stack) {
        try (var receiver = new WebhookReceiver()) {
            var url = receiver.origin() + "/hook";
            var wish = Map.of(
                    "kind", "webhook", "email", "dev.wire@example.com", "url", url, "scope", "all", "language", "en");
            assertThat(ask(stack, wish).body()).contains("value=\"" + url + "\"", "Enter an address that starts with");
            var plugins = allow(stack, receiver.origin(), false);
            assertThat(ask(stack, wish).body()).contains("Enter an address that starts with");
            forbid(stack, plugins);
            var origin = allow(stack, receiver.origin(), true);
            try {
                assertThat(ask(stack, wish).statusCode()).isEqualTo(302);
                tell(stack, receiver, url);
            } finally {
                forbid(stack, origin);
            }
        }
    }

    private static void tell(PortalStack stack, WebhookReceiver receiver, String url) {
        var confirmed = confirm(stack, "dev.wire@example.com", "Confirm your subscription");
        var secret = found(SECRET, confirmed).replace("&#43;", "+").replace("&#61;", "=");
        var manage = found(MANAGE, confirmed);
        assertThat(get(stack, manage).body()).contains(url).doesNotContain(secret);

        receiver.answerNext(503);
        publish(stack, TENANT, "api-9", "Signed", "Firmado");
        await("a second attempt", () -> of(receiver, "Signed").size() == 2);
        var came = of(receiver, "Signed");
        assertThat(came).allMatch(message -> message.isSignedWith(secret));
        assertThat(came.get(1).id()).isEqualTo(came.get(0).id()).startsWith("msg_");
        await("the log", () -> get(stack, manage).body().contains(">Arrived<"));
        assertThat(get(stack, manage).body()).contains(came.get(0).id(), "Refused (503)");

        var admin = Session.login(stack, "staff", "admin");
        var log = found(
                Pattern.compile("href=\"(" + STAFF + "\\?log=[0-9a-f]+)\""),
                admin.get(STAFF + "?q=HOOK").body());
        assertThat(admin.press(
                                log,
                                "messages",
                                "again",
                                Map.of("again", came.get(0).id()),
                                log)
                        .statusCode())
                .isEqualTo(302);
        await("the same message again", () -> of(receiver, "Signed").size() == 3);
        assertThat(of(receiver, "Signed").get(2).id()).isEqualTo(came.get(0).id());

        assertThat(post(stack, manage, Map.of("again", "\0")).statusCode()).isEqualTo(404);
        assertThat(post(stack, manage, Map.of("do", "secret")).statusCode()).isEqualTo(302);
        var shown = found(SECRET, get(stack, manage + "?done=secret").body());
        assertThat(found(SECRET, get(stack, manage + "?done=secret").body()))
                .as("a reload makes no other one")
                .isEqualTo(shown)
                .isNotEqualTo(found(SECRET, confirmed));

        assertThat(admin.press(STAFF, "subscriptions", "end", Map.of("end", log.replaceFirst(".*=", "")), STAFF)
                        .statusCode())
                .isEqualTo(302);
        assertThat(get(stack, manage).statusCode()).isEqualTo(404);
        assertThat(admin.get("/staff/audit.csv?tenant=data-loader").body())
                .contains("subscription.ended", "webhook.sent-again");
    }

    private static List<WebhookReceiver.Received> of(WebhookReceiver receiver, String title) {
        return receiver.received().stream()
                .filter(message -> message.body().contains(title))
                .toList();
    }

    private static void subscribe(PortalStack stack, String email, String... more) {
        var fields = new java.util.HashMap<>(Map.of("kind", "email", "email", email, "language", "es"));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        assertThat(ask(stack, fields).statusCode()).isEqualTo(302);
        confirm(stack, email, "Confirma tu suscripción");
    }

    /** @return the page that says so */
    private static String confirm(PortalStack stack, String email, String subject) {
        var mail = stack.mails().waitFor(email, any -> any.subject().contains(subject));
        var link = URI.create(found(CONFIRM, mail.text(), 0)).getPath();
        assertThat(get(stack, link).statusCode()).isEqualTo(200);
        return post(stack, link, Map.of()).body();
    }

    private static List<String> news(PortalStack stack, String email) {
        return stack.mails().to(email).stream()
                .map(StoredMail::subject)
                .filter(subject -> !subject.startsWith("Confirma"))
                .toList();
    }

    private static void publish(PortalStack stack, String tenant, String id, String english, String spanish) {
        var labels = Json.createObjectBuilder().add("en", english).add("es", spanish);
        NEWS.add(tenant + " "
                + Json.createObjectBuilder().add("id", id).add("labels", labels).build());
        var all = NEWS.stream()
                .filter(one -> one.startsWith(tenant + " "))
                .map(one -> one.substring(tenant.length() + 1))
                .collect(Collectors.joining(","));
        stack.api("staff", "admin")
                .with("Content-Type", "application/json")
                .send(
                        "PUT",
                        "/plugins/wire/tenants/" + tenant,
                        BodyPublishers.ofString("{\"enabled\": true, \"settings\": {\"news\": [" + all + "]}}"))
                .require(200);
    }

    private static void forbid(PortalStack stack, String id) {
        stack.api("staff", "admin").send("DELETE", "/origins/" + id, BodyPublishers.noBody());
    }

    private static String allow(PortalStack stack, String origin, boolean webhooks) {
        return stack.api("staff", "admin")
                .post(
                        "/origins",
                        Json.createObjectBuilder()
                                .add("origin", origin)
                                .add("webhooks", webhooks)
                                .build())
                .require(201)
                .object()
                .getString("id");
    }

    private static HttpResponse<String> ask(PortalStack stack, Map<String, String> fields) {
        return post(stack, PAGE, fields);
    }

    private static HttpResponse<String> get(PortalStack stack, String path) {
        return Session.anonymous(stack).get(path);
    }

    private static HttpResponse<String> post(PortalStack stack, String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return Session.anonymous(stack).send("POST", path, body, Map.of());
    }

    private static String found(Pattern pattern, String text) {
        return found(pattern, text, 1);
    }

    private static String found(Pattern pattern, String text, int group) {
        var found = pattern.matcher(text);
        assertThat(found.find()).as(pattern + " in " + text).isTrue();
        return found.group(group);
    }

    private static void await(String what, BooleanSupplier condition) {
        assertThat(Waiting.until(condition, PATIENCE)).as(what).isTrue();
    }
}
