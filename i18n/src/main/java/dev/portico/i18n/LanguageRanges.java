package dev.portico.i18n;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;

/**
 * Reads an {@code Accept-Language} header or a single language tag, most wanted first. What cannot be read is left out:
 * the text comes from strangers, so one bad range must not cost the good ones, and length is bounded.
 */
final class LanguageRanges {

    private static final int LONGEST_HEADER = 1_000;
    private static final int MOST_RANGES = 30;

    private record Range(Locale locale, double weight) {}

    private LanguageRanges() {}

    static List<Locale> parse(String header) {
        var text = header.length() > LONGEST_HEADER ? header.substring(0, LONGEST_HEADER) : header;
        var ranges = new ArrayList<Range>();
        for (var element : text.split(",", MOST_RANGES + 1)) {
            if (ranges.size() < MOST_RANGES) {
                addRange(ranges, element.strip());
            }
        }
        ranges.sort(Comparator.comparingDouble(Range::weight).reversed());
        return ranges.stream().map(Range::locale).distinct().toList();
    }

    private static void addRange(List<Range> ranges, String element) {
        var semicolon = element.indexOf(';');
        var tag = (semicolon < 0 ? element : element.substring(0, semicolon)).strip();
        var weight = semicolon < 0 ? 1 : weight(element.substring(semicolon + 1).strip());
        if (!tag.isEmpty() && weight > 0) {
            try {
                var locale = new Locale.Builder()
                        .setLanguageTag(tag.replace('_', '-'))
                        .build()
                        .stripExtensions();
                if (!locale.getLanguage().isEmpty()) {
                    ranges.add(new Range(locale, weight));
                }
            } catch (IllformedLocaleException malformed) {
                return;
            }
        }
    }

    /** The weight of {@code q=0.8}, or 0 (not wanted) for anything that RFC 9110 does not allow. */
    private static double weight(String parameter) {
        var value = parameter.replaceFirst("^[qQ]\\s*=\\s*", "");
        return value.matches("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?") ? Double.parseDouble(value) : 0;
    }
}
