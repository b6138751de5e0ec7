package dev.portico.plugin.manifest;

import java.util.Optional;

/**
 * One field of the form that creates a ticket; the form shows them in declared order.
 *
 * @param id letters and digits that begin with a lower-case letter, unique in the ticket type
 * @param kind of those that the engine stores itself ({@link Kind#SUBJECT} to {@link Kind#FILES}) a type has at most one
 * @param label message key
 * @param help message key of the guidance below the label; each line of the text that starts with "- " is a list item
 * @param maxLength in characters; 0 where it does not apply
 * @param options id of the {@code OPTIONS} setting that fills the menu or the suggestions
 * @param organizationList in place of {@code options}: id of the {@link OrganizationList} whose entries of the requester's
 *     organization fill the menu. Where there are none, nothing is asked, even if the field is required.
 * @param dependsOn id of the field, declared before this one, that is filled from the parent of {@code organizationList}:
 *     only what belongs to the choice made there can be chosen
 */
public record Field(
        String id,
        Kind kind,
        String label,
        Optional<String> help,
        boolean required,
        int maxLength,
        Optional<String> options,
        Optional<String> organizationList,
        Optional<String> dependsOn) {
    public enum Kind {
        /** The ticket's subject: one line, searched by keyword. */
        SUBJECT,
        /** The first message of the conversation. */
        DESCRIPTION,
        /** What the ticket is about, chosen from the tenant's list; shown in lists. */
        PRODUCT,
        /** The level of the type's scale. */
        SCALE,
        FILES,
        TEXT,
        LONG_TEXT,
        CHOICE,
        /** One line of free text; the labels of a tenant's list, in the reader's language, are only proposed. */
        SUGGESTION;

        /** Whether the engine has no place of its own for it: the value is among the ticket's attributes. */
        public boolean further() {
            return switch (this) {
                case SUBJECT, DESCRIPTION, PRODUCT, SCALE, FILES -> false;
                case TEXT, LONG_TEXT, CHOICE, SUGGESTION -> true;
            };
        }
    }
}
