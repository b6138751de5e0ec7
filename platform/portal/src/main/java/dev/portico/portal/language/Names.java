package dev.portico.portal.language;

import java.util.Locale;

/** Names of languages and tenants as pages show them. */
public final class Names {
    private Names() {}

    /** What the speakers of a language call it, as an entry of a menu. */
    public static String ofLanguage(Locale language) {
        var name = language.getDisplayLanguage(language);
        return initial(name, language) + name.substring(name.offsetByCodePoints(0, 1));
    }

    /** The first letter, in place of a logo; empty for an empty name. */
    public static String initial(String name, Locale language) {
        return name.codePoints()
                .mapToObj(Character::toString)
                .findFirst()
                .orElse("")
                .toUpperCase(language);
    }
}
