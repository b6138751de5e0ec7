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
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Takes what came of a fetch. A document that says the same as before changes nothing but the time; one of no use changes
 * nothing but the mark that what is shown is old.
 */
public final class SourceImport {
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
            var digest = HexFormat.of().formatHex(Sql.digest(fetched.content()));
            var snapshot = part.kind().read(fetched.content(), fetched.at());
            tables.transact(statements -> {
                Sql.lock(statements);
                merge(statements, snapshot, fetched.at(), digest);
                return true;
            });
            return Optional.empty();
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

    private void merge(Statements statements, Snapshot snapshot, Instant at, String digest) {
        var sources = new SourceStore(statements);
        var since = sources.follow(source, part, at);
        var before = sources.feed(part.id());
        // no clock is ahead for ever: a time to come would make all that follows look old
        var asOf = snapshot.asOf().map(time -> time.isAfter(at) ? at : time);
        if (!before.digest().equals(digest) && !isOlder(asOf, before)) {
            asOf.ifPresent(time -> sources.stands(part.id(), time));
            var first = before.okAt().isEmpty();
            var changed = snapshot.components()
                    .map(now -> new ComponentStore(statements).replace(source.id(), now, at))
                    .orElse(List.of());
            var incidents = new IncidentImport(statements, source.id(), language, at);
            incidents.merge(snapshot.incidents(), first ? at : since);
            snapshot.withdrawals().forEach(withdrawal -> incidents.withdraw(snapshot.incidents(), withdrawal));
            tellComponents(statements, changed, at);
        }
        sources.ok(part.id(), at, digest);
    }

    /** Whether it is a copy from before, which some cache still had. */
    private static boolean isOlder(Optional<Instant> asOf, FeedState before) {
        return asOf.isPresent() && before.asOf().filter(asOf.get()::isBefore).isPresent();
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
        components.named(before.stream().map(Component::id).toList()).values().forEach(now -> {
            var well = now.status() == ComponentStatus.OPERATIONAL || now.status() == ComponentStatus.MAINTENANCE;
            if (well ? now.told() : !explained.contains(now.id())) {
                news.component(now.id(), now.status(), at);
                components.told(now.id(), !well);
            }
        });
    }
}
