package dev.portico.systemstatus.staff;

import dev.portico.systemstatus.model.Wording;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** Words to start an incident or maintenance from, in both languages: what is written is kept with it as anybody's words. */
record Template(String id, Wording title, Wording body) {
    private static final List<String> OF_INCIDENTS = List.of("unavailable", "slow", "errors", "login", "delays");
    private static final List<String> OF_MAINTENANCE = List.of("release", "database", "network", "security");
    private static final Properties ENGLISH = words("en");
    private static final Properties SPANISH = words("es");

    static List<Template> of(boolean maintenance) {
        return (maintenance ? OF_MAINTENANCE : OF_INCIDENTS)
                .stream().map(Template::of).toList();
    }

    static Optional<Template> find(boolean maintenance, String id) {
        return of(maintenance).stream()
                .filter(template -> template.id().equals(id))
                .findFirst();
    }

    private static Template of(String id) {
        return new Template(id, wording(id + ".title"), wording(id + ".body"));
    }

    private static Wording wording(String key) {
        return Wording.byHand(ENGLISH.getProperty(key, ""), SPANISH.getProperty(key, ""));
    }

    /** All that there are, for a test that none is left out. */
    static Stream<String> keys() {
        return Stream.concat(ENGLISH.stringPropertyNames().stream(), SPANISH.stringPropertyNames().stream());
    }

    private static Properties words(String language) {
        var words = new Properties();
        try (var file = Template.class.getResourceAsStream("templates_" + language + ".properties")) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return words;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
