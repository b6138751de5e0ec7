package dev.portico.portal.account.control;

/**
 * Somebody logged in whose address had an unclaimed account: what belongs to that account belongs to them from now on. Fired
 * in the transaction of the login, in which observers have to hand over.
 *
 * @param from subject of the unclaimed account
 * @param to subject of the person
 */
public record AccountClaimed(String from, String to) {}
