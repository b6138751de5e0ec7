package dev.portico.systemstatus.model;

import dev.portico.plugin.text.Text;
import java.util.Locale;

/**
 * What somebody wrote, and what staff made of it in the portal's languages.
 *
 * @param text as it was written
 * @param language of it, {@link Locale#ROOT} where nobody knows
 * @param english blank where there is none
 * @param spanish blank where there is none
 */
public record Wording(String text, Locale language, String english, String spanish) {
    /** Nothing yet. */
    public static final Wording NONE = new Wording("", Locale.ROOT, "", "");

    private static final Locale SPANISH = Locale.forLanguageTag("es");

    /** By hand: one of the two at least. */
    public static Wording byHand(String english, String spanish) {
        return english.isBlank()
                ? new Wording(spanish, SPANISH, "", spanish)
                : new Wording(english, Locale.ENGLISH, english, spanish);
    }

    /** The same with other translations. */
    public Wording translated(String toEnglish, String toSpanish) {
        return new Wording(text, language, toEnglish, toSpanish);
    }

    /** What readers of the language have; blank where that is what was written in another. */
    public String in(Locale reader) {
        var translation = reader.getLanguage().equals(SPANISH.getLanguage()) ? spanish : english;
        return translation.isBlank() && isWrittenIn(reader) ? text : translation;
    }

    /** Whether that is the language of what was written. */
    public boolean isWrittenIn(Locale reader) {
        return language.getLanguage().equals(reader.getLanguage());
    }

    public Text asText() {
        return Text.written(text, language).translated(Locale.ENGLISH, english).translated(SPANISH, spanish);
    }
}
