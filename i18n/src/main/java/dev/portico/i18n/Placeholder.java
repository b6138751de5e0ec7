package dev.portico.i18n;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One placeholder of a message.
 *
 * @param type as written: {@code number}, {@code date}, {@code plural}, {@code select}…; empty for {@code {name}}
 * @param selectors the branches of a plural or select, such as {@code one} or {@code =0}; else empty
 */
record Placeholder(String name, Kind kind, String type, Set<String> selectors) {

    /** What an argument has to be. */
    enum Kind {
        ANY("any value"),
        NUMBER("a number"),
        DATE("a date or time"),
        CHOICE("a word to select by");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** The kinds that each name is used as, in alphabetical order of names. */
    static Map<String, Set<Kind>> kinds(List<Placeholder> placeholders) {
        return placeholders.stream()
                .collect(Collectors.groupingBy(
                        Placeholder::name,
                        TreeMap::new,
                        Collectors.mapping(Placeholder::kind, Collectors.toCollection(TreeSet::new))));
    }

    /** @throws IllegalArgumentException if the pattern cannot be parsed */
    static List<Placeholder> of(String pattern) {
        var parsed = new MessagePattern(pattern);
        var placeholders = new ArrayList<Placeholder>();
        for (var i = 0; i < parsed.countParts(); i++) {
            if (parsed.getPartType(i) == Part.Type.ARG_START) {
                placeholders.add(read(parsed, i));
            }
        }
        return placeholders;
    }

    private static Placeholder read(MessagePattern parsed, int start) {
        var name = parsed.getSubstring(parsed.getPart(start + 1));
        var argType = parsed.getPart(start).getArgType();
        var type =
                switch (argType) {
                    case NONE -> "";
                    case SIMPLE -> parsed.getSubstring(parsed.getPart(start + 2));
                    case CHOICE -> "choice";
                    case PLURAL -> "plural";
                    case SELECT -> "select";
                    case SELECTORDINAL -> "selectordinal";
                };
        return new Placeholder(name, kind(argType, type), type, selectors(parsed, start));
    }

    private static Kind kind(ArgType argType, String type) {
        return switch (argType) {
            case NONE -> Kind.ANY;
            case SELECT -> Kind.CHOICE;
            case SIMPLE -> type.equals("date") || type.equals("time") ? Kind.DATE : Kind.NUMBER;
            default -> Kind.NUMBER;
        };
    }

    private static Set<String> selectors(MessagePattern parsed, int start) {
        var selectors = new LinkedHashSet<String>();
        var limit = parsed.getLimitPartIndex(start);
        for (var i = start + 1; i < limit; i++) {
            var type = parsed.getPartType(i);
            if (type == Part.Type.ARG_SELECTOR) {
                selectors.add(parsed.getSubstring(parsed.getPart(i)));
            } else if (type == Part.Type.MSG_START) {
                i = parsed.getLimitPartIndex(i);
            }
        }
        return selectors;
    }
}
