package dev.portico.image;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** All rows of a database, by table, as {@code pg_dump} writes them; sequences are a table too. */
record Rows(Map<String, List<Map<String, String>>> tables) {
    private static final String COPY = "COPY public.";
    private static final String SEQUENCE = "SELECT pg_catalog.setval('public.";

    static Rows of(String dump) {
        var tables = new TreeMap<String, List<Map<String, String>>>();
        String[] columns = {};
        List<Map<String, String>> rows = null;
        for (var line : dump.split("\n", -1)) {
            if (line.startsWith(COPY)) {
                columns =
                        line.substring(line.indexOf('(') + 1, line.indexOf(')')).split(", ", -1);
                rows = tables.computeIfAbsent(
                        line.substring(COPY.length(), line.indexOf(' ', COPY.length())), name -> new ArrayList<>());
            } else if (line.equals("\\.")) {
                rows = null;
            } else if (rows != null) {
                rows.add(row(columns, line));
            } else if (line.startsWith(SEQUENCE)) {
                var words = line.substring(SEQUENCE.length()).split("'?, ", -1);
                tables.computeIfAbsent("sequences", name -> new ArrayList<>())
                        .add(Map.of("name", words[0], "value", words[1]));
            }
        }
        tables.values().forEach(table -> table.sort((a, b) -> a.toString().compareTo(b.toString())));
        return new Rows(tables);
    }

    private static Map<String, String> row(String[] columns, String line) {
        var values = line.split("\t", -1);
        var row = new LinkedHashMap<String, String>();
        for (var i = 0; i < columns.length; i++) {
            row.put(columns[i], values[i]);
        }
        return row;
    }

    List<Map<String, String>> table(String name) {
        return tables.getOrDefault(name, List.of());
    }

    /** A column of a table. */
    List<String> values(String table, String column) {
        return table(table).stream().map(row -> row.get(column)).toList();
    }

    Rows without(String... names) {
        var rest = new TreeMap<>(tables);
        rest.keySet().removeAll(List.of(names));
        return new Rows(Collections.unmodifiableMap(rest));
    }

    /** With each row of a table changed by {@code change}; one that becomes empty is left out. */
    Rows with(String table, UnaryOperator<Map<String, String>> change) {
        var changed = new TreeMap<>(tables);
        changed.put(
                table,
                table(table).stream()
                        .map(row -> change.apply(new LinkedHashMap<>(row)))
                        .filter(row -> !row.isEmpty())
                        .sorted((a, b) -> a.toString().compareTo(b.toString()))
                        .collect(Collectors.toList()));
        return new Rows(changed);
    }
}
