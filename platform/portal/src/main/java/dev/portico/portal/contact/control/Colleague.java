package dev.portico.portal.contact.control;

import java.time.Instant;

/**
 * The other one of a delegation.
 *
 * @param until when it ends
 */
public record Colleague(String subject, String name, Instant until) {}
