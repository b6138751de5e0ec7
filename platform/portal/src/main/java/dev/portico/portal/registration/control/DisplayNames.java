package dev.portico.portal.registration.control;

import dev.portico.i18n.LookAlikes;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What people may call themselves. */
public final class DisplayNames {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 40;
    private static final Pattern SHAPE =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._'’-]*", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    /** Whoever was called so would be taken for one of those who run the programme. */
    private static final List<String> RESERVED = List.of(
            "admin",
            "administrator",
            "administrador",
            "administradora",
            "administracion",
            "moderator",
            "moderador",
            "moderadora",
            "support",
            "support team",
            "soporte",
            "equipo de soporte",
            "staff",
            "team",
            "equipo",
            "portal",
            "system",
            "sistema",
            "root",
            "security",
            "seguridad",
            "help",
            "helpdesk",
            "ayuda",
            "info",
            "postmaster",
            "webmaster",
            "anonymous",
            "anonimo",
            "official",
            "oficial",
            "null");

    private DisplayNames() {}

    /** Without blanks at its ends, and with single ones between its words. */
    public static String tidy(String typed) {
        return BLANKS.matcher(typed.strip()).replaceAll(" ");
    }

    /**
     * Key of the message that says what is wrong with it; nothing where it may be chosen.
     *
     * @param programmes names of the tenant, which are reserved as well
     */
    public static Optional<String> problem(String name, Collection<String> programmes) {
        var length = name.codePointCount(0, name.length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of("registration.problem.display.length");
        }
        if (!SHAPE.matcher(name).matches() || LookAlikes.suspicious(name)) {
            return Optional.of("registration.problem.display.characters");
        }
        return Stream.concat(RESERVED.stream(), programmes.stream()).anyMatch(reserved -> alike(name, reserved))
                ? Optional.of("registration.problem.display.reserved")
                : Optional.empty();
    }

    private static boolean alike(String one, String other) {
        var keys = LookAlikes.keys(one);
        var others = LookAlikes.keys(other);
        return keys.capitals().equals(others.capitals()) || keys.small().equals(others.small());
    }
}
