package dev.portico.systemstatus.store;

import dev.portico.plugin.table.Row;
import dev.portico.plugin.table.Statements;
import dev.portico.systemstatus.feed.PlainText;
import dev.portico.systemstatus.feed.Source;
import dev.portico.systemstatus.feed.Source.Part;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which status pages are followed, and how that goes. */
public final class SourceStore {
    /**
     * A document as it was fetched last.
     *
     * @param source that it is of
     * @param okAt when it was fetched or found unchanged
     * @param missedAt when it was not, since then
     * @param problem why, in English
     * @param asOf when what it said was so
     */
    public record FeedState(
            String id,
            String source,
            Optional<Instant> okAt,
            Optional<Instant> missedAt,
            String problem,
            String digest,
            Optional<Instant> asOf) {
        static FeedState of(Row row) {
            return new FeedState(
                    Sql.text(row, "id"),
                    Sql.text(row, "source_id"),
                    row.instant("ok_at"),
                    row.instant("missed_at"),
                    Sql.text(row, "problem"),
                    Sql.text(row, "digest"),
                    row.instant("as_of"));
        }

        /** Whether what is shown of it may be out of date. */
        public boolean stale() {
            return missedAt.isPresent();
        }
    }

    private final Statements statements;

    public SourceStore(Statements statements) {
        this.statements = statements;
    }

    public List<FeedState> feeds() {
        return statements.query("select * from feed order by id").stream()
                .map(FeedState::of)
                .toList();
    }

    public List<String> followed() {
        return statements.query("select id from source order by id").stream()
                .map(row -> Sql.text(row, "id"))
                .toList();
    }

    /** @return since when */
    Instant follow(Source source, Part part, Instant now) {
        var address = Sql.first(statements.query("select address from source where id = ?", source.id()))
                .flatMap(row -> row.text("address"));
        if (address.isPresent() && !address.get().equals(source.address())) {
            unfollow(source.id(), now);
        }
        statements.update(
                "insert into source (id, address, since) values (?, ?, ?) on conflict do nothing",
                source.id(),
                source.address(),
                now);
        statements.update(
                "insert into feed (id, source_id) values (?, ?) on conflict do nothing", part.id(), source.id());
        return Sql.time(
                statements
                        .query("select since from source where id = ?", source.id())
                        .get(0),
                "since");
    }

    FeedState feed(String id) {
        return FeedState.of(
                statements.query("select * from feed where id = ?", id).get(0));
    }

    /** Of the latest of the source's documents. */
    Optional<Instant> asOf(String source) {
        return statements
                .query("select max(as_of) as as_of from feed where source_id = ?", source)
                .get(0)
                .instant("as_of");
    }

    void ok(String feed, Instant at, String digest) {
        statements.update(
                "update feed set ok_at = ?, missed_at = null, problem = '', digest = ? where id = ?", at, digest, feed);
    }

    void stands(String feed, Instant asOf) {
        statements.update("update feed set as_of = ? where id = ?", asOf, feed);
    }

    void missed(String feed, Instant at, String problem) {
        statements.update("update feed set missed_at = ?, problem = ? where id = ?", at, PlainText.line(problem), feed);
    }

    /** What it said is history from then on, and nobody is told: nothing has happened to the systems. */
    public void unfollow(String source, Instant now) {
        new ComponentStore(statements).leave(source, now);
        statements.update(
                "update incident set ended_at = ?, ending = ?, version = version + 1"
                        + " where source_id = ? and ended_at is null",
                now,
                Ending.UNFOLLOWED.id(),
                source);
        statements.update("delete from source where id = ?", source);
    }
}
