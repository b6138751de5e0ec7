package dev.portico.portal.people.control;

import java.net.IDN;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Domains of e-mail addresses as people write them. */
public final class Domains {
    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    /** Under which anybody gets a domain, or an address: they are no company's. */
    private static final Pattern OF_MANY = Pattern.compile("(com|net|org|co|ac|gov|edu|gob)\\.[a-z]{2}"
            + "|(gmail|googlemail|hotmail|outlook|live|yahoo|icloud|gmx|aol|proton|protonmail)\\.(com|net|de|es|me)");

    private Domains() {}

    /** What stands between blanks, commas and ends of lines. */
    public static List<String> split(String typed) {
        return Arrays.stream(typed.split("[\\s,;]+", -1))
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }

    /** In lower case, as ASCII; empty where it is none. */
    public static Optional<String> parse(String typed) {
        try {
            var bare = typed.strip().replaceFirst("^@", "");
            return Optional.of(IDN.toASCII(bare, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT))
                    .filter(domain -> DOMAIN.matcher(domain).matches());
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** Whether people of many companies have addresses at it. */
    public static boolean ofMany(String domain) {
        return OF_MANY.matcher(domain).matches();
    }
}
