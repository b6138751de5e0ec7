package dev.portico.plugin.host;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A version by semver.org 2.0. What follows a plus sign tells builds apart and no versions: it is not kept.
 *
 * @param preRelease what follows the dash, part by part; none for a release proper, which comes after them
 */
public record SemanticVersion(int major, int minor, int patch, List<String> preRelease) {
    private static final String NUMBER = "(0|[1-9]\\d{0,8})";
    private static final String PART = "(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)";
    private static final String BUILD = "[0-9A-Za-z-]+";
    private static final Pattern VERSION = Pattern.compile("%s\\.%s\\.%s(?:-(%s(?:\\.%s)*))?(?:\\+%s(?:\\.%s)*)?"
            .formatted(NUMBER, NUMBER, NUMBER, PART, PART, BUILD, BUILD));
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Comparator<String> BY_PART = Comparator.<String, Boolean>comparing(part -> !numeric(part))
            .thenComparing(part -> numeric(part) ? part.length() : 0)
            .thenComparing(Comparator.naturalOrder());
    private static final Comparator<SemanticVersion> ORDER = Comparator.comparingInt(SemanticVersion::major)
            .thenComparingInt(SemanticVersion::minor)
            .thenComparingInt(SemanticVersion::patch)
            .thenComparing(version -> version.preRelease().isEmpty())
            .thenComparing(SemanticVersion::preRelease, SemanticVersion::compareParts);

    public SemanticVersion {
        preRelease = List.copyOf(preRelease);
    }

    public static Optional<SemanticVersion> parse(String text) {
        var match = VERSION.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var preRelease = Optional.ofNullable(match.group(4)).map(parts -> List.of(parts.split("\\.")));
        return Optional.of(new SemanticVersion(
                Integer.parseInt(match.group(1)),
                Integer.parseInt(match.group(2)),
                Integer.parseInt(match.group(3)),
                preRelease.orElse(List.of())));
    }

    public boolean isAfter(SemanticVersion other) {
        return ORDER.compare(this, other) > 0;
    }

    private static int compareParts(List<String> one, List<String> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = BY_PART.compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    private static boolean numeric(String part) {
        return DIGITS.matcher(part).matches();
    }
}
