package dev.portico.systemstatus;

import dev.portico.i18n.Messages;
import dev.portico.plugin.TenantView;
import dev.portico.plugin.feed.Feed;
import dev.portico.plugin.feed.FeedResult;
import dev.portico.plugin.host.PluginPackage;
import dev.portico.plugin.news.News;
import dev.portico.plugin.testkit.PluginUnderTest;
import dev.portico.plugin.testkit.TenantViews;
import dev.portico.plugin.testkit.TestDatabase;
import dev.portico.plugin.text.Text;
import dev.portico.plugin.web.Answer;
import dev.portico.plugin.web.Reader;
import dev.portico.plugin.web.WebRequest;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A portal around the plugin: one real database, and tenants of their own for each test. */
public final class World {
    public static final PluginPackage PLUGIN = PluginUnderTest.read();
    private static final AtomicInteger TENANTS = new AtomicInteger();
    private static final TestDatabase DATABASE = TestDatabase.expanded(postgres(), PLUGIN);
    private static final Messages MESSAGES =
            new Messages(List.copyOf(PLUGIN.messages().values()));

    private static final Locale SPANISH = Locale.forLanguageTag("es");
    private static final Map<String, List<Locale>> LANGUAGES = new ConcurrentHashMap<>();

    private World() {}

    private static javax.sql.DataSource postgres() {
        try {
            var postgres = EmbeddedPostgres.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
            return postgres.getPostgresDatabase();
        } catch (IOException unavailable) {
            throw new UncheckedIOException(unavailable);
        }
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException unavailable) {
            throw new UncheckedIOException(unavailable);
        }
    }

    /** A new one. */
    public static TenantView tenant(Map<String, Object> settings) {
        var name = "tenant" + TENANTS.incrementAndGet();
        var views = TenantViews.of(name, PLUGIN).with(DATABASE.tables(name));
        settings.forEach(views::with);
        return views.view();
    }

    /** One that has Spanish only, as has whoever reads its pages. */
    public static TenantView inSpanish() {
        var tenant = tenant(Map.of());
        LANGUAGES.put(tenant.id(), List.of(SPANISH));
        return tenant;
    }

    public static TenantView withStatuspage() {
        return tenant(Map.of("statuspageUrl", "https://status.acme.example"));
    }

    /** The same one with other settings. */
    public static TenantView with(TenantView tenant, Map<String, Object> settings) {
        var views = TenantViews.of(tenant.id(), PLUGIN).with(tenant.tables());
        settings.forEach(views::with);
        return views.view();
    }

    public static byte[] document(String name) {
        try (var file = World.class.getResourceAsStream("/feeds/" + name)) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The feed brings this document. */
    public static Optional<String> takes(TenantView tenant, String feed, String document, String at) {
        return takes(tenant, feed, document(document), at);
    }

    public static Optional<String> takes(TenantView tenant, String feed, byte[] document, String at) {
        return new StatusFeeds()
                .take(tenant, new FeedResult.Fetched(feed(tenant, feed), Instant.parse(at), document, ""));
    }

    public static void misses(TenantView tenant, String feed, String at) {
        new StatusFeeds()
                .take(
                        tenant,
                        new FeedResult.Missed(feed(tenant, feed), Instant.parse(at), FeedResult.Reason.REFUSED, "503"));
    }

    public static Feed feed(TenantView tenant, String id) {
        return new StatusFeeds()
                .feeds(tenant).stream()
                        .filter(feed -> feed.id().equals(id))
                        .findFirst()
                        .orElseThrow();
    }

    /** Titles of what is to be told, in English; the portal takes it. */
    public static List<String> told(TenantView tenant) {
        var news = new StatusNews().pending(tenant);
        new StatusNews().taken(tenant, news.stream().map(News::id).collect(Collectors.toSet()));
        return news.stream().map(one -> english(one.title())).toList();
    }

    public static Answer get(TenantView tenant, String route, String at) {
        return get(tenant, route, Map.of(), Map.of(), at);
    }

    public static Answer get(
            TenantView tenant, String route, Map<String, String> variables, Map<String, String> query, String at) {
        return site(at).answer(
                        tenant, request(tenant, route, WebRequest.Method.GET, variables, List.of(), query, Map.of()));
    }

    public static Answer post(
            TenantView tenant, String route, Map<String, String> variables, Map<String, List<String>> form, String at) {
        return site(at).answer(
                        tenant, request(tenant, route, WebRequest.Method.POST, variables, List.of(), Map.of(), form));
    }

    public static Answer api(TenantView tenant, String path, String at) {
        return site(at).answer(
                        tenant,
                        request(
                                tenant,
                                "api",
                                WebRequest.Method.GET,
                                Map.of(),
                                List.of(path.split("/")),
                                Map.of(),
                                Map.of()));
    }

    /** The job of the background runs. */
    public static void clock(TenantView tenant, String at) {
        new StatusClock(Clock.fixed(Instant.parse(at), ZoneOffset.UTC)).run(tenant, "clock");
    }

    private static StatusSite site(String at) {
        return new StatusSite(Clock.fixed(Instant.parse(at), ZoneOffset.UTC));
    }

    private static WebRequest request(
            TenantView tenant,
            String route,
            WebRequest.Method method,
            Map<String, String> variables,
            List<String> rest,
            Map<String, String> query,
            Map<String, List<String>> form) {
        var lists = query.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, parameter -> List.of(parameter.getValue())));
        return new WebRequest(
                route,
                method,
                variables,
                rest,
                lists,
                form,
                new Reader(Locale.ENGLISH, ZoneId.of("Europe/Madrid")),
                Optional.empty(),
                URI.create("https://support.example.com/acme"),
                LANGUAGES.getOrDefault(tenant.id(), List.of(Locale.ENGLISH, SPANISH)));
    }

    public static String english(Text text) {
        return text(text, Locale.ENGLISH);
    }

    public static String spanish(Text text) {
        return text(text, Locale.forLanguageTag("es"));
    }

    public static String text(Text text, Locale language) {
        if (text instanceof Text.Written written) {
            return written.text(language);
        }
        var message = (Text.Message) text;
        var arguments = new HashMap<String, Object>();
        message.arguments()
                .forEach((name, value) ->
                        arguments.put(name, value instanceof Text inner ? text(inner, language) : value));
        return MESSAGES.text(language, language, ZoneId.of("Europe/Madrid"), message.key(), arguments);
    }

    public static String utf8(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }
}
