package dev.portico.systemstatus.staff;

import dev.portico.plugin.text.Text;
import dev.portico.plugin.web.Input;
import dev.portico.systemstatus.web.Visit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands in a form: what is stored at first, then what was typed, with what is wrong with it. */
final class Entry {
    private final Map<String, List<String>> values;
    private final Map<String, Text> problems = new HashMap<>();

    private Entry(Map<String, List<String>> values) {
        this.values = new HashMap<>(values);
    }

    static Entry of(Map<String, List<String>> initial) {
        return new Entry(initial);
    }

    static Entry typed(Visit visit) {
        return new Entry(visit.request().form());
    }

    /** Blank where there is nothing. */
    String text(String name) {
        return all(name).stream().findFirst().orElse("").strip();
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** In place of what stands there. */
    void put(String name, String value) {
        values.put(name, List.of(value));
    }

    void wrong(String name, Text problem) {
        problems.putIfAbsent(name, problem);
    }

    /** Reports the field where there is no value. */
    <T> Optional<T> demand(String name, Optional<T> value, Text problem) {
        if (value.isEmpty()) {
            wrong(name, problem);
        }
        return value;
    }

    boolean right() {
        return problems.isEmpty();
    }

    /** The field with its value, and what is wrong with that. */
    Input fill(Input input) {
        var filled = input.with(all(input.name()).toArray(String[]::new));
        var problem = problems.get(input.name());
        return problem == null ? filled : filled.problem(problem);
    }

    Input hidden(String name) {
        return Input.hidden(name, text(name));
    }
}
