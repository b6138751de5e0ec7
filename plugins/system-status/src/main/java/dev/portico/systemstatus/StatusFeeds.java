package dev.portico.systemstatus;

import dev.portico.plugin.TenantView;
import dev.portico.plugin.feed.Feed;
import dev.portico.plugin.feed.FeedReader;
import dev.portico.plugin.feed.FeedResult;
import dev.portico.systemstatus.feed.Source;
import dev.portico.systemstatus.store.SourceImport;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pf4j.Extension;

/** The documents of the status pages that the tenant follows. */
@Extension
public class StatusFeeds implements FeedReader {
    @Override
    public List<Feed> feeds(TenantView tenant) {
        var seconds = tenant.settings().number("pollSeconds").orElse(60L);
        var every = Duration.ofSeconds(Math.max(1, seconds));
        return Source.of(tenant.settings()).stream()
                .flatMap(source -> source.parts().stream())
                .map(part -> new Feed(part.id(), part.address(), every))
                .toList();
    }

    @Override
    public Optional<String> take(TenantView tenant, FeedResult result) {
        for (var source : Source.of(tenant.settings())) {
            for (var part : source.parts()) {
                if (part.id().equals(result.feed().id())
                        && part.address().equals(result.feed().address())) {
                    return new SourceImport(tenant.tables(), source, part, language(tenant)).take(result);
                }
            }
        }
        // the settings have changed since it was asked for
        return Optional.empty();
    }

    private static Locale language(TenantView tenant) {
        return tenant.settings()
                .text("providerLanguage")
                .map(Locale::forLanguageTag)
                .orElse(Locale.ROOT);
    }
}
