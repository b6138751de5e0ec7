package dev.portico.portal.realm.entity;

/** An account that is due, and the claim of whoever tells of it. */
public record ClaimedAccount(Claim claim, DueAccount due) {}
