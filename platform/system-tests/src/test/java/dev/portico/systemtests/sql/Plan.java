package dev.portico.systemtests.sql;

import dev.portico.systemtests.PortalStack;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** How PostgreSQL carried out a statement. */
final class Plan {
    private static final Pattern PARAMETER =
            Pattern.compile("(\\S+ (?:=|LIKE)|LIMIT|OFFSET) \\$(\\d+)", Pattern.CASE_INSENSITIVE);

    private final List<JsonObject> nodes = new ArrayList<>();
    private final String text;

    private Plan(String json) {
        this.text = json;
        try (var reader = Json.createReader(new StringReader(json))) {
            collect(reader.readArray().getJsonObject(0).getJsonObject("Plan"));
        }
    }

    private void collect(JsonObject node) {
        nodes.add(node);
        if (node.containsKey("Plans")) {
            node.getJsonArray("Plans").getValuesAs(JsonObject.class).forEach(this::collect);
        }
    }

    /**
     * Runs a statement as the portal does: as its role, the tenant named first, prepared.
     *
     * @param parameters by what stands before them in the statement, in lower case; {@code inner limit} for that of a
     *     subquery
     */
    static Plan of(PortalStack stack, String statement, Map<String, String> parameters) throws SQLException {
        var values = new ArrayList<String>();
        var found = PARAMETER.matcher(statement);
        while (found.find()) {
            var place = Integer.parseInt(found.group(2)) - 1;
            while (values.size() <= place) {
                values.add("");
            }
            var before = found.group(1).toLowerCase(Locale.ROOT).replace("(", "");
            var inner = before.equals("limit") && statement.startsWith(")", found.end());
            var value = parameters.get(inner ? "inner limit" : before);
            if (value == null) {
                throw new IllegalStateException("Nothing known for " + before + " in " + statement);
            }
            values.set(place, "'" + value + "'");
        }
        try (var portal = stack.database().portal();
                var work = portal.createStatement()) {
            portal.setAutoCommit(false);
            work.execute("select set_config('app.tenant', 'harmony', true)");
            work.execute("prepare page as " + statement);
            var rows = work.executeQuery(
                    "explain (analyze, format json) execute page (" + String.join(", ", values) + ")");
            rows.next();
            var plan = new Plan(rows.getString(1));
            portal.rollback();
            return plan;
        }
    }

    List<JsonObject> nodes(String kind) {
        return nodes.stream()
                .filter(node -> node.getString("Node Type").endsWith(kind))
                .toList();
    }

    List<String> indexes() {
        return nodes.stream()
                .filter(node -> node.containsKey("Index Name"))
                .map(node -> node.getString("Index Name"))
                .toList();
    }

    /** Rows of the result. */
    long rows() {
        return nodes.get(0).getJsonNumber("Actual Rows").bigDecimalValue().longValue();
    }

    /** The most that any step took from a table or an index, those it threw away included. */
    long rowsRead() {
        return nodes.stream()
                .filter(node -> node.getString("Node Type").contains("Scan"))
                .mapToLong(node -> number(node, "Actual Rows")
                        + number(node, "Rows Removed by Filter")
                        + number(node, "Rows Removed by Index Recheck"))
                .max()
                .orElseThrow();
    }

    private static long number(JsonObject node, String name) {
        return node.containsKey(name)
                ? node.getJsonNumber(name).bigDecimalValue().longValue()
                : 0;
    }

    String text() {
        return text;
    }
}
