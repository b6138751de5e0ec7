package dev.portico.i18n;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.text.PluralRules.PluralType;
import dev.portico.i18n.Placeholder.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds what is wrong with one message by itself; also for what an administrator types as a tenant's own words. */
public final class PatternCheck {

    private static final Pattern QUOTED = Pattern.compile("(?<!')'\\{\\w+[,}]");

    private PatternCheck() {}

    /** @return as in "has leading or trailing white space": words to follow the key; empty if there is no problem */
    public static List<String> problems(String pattern, Locale language) {
        var problems = new ArrayList<String>();
        if (pattern.isBlank()) {
            problems.add("is empty");
        } else if (!pattern.equals(pattern.strip())) {
            problems.add("has leading or trailing white space");
        }
        if (QUOTED.matcher(pattern).find()) {
            problems.add("has a placeholder between single apostrophes, which ICU would not replace; use “” or ''");
        }
        try {
            var placeholders = Placeholder.of(pattern);
            requireFormats(pattern, language);
            placeholders.forEach(placeholder -> problems.addAll(ofPlaceholder(placeholder, language)));
            problems.addAll(halfDated(placeholders));
        } catch (IllegalArgumentException unparsable) {
            problems.add(unparsable(unparsable));
        }
        return List.copyOf(problems);
    }

    /** Making the format also looks up types and number patterns, which parsing does not. */
    private static void requireFormats(String pattern, Locale language) {
        var format = new MessageFormat(pattern, Icu.locale(language));
        format.getArgumentNames();
    }

    private static String unparsable(IllegalArgumentException cause) {
        var details = String.valueOf(cause.getMessage());
        return details.startsWith("Missing 'other'")
                ? "has a plural or select without the branch 'other'"
                : "cannot be parsed: " + details;
    }

    private static List<String> ofPlaceholder(Placeholder placeholder, Locale language) {
        if (placeholder.name().matches("[0-9]+")) {
            return List.of("has the numbered placeholder {%s}; give it a name".formatted(placeholder.name()));
        }
        return switch (placeholder.type()) {
            case "plural" -> ofPlural(placeholder, language, PluralType.CARDINAL);
            case "selectordinal" -> ofPlural(placeholder, language, PluralType.ORDINAL);
            default -> List.of();
        };
    }

    private static List<String> ofPlural(Placeholder placeholder, Locale language, PluralType type) {
        var known = PluralRules.forLocale(Icu.locale(language), type).getKeywords();
        var branches = new TreeSet<>(placeholder.selectors());
        branches.removeIf(branch -> branch.startsWith("="));
        var problems = new ArrayList<String>();
        without(branches, known)
                .forEach(branch -> problems.add("has the plural branch '%s' of {%s}, which its language does not know"
                        .formatted(branch, placeholder.name())));
        // With exact values and 'other' alone a message may well be right; with 'one' it follows the grammar.
        if (branches.size() > 1) {
            without(known, branches)
                    .forEach(branch ->
                            problems.add("has no plural branch '%s' of {%s}".formatted(branch, placeholder.name())));
        }
        return problems;
    }

    private static List<String> halfDated(List<Placeholder> placeholders) {
        return Placeholder.kinds(placeholders).entrySet().stream()
                .filter(kinds ->
                        kinds.getValue().contains(Kind.DATE) && kinds.getValue().size() > 1)
                .map(kinds ->
                        "has {%s} as a date in one place and as something else in another".formatted(kinds.getKey()))
                .toList();
    }

    private static Set<String> without(Collection<String> all, Collection<String> some) {
        var rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
