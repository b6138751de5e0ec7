package dev.portico.plugin.ticket;

/**
 * Why a ticket is treated as urgent.
 *
 * @param phrase the wording of the lexicon that was found, as the tenant's administrator wrote it; shown to the
 *     requester ("treated as urgent because …")
 */
public record Urgency(String phrase) {}
