package dev.portico.portal.audit.boundary;

import dev.portico.portal.audit.control.AuditKey;
import dev.portico.portal.audit.control.AuditQuery;
import dev.portico.portal.audit.entity.AuditAction;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the log a page shows. What cannot be read in an address stands at its default.
 *
 * @param tenant empty for all
 * @param actor empty for everybody
 * @param from the first day
 * @param until the last day
 * @param after what the page before ended with
 */
record AuditAddress(
        String tenant,
        String actor,
        Optional<AuditAction> action,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        Optional<AuditKey> after) {
    private static final int LONGEST = 200;

    static AuditAddress of(HttpServletRequest request) {
        var actor = text(request.getParameter("actor"));
        return new AuditAddress(
                text(request.getParameter("tenant")),
                actor.substring(0, Math.min(actor.length(), LONGEST)),
                AuditAction.ofCode(text(request.getParameter("action"))),
                day(request.getParameter("from")),
                day(request.getParameter("until")),
                AuditKey.parse(request.getParameter("after")));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static Optional<LocalDate> day(@Nullable String text) {
        try {
            return Optional.ofNullable(text).filter(day -> day.length() == 10).map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** @param zone in which the days are meant */
    AuditQuery query(ZoneId zone) {
        return new AuditQuery(
                actor, action, from.map(day -> day.atStartOfDay(zone).toInstant()), until.map(day -> day.plusDays(1)
                        .atStartOfDay(zone)
                        .toInstant()));
    }

    boolean narrowed() {
        return !tenant.isEmpty() || !actor.isEmpty() || action.isPresent() || from.isPresent() || until.isPresent();
    }

    /** The query string of the same part from its beginning. */
    String parameters() {
        var parameters = new StringBuilder();
        add(parameters, "tenant", tenant);
        add(parameters, "actor", actor);
        add(parameters, "action", action.map(AuditAction::code).orElse(""));
        add(parameters, "from", from.map(LocalDate::toString).orElse(""));
        add(parameters, "until", until.map(LocalDate::toString).orElse(""));
        return parameters.toString();
    }

    /** The query string of the page after that key. */
    String after(AuditKey key) {
        var parameters = new StringBuilder(parameters());
        add(parameters, "after", key.toString());
        return parameters.toString();
    }

    private static void add(StringBuilder parameters, String name, String value) {
        if (!value.isEmpty()) {
            parameters
                    .append(parameters.isEmpty() ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
