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
    private static final Locale SPANISH = Locale.forLanguageTag("es");

    /** By hand: one of the two at least. */
    public static Wording byHand(String english, String spanish) {
        return english.isBlank()
                ? new Wording(spanish, SPANISH, "", spanish)
                : new Wording(english, Locale.ENGLISH, english, spanish);
    }

    public Text asText() {
        return Text.written(text, language).translated(Locale.ENGLISH, english).translated(SPANISH, spanish);
    }
}
