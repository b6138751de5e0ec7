package dev.portico.portal.subscription.entity;

import jakarta.json.Json;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be told of.
 *
 * @param only ids of topics; empty for all there are and will be
 */
public record TopicChoice(Optional<Set<String>> only) {
    public static final TopicChoice ALL = new TopicChoice(Optional.empty());

    public TopicChoice {
        only = only.map(Set::copyOf);
    }

    public static TopicChoice of(Set<String> topics) {
        return new TopicChoice(Optional.of(topics));
    }

    /** @param json as {@link #json} writes it */
    static TopicChoice read(@Nullable String json) {
        return json == null ? ALL : of(set(json));
    }

    /** @param json a list of texts */
    public static Set<String> set(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return Set.copyOf(reader.readArray().getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .toList());
        }
    }

    /** Without an order of their own they are written in that of their letters. */
    public static String list(Set<String> topics) {
        return Json.createArrayBuilder(List.copyOf(new TreeSet<>(topics)))
                .build()
                .toString();
    }

    @Nullable
    String json() {
        return only.map(TopicChoice::list).orElse(null);
    }

    public boolean all() {
        return only.isEmpty();
    }

    public boolean has(String topic) {
        return only.map(topics -> topics.contains(topic)).orElse(true);
    }

    /** Whether news of these topics is wanted. */
    public boolean matches(Set<String> topics) {
        return only.map(wanted -> topics.stream().anyMatch(wanted::contains)).orElse(true);
    }
}
