package dev.portico.portal.subscription.control;

import dev.portico.i18n.Languages;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a piece of news says, in each language of the portal; in English always. */
public record NewsWords(Map<Locale, Said> byLanguage) {
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_TEXT = 20_000;
    private static final String TITLE = "title";
    private static final String TEXT = "text";
    private static final String LANGUAGE = "Language";

    public NewsWords {
        byLanguage = Map.copyOf(byLanguage);
    }

    /** A text, with the language that it is in where it is another than the reader's. */
    public record Phrase(String text, Optional<Locale> foreign) {}

    /** In one language. A blank line parts the text's paragraphs. */
    public record Said(Phrase title, Phrase text) {
        public Said {
            title = new Phrase(
                    shortened(plain(title.text()).replaceAll("\\s+", " ").strip(), LONGEST_TITLE), title.foreign());
            text = new Phrase(shortened(plain(text.text()).strip(), LONGEST_TEXT), text.foreign());
        }
    }

    /** For a reader of the language; in English for one of a language that the portal does not speak. */
    public Said in(Locale language) {
        var said = byLanguage.get(Locale.forLanguageTag(language.getLanguage()));
        return said != null ? said : Objects.requireNonNull(byLanguage.get(Languages.ENGLISH));
    }

    /** @param json as {@link #json} writes it */
    static NewsWords read(String json) {
        var words = new LinkedHashMap<Locale, Said>();
        try (var reader = Json.createReader(new StringReader(json))) {
            var all = reader.readObject();
            all.keySet().forEach(tag -> {
                var said = all.getJsonObject(tag);
                words.put(Locale.forLanguageTag(tag), new Said(phrase(said, TITLE), phrase(said, TEXT)));
            });
        }
        return new NewsWords(words);
    }

    private static Phrase phrase(JsonObject said, String part) {
        var foreign = said.getString(part + LANGUAGE, "");
        return new Phrase(
                said.getString(part),
                foreign.isEmpty() ? Optional.empty() : Optional.of(Locale.forLanguageTag(foreign)));
    }

    String json() {
        var all = Json.createObjectBuilder();
        byLanguage.forEach((language, words) -> {
            var said = Json.createObjectBuilder()
                    .add(TITLE, words.title().text())
                    .add(TEXT, words.text().text());
            words.title().foreign().ifPresent(tag -> said.add(TITLE + LANGUAGE, tag.toLanguageTag()));
            words.text().foreign().ifPresent(tag -> said.add(TEXT + LANGUAGE, tag.toLanguageTag()));
            all.add(language.toLanguageTag(), said);
        });
        return all.build().toString();
    }

    /** PostgreSQL's jsonb has neither the character 0 nor halves of characters, and XML no control characters. */
    private static String plain(String text) {
        return text.codePoints()
                .filter(codePoint -> codePoint >= ' ' || codePoint == '\n' || codePoint == '\t')
                .filter(codePoint ->
                        Character.getType(codePoint) != Character.SURROGATE && (codePoint & 0xFFFE) != 0xFFFE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
