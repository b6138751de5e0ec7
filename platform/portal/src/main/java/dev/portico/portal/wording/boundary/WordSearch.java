package dev.portico.portal.wording.boundary;

import dev.portico.i18n.TextFolding;
import dev.portico.portal.wording.boundary.Wording.Message;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which messages are looked for.
 *
 * @param keyword a part of the key or of any text, in any case and with or without accents
 * @param changedOnly whether only those that the tenant says in its own words
 */
record WordSearch(String keyword, boolean changedOnly) {
    List<Message> in(List<Message> messages) {
        var folded = TextFolding.fold(keyword);
        return messages.stream()
                .filter(message -> !changedOnly || message.changed())
                .filter(message -> folded.isEmpty() || texts(message).anyMatch(text -> contains(text, folded)))
                .toList();
    }

    private static Stream<String> texts(Message message) {
        return Stream.of(
                        Stream.of(message.key()),
                        message.originals().values().stream(),
                        message.own().values().stream())
                .flatMap(some -> some);
    }

    private static boolean contains(String text, String folded) {
        return TextFolding.fold(text).contains(folded);
    }
}
