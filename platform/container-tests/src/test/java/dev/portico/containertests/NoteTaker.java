package dev.portico.containertests;

import dev.portico.plugin.TenantView;
import dev.portico.plugin.table.Row;
import dev.portico.plugin.table.Statements;
import dev.portico.plugin.table.TableException;
import dev.portico.plugin.ticket.Submission;
import dev.portico.plugin.ticket.Urgency;
import dev.portico.plugin.ticket.UrgencyPolicy;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** A plugin's code that does with its tables what the subject says, and answers what it has found there. */
public class NoteTaker implements UrgencyPolicy {
    static final String SAID = "> ";

    private static Optional<Statements> kept = Optional.empty();

    @Override
    public Optional<Urgency> assess(TenantView tenant, Submission submission) {
        try {
            // A phrase is never blank.
            return Optional.of(new Urgency(SAID
                    + tenant.tables().transact(notes -> {
                        switch (submission.subject()) {
                            case "write" ->
                                notes.update(
                                        "insert into note (tenant_id, text, noted_at, details) values (current_setting('app.tenant'), ?, ?, ?)",
                                        submission.description(),
                                        Instant.EPOCH,
                                        "{\"by\": \"test\"}");
                            case "write and fail" -> {
                                notes.update(
                                        "insert into note (tenant_id, text) values (current_setting('app.tenant'), ?)",
                                        submission.description());
                                throw new IllegalStateException("on purpose");
                            }
                            case "write and hang" -> {
                                notes.update(
                                        "insert into note (tenant_id, text) values (current_setting('app.tenant'), ?)",
                                        submission.description());
                                // deaf to being interrupted
                                while (System.nanoTime() != 0) {
                                    LockSupport.parkNanos(10_000_000);
                                    Thread.interrupted();
                                }
                            }
                            case "sleep" -> notes.query("select pg_sleep(60)");
                            case "keep" -> kept = Optional.of(notes);
                            case "use what was kept" -> kept.orElseThrow().query("select 1");
                            case "run" -> notes.query(submission.description());
                            case "read" -> {}
                            default -> throw new IllegalArgumentException(submission.subject());
                        }
                        return notes.query("select text, noted_at, details, id from note order by id").stream()
                                .map(NoteTaker::told)
                                .collect(Collectors.joining(", "));
                    })));
        } catch (TableException refused) {
            return Optional.of(new Urgency(SAID + refused.kind() + ": " + refused.getMessage()));
        }
    }

    private static String told(Row row) {
        return row.text("text").orElse("")
                + row.instant("noted_at").map(Instant::toString).orElse("")
                + row.text("details").orElse("");
    }
}
