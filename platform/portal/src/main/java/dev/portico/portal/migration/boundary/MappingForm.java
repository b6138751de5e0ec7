package dev.portico.portal.migration.boundary;

import dev.portico.plugin.manifest.Field;
import dev.portico.plugin.manifest.Scale;
import dev.portico.plugin.manifest.Workflow;
import dev.portico.plugin.settings.Option;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.language.Reader;
import dev.portico.portal.migration.control.DepartureStore.Stock;
import dev.portico.portal.migration.control.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What becomes what, as a form: a row for each value that the tickets have or could have. */
final class MappingForm {
    private final MigrationDesk source;
    private final MigrationDesk target;
    private final Reader reader;
    private final List<Row> products;
    private final List<Row> severities;
    private final List<Row> statuses;

    /** A value of the other desk. */
    public record Choice(String value, String label, boolean current) {}

    /**
     * @param id of the value
     * @param name of the menu in the form
     * @param count tickets that have the value
     * @param chosen id of the other desk's value; empty where none is chosen
     */
    public record Row(String id, String name, String label, long count, String chosen, List<Choice> choices) {}

    /** @param sent what the form brought, by the menus' names; the page's first view brings nothing */
    MappingForm(MigrationDesk source, MigrationDesk target, Stock stock, Map<String, String> sent, Reader reader) {
        this.source = source;
        this.target = target;
        this.reader = reader;
        products = productRows(stock, sent);
        severities = severityRows(stock, sent);
        statuses = statusRows(stock, sent);
    }

    List<Row> products() {
        return products;
    }

    List<Row> severities() {
        return severities;
    }

    List<Row> statuses() {
        return statuses;
    }

    Stream<Row> rows() {
        return Stream.of(products, severities, statuses).flatMap(List::stream);
    }

    /** @throws PortalException with a problem for each value that becomes nothing */
    Mapping mapping() {
        var problems = new ArrayList<FieldProblem>();
        rows().filter(row -> row.chosen().isEmpty())
                .map(row -> new FieldProblem(row.name(), "ticket.problem.required"))
                .forEach(problems::add);
        problems.addAll(beginnings());
        if (!problems.isEmpty()) {
            throw PortalException.invalid(problems);
        }
        return new Mapping(chosen(products), chosen(severities), chosen(statuses));
    }

    /** A ticket begins open on both sides. */
    private List<FieldProblem> beginnings() {
        var initial = source.desk().workflow().initial();
        return statuses.stream()
                .filter(row -> row.id().equals(initial) && !row.chosen().isEmpty())
                .filter(row -> target.desk()
                        .workflow()
                        .status(row.chosen())
                        .filter(status -> status.category().open())
                        .isEmpty())
                .map(row -> new FieldProblem(row.name(), "staff.migration.problem.not-open"))
                .toList();
    }

    private static Map<String, String> chosen(List<Row> rows) {
        return rows.stream().collect(Collectors.toMap(Row::id, Row::chosen));
    }

    private List<Row> productRows(Stock stock, Map<String, String> sent) {
        var offered = options(target);
        if (offered.isEmpty()) {
            return List.of();
        }
        var labels = new LinkedHashMap<String, String>();
        options(source).forEach(option -> labels.put(option.id(), option.label(reader.ui())));
        stock.products().keySet().forEach(id -> labels.putIfAbsent(id, id));
        var choices = new LinkedHashMap<String, String>();
        offered.forEach(option -> choices.put(option.id(), option.label(reader.ui())));
        return rows("product-", labels, stock.products(), choices, sent, id -> Optional.of(id)
                .filter(choices::containsKey));
    }

    private static List<Option> options(MigrationDesk place) {
        return place.desk()
                .type()
                .field(Field.Kind.PRODUCT)
                .map(place.desk()::options)
                .orElse(List.of());
    }

    private List<Row> severityRows(Stock stock, Map<String, String> sent) {
        var from = source.desk().scale();
        var to = target.desk().scale();
        var labels = new LinkedHashMap<String, String>();
        from.levels().forEach(level -> labels.put(level.id(), source.desk().severityLabel(reader, level.id())));
        stock.severities().keySet().forEach(id -> labels.putIfAbsent(id, id));
        var choices = new LinkedHashMap<String, String>();
        to.levels().forEach(level -> choices.put(level.id(), target.desk().severityLabel(reader, level.id())));
        return rows("severity-", labels, stock.severities(), choices, sent, id -> alike(from, to, id));
    }

    /** The level of the same rank; the least serious one where the other scale is shorter. */
    private static Optional<String> alike(Scale from, Scale to, String id) {
        var rank = Math.min(from.rank(id), to.levels().size());
        return rank == 0
                ? Optional.empty()
                : Optional.of(to.levels().get(rank - 1).id());
    }

    private List<Row> statusRows(Stock stock, Map<String, String> sent) {
        var from = source.desk().workflow();
        var to = target.desk().workflow();
        var ids = new LinkedHashSet<String>();
        from.statuses().forEach(status -> ids.add(status.id()));
        ids.addAll(stock.statuses().keySet());
        var labels = new LinkedHashMap<String, String>();
        ids.forEach(id -> labels.put(id, source.desk().statusLabel(reader, id)));
        var choices = new LinkedHashMap<String, String>();
        to.statuses().forEach(status -> choices.put(status.id(), target.desk().statusLabel(reader, status.id())));
        return rows("status-", labels, stock.statuses(), choices, sent, id -> alike(from, to, id));
    }

    /** The status of the same name, or else the first one of the same kind. */
    private static Optional<String> alike(Workflow from, Workflow to, String id) {
        return to.status(id)
                .or(() -> from.status(id).flatMap(status -> to.statuses().stream()
                        .filter(other -> other.category() == status.category())
                        .findFirst()))
                .map(Workflow.Status::id);
    }

    private static List<Row> rows(
            String prefix,
            Map<String, String> labels,
            Map<String, Long> counts,
            Map<String, String> choices,
            Map<String, String> sent,
            Function<String, Optional<String>> suggestion) {
        return labels.entrySet().stream()
                .map(entry -> {
                    var name = prefix + entry.getKey();
                    var chosen = Optional.ofNullable(sent.get(name))
                            .filter(id -> id.isEmpty() || choices.containsKey(id))
                            .orElseGet(() -> suggestion.apply(entry.getKey()).orElse(""));
                    return new Row(
                            entry.getKey(),
                            name,
                            entry.getValue(),
                            counts.getOrDefault(entry.getKey(), 0L),
                            chosen,
                            choices(choices, chosen));
                })
                .toList();
    }

    private static List<Choice> choices(Map<String, String> labels, String chosen) {
        return labels.entrySet().stream()
                .map(entry -> new Choice(
                        entry.getKey(), entry.getValue(), entry.getKey().equals(chosen)))
                .toList();
    }
}
