package dev.portico.mail;

import java.util.Optional;

/**
 * @param name a file name without folders; made up where the mail has none
 * @param mediaType type/subtype in lower case, as declared: do not believe it
 * @param contentId without brackets, where the HTML refers to it
 * @param inline part of the text, not something to save
 */
public record AttachedFile(String name, String mediaType, Optional<String> contentId, boolean inline, Content content) {

    AttachedFile shown(boolean referred) {
        return new AttachedFile(name, mediaType, referred ? contentId : Optional.empty(), inline || referred, content);
    }
}
