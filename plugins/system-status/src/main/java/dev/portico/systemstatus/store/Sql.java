package dev.portico.systemstatus.store;

import dev.portico.plugin.table.Row;
import dev.portico.plugin.table.Statements;
import dev.portico.systemstatus.model.Wording;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What statements have in common. */
final class Sql {
    private static final int CHUNK = 200;

    private Sql() {}

    /** Whoever changes something waits for whoever else does so for the tenant. */
    static void lock(Statements statements) {
        statements.query("select true as held from (select pg_advisory_xact_lock(hashtext('system-status'),"
                + " hashtext(current_setting('app.tenant')))) as waiting");
    }

    /** Rows by the hundred: a document has many. */
    static void insert(
            Statements statements, String table, String columns, List<List<@Nullable Object>> rows, String onConflict) {
        inChunks(
                rows,
                (places, values) -> statements.update(
                        "insert into " + table + " (" + columns + ") values " + places + " " + onConflict, values));
    }

    /** Changes rows by the hundred. @param change such as {@code update … from (values %s) as …} */
    static void update(Statements statements, String change, List<List<@Nullable Object>> rows) {
        inChunks(rows, (places, values) -> statements.update(String.format(Locale.ROOT, change, places), values));
    }

    private static void inChunks(List<List<@Nullable Object>> rows, BiConsumer<String, @Nullable Object[]> statement) {
        for (var start = 0; start < rows.size(); start += CHUNK) {
            var chunk = rows.subList(start, Math.min(rows.size(), start + CHUNK));
            var row = "(" + String.join(", ", Collections.nCopies(chunk.get(0).size(), "?")) + ")";
            var values = new ArrayList<@Nullable Object>();
            chunk.forEach(values::addAll);
            statement.accept(String.join(", ", Collections.nCopies(chunk.size(), row)), values.toArray());
        }
    }

    /** For {@code any (string_to_array(?, ','))}: ids of ours have no comma. */
    static String list(Collection<String> ids) {
        return String.join(",", ids);
    }

    /** Whether it may be an id of ours: addresses and forms have whatever somebody typed. */
    static boolean isId(String text) {
        return text.matches("[0-9a-f]{20}");
    }

    /** Our id for something that another system has one for: the same whenever it comes, and fit for an address. */
    static String id(String... parts) {
        return HexFormat.of()
                .formatHex(digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8)))
                .substring(0, 20);
    }

    static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String text(Row row, String column) {
        return row.text(column).orElse("");
    }

    static Instant time(Row row, String column) {
        return row.instant(column).orElseThrow();
    }

    static Wording wording(Row row, String column) {
        return new Wording(
                text(row, column),
                Locale.forLanguageTag(text(row, "language")),
                text(row, column + "_en"),
                text(row, column + "_es"));
    }

    static Optional<Row> first(List<Row> rows) {
        return rows.stream().findFirst();
    }
}
