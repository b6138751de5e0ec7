package dev.portico.plugin.web;

/**
 * Somebody who is logged in.
 *
 * @param id stays the same for ever
 */
public record Person(String id, String name, String email) {}
