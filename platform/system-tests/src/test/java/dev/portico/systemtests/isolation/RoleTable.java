package dev.portico.systemtests.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The documentation's table of who may do what. */
final class RoleTable {
    private static final Path DOCUMENT = Path.of("..", "docs", "roles.md");

    /** The kinds of people, in the order of the columns. */
    enum Person {
        VISITOR,
        CUSTOMER,
        CONTACT_MANAGER,
        AGENT,
        CSM,
        TENANT_ADMINISTRATOR,
        PLATFORM_ADMINISTRATOR
    }

    /** By address, as the document writes it. */
    private final Map<String, Map<Person, Boolean>> rows = new LinkedHashMap<>();

    static RoleTable read() {
        var table = new RoleTable();
        try {
            Files.readAllLines(DOCUMENT).stream()
                    .filter(line -> line.startsWith("| `"))
                    .forEach(table::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    private void add(String line) {
        var cells =
                Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
        var people = new EnumMap<Person, Boolean>(Person.class);
        for (var person : Person.values()) {
            var cell = cells.get(person.ordinal() + 1);
            if (!List.of("yes", "–").contains(cell)) {
                throw new IllegalStateException("Neither yes nor no: " + line);
            }
            people.put(person, cell.equals("yes"));
        }
        if (rows.put(cells.get(0).replace("`", ""), people) != null) {
            throw new IllegalStateException("Twice: " + line);
        }
    }

    List<String> addresses() {
        return new ArrayList<>(rows.keySet());
    }

    boolean admits(String address, Person person) {
        return rows.get(address).get(person);
    }
}
