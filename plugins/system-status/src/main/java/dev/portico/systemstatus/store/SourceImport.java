package dev.portico.systemstatus.store;

import dev.portico.plugin.feed.FeedResult;
import dev.portico.plugin.table.Statements;
import dev.portico.plugin.table.Tables;
import dev.portico.systemstatus.feed.Source;
import dev.portico.systemstatus.feed.Source.Part;
import dev.portico.systemstatus.feed.UnusableDocument;
import dev.portico.systemstatus.model.ComponentStatus;
import dev.portico.systemstatus.model.Snapshot;
import dev.portico.systemstatus.store.SourceStore.FeedState;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Takes what came of a fetch. A document that says the same as before changes nothing but the time; one of no use changes
 * nothing but the mark that what is shown is old.
 */
public final class SourceImport {
    /** For so long a document is thought to be an older copy from some cache; then its clock has been set back. */
    private static final Duration OLDER_COPIES = Duration.ofHours(1);

    private static final String OLDER = "The document is older than what is known";

    private final Tables tables;
    private final Source source;
    private final Part part;
    private final Locale language;

    /** @param language that the source writes in */
    public SourceImport(Tables tables, Source source, Part part, Locale language) {
        this.tables = tables;
        this.source = source;
        this.part = part;
        this.language = language;
    }

    /** @return why the document is of no use */
    public Optional<String> take(FeedResult result) {
        if (result instanceof FeedResult.Fetched fetched) {
            return taken(fetched);
        }
        tables.transact(statements -> {
            Sql.lock(statements);
            var sources = new SourceStore(statements);
            sources.follow(source, part, result.at());
            if (result instanceof FeedResult.Missed missed) {
                sources.missed(part.id(), missed.at(), missed.detail());
            } else {
                sources.ok(part.id(), result.at(), sources.feed(part.id()).digest());
            }
            return true;
        });
        return Optional.empty();
    }

    private Optional<String> taken(FeedResult.Fetched fetched) {
        try {
            var digest = digest(fetched.content());
            var snapshot = part.kind().read(fetched.content(), fetched.at());
            return tables.transact(statements -> {
                Sql.lock(statements);
                return merge(statements, snapshot, fetched.at(), digest);
            });
        } catch (UnusableDocument unusable) {
            var reason = String.valueOf(unusable.getMessage());
            tables.transact(statements -> {
                Sql.lock(statements);
                var sources = new SourceStore(statements);
                sources.follow(source, part, fetched.at());
                sources.missed(part.id(), fetched.at(), reason);
                return true;
            });
            return Optional.of(reason);
        }
    }

    /** The same words are read anew in another language, and by another release of this plugin. */
    private String digest(byte[] content) {
        return Sql.id(HexFormat.of().formatHex(Sql.digest(content)), language.toLanguageTag(), Release.VERSION);
    }

    private Optional<String> merge(Statements statements, Snapshot snapshot, Instant at, String digest) {
        var sources = new SourceStore(statements);
        var since = sources.follow(source, part, at);
        var before = sources.feed(part.id());
        // no clock is ahead for ever: a time to come would make all that follows look old
        var asOf = snapshot.asOf().map(time -> time.isAfter(at) ? at : time);
        if (!before.digest().equals(digest)) {
            if (isOlder(asOf, before, at)) {
                sources.missed(part.id(), at, OLDER);
                return Optional.of(OLDER);
            }
            var latest = sources.asOf(source.id());
            asOf.ifPresent(time -> sources.stands(part.id(), time));
            var changed = snapshot.components()
                    .map(now -> new ComponentStore(statements).replace(source.id(), language, now, at))
                    .orElse(List.of());
            var incidents = new IncidentImport(statements, source.id(), language, at);
            var current = asOf.isEmpty() || latest.filter(asOf.get()::isBefore).isEmpty();
            incidents.merge(snapshot.incidents(), before.okAt().isEmpty() ? at : since, current);
            snapshot.withdrawals().forEach(withdrawal -> incidents.withdraw(snapshot.incidents(), withdrawal));
            tellComponents(statements, changed, at);
        }
        sources.ok(part.id(), at, digest);
        return Optional.empty();
    }

    /** Whether it is a copy from before, which some cache still had. */
    private static boolean isOlder(Optional<Instant> asOf, FeedState before, Instant at) {
        return asOf.isPresent()
                && before.asOf().filter(asOf.get()::isBefore).isPresent()
                && before.okAt()
                        .filter(good -> at.isBefore(good.plus(OLDER_COPIES)))
                        .isPresent();
    }

    /** What an incident or maintenance explains is told with that, and recovery is told where the trouble was. */
    private static void tellComponents(Statements statements, List<Component> before, Instant at) {
        if (before.isEmpty()) {
            return;
        }
        var incidents = new IncidentStore(statements);
        var explained = incidents
                .affected(incidents.open().stream()
                        .filter(Incident::active)
                        .map(Incident::id)
                        .toList())
                .values()
                .stream()
                .flatMap(affected -> affected.keySet().stream())
                .collect(Collectors.toSet());
        var components = new ComponentStore(statements);
        var news = new NewsStore(statements);
        var told = components.named(before.stream().map(Component::id).toList()).values().stream()
                .filter(now -> isWell(now) ? now.told() : !explained.contains(now.id()))
                .toList();
        news.components(told, at);
        components.told(ids(told, now -> !isWell(now)), true);
        components.told(ids(told, SourceImport::isWell), false);
    }

    private static boolean isWell(Component component) {
        return component.status() == ComponentStatus.OPERATIONAL || component.status() == ComponentStatus.MAINTENANCE;
    }

    private static List<String> ids(List<Component> components, Predicate<Component> wanted) {
        return components.stream().filter(wanted).map(Component::id).toList();
    }
}
