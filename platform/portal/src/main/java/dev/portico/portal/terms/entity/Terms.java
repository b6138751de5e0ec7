package dev.portico.portal.terms.entity;

import dev.portico.i18n.Languages;
import dev.portico.portal.tenant.entity.TenantOwned;
import jakarta.json.Json;
import jakarta.json.JsonString;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.io.StringReader;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One version of what people agree to. */
@Entity
public class Terms extends TenantOwned {
    @Id
    private int version;

    private String texts;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "published_by")
    private String publishedBy;

    @SuppressWarnings("NullAway.Init")
    protected Terms() {}

    /**
     * @param texts Markdown by language tag
     * @param by name of whoever publishes it
     */
    public Terms(int version, Map<String, String> texts, String by, Instant now) {
        this.version = version;
        var object = Json.createObjectBuilder();
        new TreeMap<>(texts).forEach(object::add);
        this.texts = object.build().toString();
        publishedBy = by;
        publishedAt = now;
    }

    public int version() {
        return version;
    }

    /** Markdown by language tag. */
    public Map<String, String> texts() {
        try (var reader = Json.createReader(new StringReader(texts))) {
            var read = new TreeMap<String, String>();
            reader.readObject().forEach((language, text) -> read.put(language, ((JsonString) text).getString()));
            return read;
        }
    }

    /** Markdown, in that language where there is one. */
    public String text(Locale language) {
        return texts().getOrDefault(spoken(language), "");
    }

    /** The tag of the language that the text comes in for readers of {@code language}. */
    public String spoken(Locale language) {
        var known = texts();
        return known.containsKey(language.getLanguage())
                ? language.getLanguage()
                : known.keySet().stream()
                        .filter(Languages.ENGLISH.getLanguage()::equals)
                        .findFirst()
                        .orElseGet(() -> known.keySet().iterator().next());
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    public String publishedBy() {
        return publishedBy;
    }
}
