package dev.portico.mail;

import java.util.Optional;

/**
 * @param text all of it as plain text
 * @param said what is new: the text without quoted history and signature; all of it where nothing would be left, where
 *     the answers stand between the quoted lines, and where somebody passes a mail on
 * @param html all of it, sanitized; empty where the mail has none. Its images have {@code src="cid:…"}, which names an
 *     {@link AttachedFile#contentId}; nothing else in it is loaded from anywhere
 */
public record Body(String text, String said, Optional<String> html) {}
