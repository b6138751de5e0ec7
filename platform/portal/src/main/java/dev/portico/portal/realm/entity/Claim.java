package dev.portico.portal.realm.entity;

import java.util.UUID;

/**
 * That one node at a time talks with the realm about an account.
 *
 * @param subject the portal's key of the account
 */
public record Claim(String subject, UUID id) {}
