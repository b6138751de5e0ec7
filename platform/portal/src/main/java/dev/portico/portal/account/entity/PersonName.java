package dev.portico.portal.account.entity;

/** A person's name as they write it; neither part is empty. */
public record PersonName(String given, String family) {}
