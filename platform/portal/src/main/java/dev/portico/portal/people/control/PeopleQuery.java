package dev.portico.portal.people.control;

import dev.portico.i18n.TextFolding;
import java.util.Optional;

/**
 * Part of a list.
 *
 * @param keyword in name or address; empty for none
 * @param organization id
 */
public record PeopleQuery(String keyword, PeopleFilter filter, Optional<String> organization, From from, int size) {

    /**
     * Where a page begins.
     *
     * @param id of the row before or after it; empty for the beginning of the list
     */
    public record From(String id, boolean backwards) {
        public static final From BEGINNING = new From("", false);

        public boolean beginning() {
            return id.isEmpty();
        }
    }

    /** For {@code like}; nothing where there is no keyword. */
    Optional<String> pattern() {
        return pattern(keyword);
    }

    static Optional<String> pattern(String keyword) {
        return Optional.of(TextFolding.fold(keyword))
                .filter(folded -> !folded.isEmpty())
                .map(folded -> "%" + folded.replaceAll("([\\\\%_])", "\\\\$1") + "%");
    }
}
