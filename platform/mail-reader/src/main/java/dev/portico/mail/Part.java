package dev.portico.mail;

import java.util.List;
import java.util.Optional;

/**
 * A message, or a part of one.
 *
 * @param type of the content, type/subtype
 * @param content of a part without parts
 */
record Part(Header header, Parameters type, Parameters disposition, Content content, List<Part> parts) {

    boolean is(String mediaType) {
        return type.value().equals(mediaType);
    }

    boolean isMultipart() {
        return type.value().startsWith("multipart/");
    }

    /** The file name that the sender chose, as it came. */
    Optional<String> fileName() {
        return disposition.get("filename").or(() -> type.get("name"));
    }

    boolean isAttachment() {
        return disposition.value().equals("attachment");
    }

    Optional<String> contentId() {
        var id = header.line("content-id", 250);
        var bare = id.startsWith("<") && id.endsWith(">") && id.length() > 2 ? id.substring(1, id.length() - 1) : id;
        return Optional.of(bare).filter(value -> !value.isBlank());
    }
}
