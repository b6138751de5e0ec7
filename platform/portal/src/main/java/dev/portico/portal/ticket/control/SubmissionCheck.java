package dev.portico.portal.ticket.control;

import dev.portico.plugin.manifest.Field;
import dev.portico.portal.account.control.OrganizationOptions;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.ticket.entity.Channel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds what was entered against the fields that the ticket type declares; every problem is named at once. */
final class SubmissionCheck {
    private final TenantDesk desk;
    private final OrganizationOptions organization;
    private final Map<String, String> entered;
    private final boolean form;
    private final List<FieldProblem> problems = new ArrayList<>();

    private SubmissionCheck(
            TenantDesk desk, OrganizationOptions organization, Map<String, String> entered, boolean form) {
        this.desk = desk;
        this.organization = organization;
        this.entered = entered;
        this.form = form;
    }

    /**
     * @param organization what the requester's organization has on the lists of the desk's plugin
     * @return the values to store, by field id; fields left empty are absent
     * @throws PortalException with a problem for each field that is not in order
     */
    static Map<String, String> check(
            TenantDesk desk, OrganizationOptions organization, Map<String, String> values, Channel channel) {
        var check = new SubmissionCheck(desk, organization, values, channel != Channel.EMAIL);
        var clean = new LinkedHashMap<String, String>();
        for (var field : desk.type().fields()) {
            if (field.kind() != Field.Kind.FILES) {
                check.value(field, values.getOrDefault(field.id(), ""))
                        .ifPresent(value -> clean.put(field.id(), value));
            }
        }
        values.keySet().stream().filter(id -> !check.known(id)).forEach(check::unknown);
        if (!check.problems.isEmpty()) {
            throw PortalException.invalid(check.problems);
        }
        return clean;
    }

    private Optional<String> value(Field field, String entered) {
        var value = singleLine(field.kind()) ? entered.strip().replaceAll("\\s+", " ") : entered.strip();
        if (value.isEmpty()) {
            if (field.required() && answerable(field)) {
                problem(field, "ticket.problem.required", Map.of());
            }
            return Optional.empty();
        }
        var length = value.codePointCount(0, value.length());
        if (field.maxLength() > 0 && length > field.maxLength()) {
            problem(field, "ticket.problem.too-long", Map.of("limit", field.maxLength(), "length", length));
        } else if (value.indexOf('\0') >= 0) {
            problem(field, "ticket.problem.unreadable", Map.of());
        } else if (!offered(field, value)) {
            problem(field, "ticket.problem.not-offered", Map.of());
        }
        return Optional.of(value);
    }

    private boolean offered(Field field, String value) {
        return switch (field.kind()) {
            case SCALE -> desk.scale().level(value).isPresent();
            case PRODUCT, CHOICE ->
                field.organizationList().isPresent()
                        ? own(field).stream().anyMatch(option -> option.id().equals(value))
                        : desk.options(field).stream()
                                .anyMatch(option -> option.id().equals(value));
            default -> true;
        };
    }

    /** Nobody has to choose where there is nothing to choose from, and a mail is no form: the agent asks. */
    private boolean answerable(Field field) {
        return form && (field.organizationList().isEmpty() || !own(field).isEmpty());
    }

    /** What the requester's organization has for a field; where it depends on another, only what belongs to that choice. */
    private List<OrganizationOptions.Option> own(Field field) {
        var list = field.organizationList().orElseThrow();
        return field.dependsOn()
                .map(parent ->
                        organization.of(list, entered.getOrDefault(parent, "").strip()))
                .orElseGet(() -> organization.of(list));
    }

    private static boolean singleLine(Field.Kind kind) {
        return kind != Field.Kind.DESCRIPTION && kind != Field.Kind.LONG_TEXT;
    }

    private boolean known(String id) {
        return desk.type().fields().stream()
                .anyMatch(field -> field.id().equals(id) && field.kind() != Field.Kind.FILES);
    }

    private void unknown(String id) {
        problems.add(new FieldProblem(id, "ticket.problem.unknown-field"));
    }

    private void problem(Field field, String key, Map<String, ?> args) {
        problems.add(new FieldProblem(field.id(), key, args));
    }
}
