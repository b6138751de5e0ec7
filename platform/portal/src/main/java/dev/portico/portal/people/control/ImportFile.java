package dev.portico.portal.people.control;

import dev.portico.i18n.TextFolding;
import dev.portico.portal.csv.CsvTable;
import dev.portico.portal.csv.CsvTable.Line;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.people.control.ImportRow.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A file of people: columns in any order, under English or Spanish names, of which only three have to be there. */
public final class ImportFile {
    public static final int MOST_ROWS = 20_000;
    private static final int LONGEST_CELL = 300;
    private static final Set<String> YES = Set.of("yes", "y", "si", "s", "true", "1", "x", "verdadero");
    private static final Set<String> NO = Set.of("no", "n", "false", "0", "falso");
    private static final Map<String, String> LANGUAGES =
            Map.of("english", "en", "ingles", "en", "spanish", "es", "espanol", "es", "castellano", "es");

    private final Map<Column, Integer> places;
    private final String language;
    private final String zone;

    private ImportFile(Map<Column, Integer> places, String language, String zone) {
        this.places = places;
        this.language = language;
        this.zone = zone;
    }

    private enum Column {
        GIVEN_NAME("given name", "first name", "nombre", "nombres", "nombre de pila"),
        FAMILY_NAME("family name", "last name", "surname", "apellido", "apellidos"),
        EMAIL("email", "e mail", "mail", "email address", "correo", "correo electronico"),
        ORGANIZATION("organization", "organisation", "company", "organizacion", "empresa"),
        LANGUAGE("language", "idioma"),
        ZONE("time zone", "timezone", "zone", "zona horaria", "zona"),
        AUTHORIZED("authorized contact", "authorized", "contacto autorizado", "autorizado"),
        SEES("sees organization", "sees what the organization has asked", "ve organizacion", "ve la organizacion"),
        MANAGER("contact manager", "responsable de contactos", "responsable");

        private final List<String> names;

        Column(String... names) {
            this.names = List.of(names);
        }

        static Optional<Column> named(String heading) {
            var name = TextFolding.fold(heading).replaceAll("[^a-z]+", " ").strip();
            for (var column : values()) {
                if (column.names.contains(name)) {
                    return Optional.of(column);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * @param language tag, of those whose row says none
     * @param zone of those whose row says none
     * @throws PortalException invalid, with the field {@code file}
     */
    public static List<ImportRow> read(byte[] file, String language, String zone) {
        var records = CsvTable.read(file, MOST_ROWS)
                .orElseThrow(() -> wrong("people.import.problem.unreadable"))
                .records();
        if (records.size() < 2) {
            throw wrong("people.import.problem.empty");
        }
        if (records.size() > MOST_ROWS + 1) {
            throw PortalException.invalid(
                    new FieldProblem("file", "people.import.problem.long", Map.of("limit", MOST_ROWS)));
        }
        var reading = new ImportFile(places(records.get(0)), language, zone);
        return records.stream().skip(1).map(reading::row).toList();
    }

    private static Map<Column, Integer> places(Line heading) {
        var places = new EnumMap<Column, Integer>(Column.class);
        for (var i = 0; i < heading.cells().size(); i++) {
            var place = i;
            Column.named(heading.cell(i)).ifPresent(column -> places.putIfAbsent(column, place));
        }
        if (!places.keySet().containsAll(List.of(Column.GIVEN_NAME, Column.FAMILY_NAME, Column.EMAIL))) {
            throw wrong("people.import.problem.columns");
        }
        return places;
    }

    private static PortalException wrong(String key) {
        return PortalException.invalid(new FieldProblem("file", key));
    }

    private ImportRow row(Line line) {
        var problems = new ArrayList<FieldProblem>();
        var authorized = yes(line, Column.AUTHORIZED, "authorized", problems);
        var sees = yes(line, Column.SEES, "sees-organization", problems);
        var manager = yes(line, Column.MANAGER, "contact-manager", problems);
        return new ImportRow(
                line.number(),
                problems.isEmpty() ? Outcome.NEW : Outcome.PROBLEM,
                cell(line, Column.GIVEN_NAME),
                cell(line, Column.FAMILY_NAME),
                cell(line, Column.EMAIL),
                cell(line, Column.ORGANIZATION),
                language(cell(line, Column.LANGUAGE)),
                Optional.of(cell(line, Column.ZONE))
                        .filter(text -> !text.isEmpty())
                        .orElse(zone),
                authorized.orElse(true),
                sees,
                manager.orElse(false),
                problems,
                Optional.empty());
    }

    private String cell(Line line, Column column) {
        var text = line.cell(places.getOrDefault(column, -1));
        return text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text;
    }

    /** The tag of what is written as a tag or a name, with or without a region. */
    private String language(String text) {
        var folded = TextFolding.fold(text);
        return folded.isEmpty() ? language : LANGUAGES.getOrDefault(folded, folded.replaceFirst("[-_].*", ""));
    }

    private Optional<Boolean> yes(Line line, Column column, String field, List<FieldProblem> problems) {
        var text = TextFolding.fold(cell(line, column));
        if (!text.isEmpty() && !YES.contains(text) && !NO.contains(text)) {
            problems.add(new FieldProblem(field, "people.import.problem.yes-no", Map.of("text", text)));
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(YES.contains(text));
    }
}
