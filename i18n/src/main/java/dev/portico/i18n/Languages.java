package dev.portico.i18n;

import java.util.List;
import java.util.Locale;

/** The languages of the user interface. They carry no region: see {@link LocaleNegotiation#formatLocale}. */
public final class Languages {

    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final Locale SPANISH = Locale.forLanguageTag("es");

    /** English with accents and brackets: shows in development which strings did not come from a bundle. */
    public static final Locale PSEUDO = Locale.forLanguageTag("en-XA");

    public static final List<Locale> SUPPORTED = List.of(ENGLISH, SPANISH);

    private static final List<Locale> WITH_PSEUDO = List.of(ENGLISH, SPANISH, PSEUDO);

    private Languages() {}

    /** The supported languages, in the order in which menus show them. */
    public static List<Locale> supported(boolean withPseudo) {
        return withPseudo ? WITH_PSEUDO : SUPPORTED;
    }

    /** Reads locales as languages alone: {@code es-MX} is Spanish. */
    public static boolean sameLanguage(Locale one, Locale other) {
        return one.getLanguage().equals(other.getLanguage());
    }
}
