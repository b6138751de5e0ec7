package dev.portico.portal.mail.control;

import dev.portico.portal.account.control.AccountErased;
import dev.portico.portal.failure.ProblemText;
import dev.portico.portal.tenant.control.TenantStatements;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * The current tenant's addresses that mails do not reach, as a server has said for good. Until a mark is taken away, customers'
 * news to that address is withheld: who goes on writing to addresses that do not exist is taken for a spammer.
 */
@ApplicationScoped
public class UndeliverableStore {
    private static final String MARK = "insert into undeliverable_address (tenant_id, address, marked_at, diagnostic)"
            + " select ?, ?, ?, ? where exists (select 1 from account where tenant_id = ? and lower(email) = ?)"
            + " or exists (select 1 from subscription where tenant_id = ? and lower(email) = ?) on conflict (tenant_id, address) do update set marked_at = excluded.marked_at,"
            + " diagnostic = excluded.diagnostic";

    @Inject
    TenantStatements statements;

    /** @param diagnostic what the server said; may be empty */
    public record Mark(Instant since, String diagnostic) {}

    /** Marks it where somebody has it here: of who was forgotten there is no trace. */
    public void mark(String address, String diagnostic) {
        if (!address.isBlank()) {
            var tenant = statements.tenant();
            var key = key(address);
            statements.update(
                    MARK,
                    tenant,
                    key,
                    Instant.now().truncatedTo(ChronoUnit.MICROS),
                    ProblemText.of(diagnostic),
                    tenant,
                    key,
                    tenant,
                    key);
        }
    }

    public boolean marked(String address) {
        return statements
                .first(
                        "select true from undeliverable_address where tenant_id = ? and address = ?",
                        row -> row.getBoolean(1),
                        statements.tenant(),
                        key(address))
                .isPresent();
    }

    /** @return false where it was not marked */
    public boolean clear(String address) {
        return statements.update(
                        "delete from undeliverable_address where tenant_id = ? and address = ?",
                        statements.tenant(),
                        key(address))
                > 0;
    }

    /** Of the address that the person has now. */
    public Optional<Mark> ofPerson(String subject) {
        return statements.first(
                "select u.marked_at, u.diagnostic from account a join undeliverable_address u on u.tenant_id = a.tenant_id"
                        + " and u.address = lower(a.email) where a.tenant_id = ? and a.subject = ?",
                UndeliverableStore::mark,
                statements.tenant(),
                subject);
    }

    private static Mark mark(ResultSet row) throws SQLException {
        return new Mark(row.getTimestamp(1).toInstant(), row.getString(2));
    }

    private static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    /** After the person's mails, for which a delivery may hold a lock until it has marked the address. */
    void forget(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) AccountErased person) {
        clear(person.email());
    }
}
