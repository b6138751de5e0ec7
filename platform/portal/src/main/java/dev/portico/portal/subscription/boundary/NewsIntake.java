package dev.portico.portal.subscription.boundary;

import dev.portico.i18n.Languages;
import dev.portico.plugin.manifest.Tone;
import dev.portico.plugin.news.News;
import dev.portico.plugin.news.NewsSource;
import dev.portico.plugin.web.Address;
import dev.portico.portal.language.Reader;
import dev.portico.portal.plugin.boundary.EnabledPlugin;
import dev.portico.portal.plugin.boundary.PluginCalls;
import dev.portico.portal.plugin.control.PluginTexts;
import dev.portico.portal.stop.WorkInProgress;
import dev.portico.portal.subscription.control.NewsWords;
import dev.portico.portal.subscription.control.NewsWords.Phrase;
import dev.portico.portal.subscription.control.NewsWords.Said;
import dev.portico.portal.subscription.control.StoredNews;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.web.Addresses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes what a plugin has to tell: first it is kept, then the plugin is told so. Whatever happens between, it comes again
 * and is known. The texts are made while the plugin has its turn, so one that cannot be said is the plugin's failure.
 */
@ApplicationScoped
public class NewsIntake {
    private static final Logger LOG = System.getLogger(NewsIntake.class.getName());
    private static final int MOST_CALLS = 10;
    private static final int MOST_AT_ONCE = 100;
    private static final int LONGEST_ID = 100;
    private static final int MOST_TOPICS = 200;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    @Inject
    PluginCalls calls;

    @Inject
    NewsArchive archive;

    @Inject
    Addresses addresses;

    @Inject
    TenantContext tenants;

    @Inject
    WorkInProgress work;

    /** News in all languages; values, no class of the plugin's. */
    private record Read(
            String id,
            Instant at,
            Set<String> topics,
            Tone tone,
            NewsWords words,
            Address link,
            Optional<String> issue) {}

    /** Outside of any transaction: two calls with one between them. */
    public void take(EnabledPlugin plugin) {
        var more = true;
        for (int call = 0; more && call < MOST_CALLS && !work.ending(); call++) {
            more = takeOnce(plugin);
        }
    }

    private boolean takeOnce(EnabledPlugin plugin) {
        var zone = tenants.require().zone();
        var pending = calls.to(plugin)
                .call(NewsSource.class, (source, view) -> source.pending(view).stream()
                        .limit(MOST_AT_ONCE)
                        .map(news -> read(news, plugin, zone))
                        .toList())
                .orElse(List.of());
        if (pending.isEmpty()) {
            return false;
        }
        archive.keep(pending.stream()
                .filter(news -> usable(plugin, news))
                .map(news -> stored(plugin, news))
                .toList());
        var ids = pending.stream().map(Read::id).collect(Collectors.toUnmodifiableSet());
        calls.to(plugin).call(NewsSource.class, (source, view) -> source.taken(view, ids));
        return pending.size() == MOST_AT_ONCE;
    }

    private static Read read(News news, EnabledPlugin plugin, ZoneId zone) {
        var words = Languages.SUPPORTED.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        (Locale language) -> said(news, plugin.texts(new Reader(language, language, zone)))));
        return new Read(
                news.id(), news.at(), news.topics(), news.tone(), new NewsWords(words), news.link(), news.issue());
    }

    private static Said said(News news, PluginTexts texts) {
        return new Said(
                new Phrase(texts.text(news.title()), texts.foreign(news.title())),
                new Phrase(texts.text(news.text()), texts.foreign(news.text())));
    }

    private static boolean usable(EnabledPlugin plugin, Read news) {
        var usable = isId(news.id()) && news.issue().map(NewsIntake::isId).orElse(true);
        if (!usable) {
            LOG.log(
                    Level.WARNING,
                    "News of {0} without a proper id is dropped",
                    plugin.manifest().id());
        }
        return usable;
    }

    private static boolean isId(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_ID
                && text.chars().noneMatch(letter -> letter < ' ' || Character.isSurrogate((char) letter));
    }

    private StoredNews stored(EnabledPlugin plugin, Read news) {
        var now = Instant.now();
        var topics = news.topics().stream()
                .filter(NewsIntake::isId)
                .limit(MOST_TOPICS)
                .collect(Collectors.toUnmodifiableSet());
        return new StoredNews(
                plugin.manifest().id(),
                news.id(),
                news.at().isBefore(EARLIEST) || news.at().isAfter(now.plus(Duration.ofDays(1))) ? now : news.at(),
                now,
                topics,
                news.tone(),
                news.words(),
                addresses.absolute(news.link()),
                news.issue());
    }
}
