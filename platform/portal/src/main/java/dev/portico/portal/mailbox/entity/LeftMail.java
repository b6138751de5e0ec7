package dev.portico.portal.mailbox.entity;

/**
 * A mail that is put aside, with what was not fetched of it.
 *
 * @param id here
 * @param uid at the server
 */
public record LeftMail(String id, long uid) {}
