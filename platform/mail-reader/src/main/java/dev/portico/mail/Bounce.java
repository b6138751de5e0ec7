package dev.portico.mail;

import java.util.Optional;

/**
 * A mail that was not delivered, or not yet.
 *
 * @param original Message-ID of the mail, with angle brackets
 * @param recipient the address that it did not reach
 * @param permanent false where the server goes on trying, or it may be tried later
 * @param diagnostic what the server says, one line; may be empty
 */
public record Bounce(Optional<String> original, Optional<String> recipient, boolean permanent, String diagnostic) {}
