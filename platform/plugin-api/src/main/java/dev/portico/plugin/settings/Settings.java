package dev.portico.plugin.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values of a plugin's settings for one tenant. A setting that was neither entered nor given a default is empty;
 * a value of another type than asked for is an {@link IllegalArgumentException}, a mistake of the plugin.
 */
public final class Settings {
    private final Map<String, Object> values;

    /** @param values by setting id, in the shapes that {@link Setting#defaultValue()} lists */
    public Settings(Map<String, Object> values) {
        this.values = Map.copyOf(values);
    }

    public Optional<String> text(String id) {
        return value(id, String.class);
    }

    public boolean flag(String id) {
        return value(id, Boolean.class).orElse(false);
    }

    public Optional<Long> number(String id) {
        return value(id, Long.class);
    }

    /** Addresses of an {@code EMAIL} or {@code EMAILS} setting. */
    public List<String> emails(String id) {
        if (values.get(id) instanceof String one) {
            return List.of(one);
        }
        return list(id, String.class);
    }

    public List<Option> options(String id) {
        return list(id, Option.class);
    }

    /** Phrases by language tag. */
    public Map<String, List<String>> phrases(String id) {
        var found = new java.util.LinkedHashMap<String, List<String>>();
        value(id, Map.class)
                .ifPresent(map -> map.forEach((language, phrases) -> found.put(
                        String.valueOf(language),
                        ((List<?>) phrases).stream().map(String::valueOf).toList())));
        return found;
    }

    private <T> List<T> list(String id, Class<T> element) {
        return value(id, List.class)
                .map(list -> ((List<?>) list).stream().map(element::cast).toList())
                .orElse(List.of());
    }

    private <T> Optional<T> value(String id, Class<T> type) {
        var value = values.get(id);
        if (value != null && !type.isInstance(value)) {
            throw new IllegalArgumentException("Setting " + id + " is no " + type.getSimpleName());
        }
        return Optional.ofNullable(value).map(type::cast);
    }
}
