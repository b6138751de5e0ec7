package dev.portico.portal.ticket.entity;

import java.util.Locale;
import java.util.Optional;

/** The customer for whom a ticket is submitted. */
public record Requester(String subject, String name, Optional<String> organization, Locale language) {}
